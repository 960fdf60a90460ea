using Ffi.Generators.Model;
using Ffi.Generators.Planning;

namespace Ffi.Generators.Emission;

/// <summary>A value that a custom marshaller carries across, stage by stage. Names of members are those of the BCL's marshaller shapes.</summary>
internal static class MarshalledShape
{
    public static string Prepare(MarshalledValue v) => Code.Of($$"""
        {{v.Marshaller.NativeType}} {{v.Native}} = default;
        {{(v.IsStateful ? $"{Scoped(v)}{v.Marshaller.Type} {v.State} = new();" : "")}}
        {{(v.Marshaller.Has(MarshallerMembers.Buffer) ? $"global::System.Span<{v.Marshaller.Buffer}> {v.Buffer} = stackalloc {v.Marshaller.Buffer}[{v.Marshaller.Type}.BufferSize];" : "")}}
        {{(v.Marshaller.Elements is not null && !IsInState(v) ? $"int {v.Count} = 0;" : "")}}
        """);

    /// <summary>Managed to native, before anything is pinned.</summary>
    public static string Marshal(MarshalledValue v) => v switch
    {
        { Direction: MarshalDirection.Out } => "",
        { IsStateful: true } => Code.Of($$"""
            {{v.State}}.FromManaged({{v.Name}}{{BufferArgument(v)}});
            {{ElementsShape.ToNative(v, $"{v.State}.GetManagedValuesSource()", $"{v.State}.GetUnmanagedValuesDestination()")}}
            """),
        { IsPinned: true } => "",
        { Marshaller.Elements: not null } => Code.Of($$"""
            {{v.Native}} = {{v.Marshaller.Type}}.AllocateContainerForUnmanagedElements({{v.Name}}{{BufferArgument(v)}}, out {{v.Count}});
            {{ElementsShape.ToNative(v, $"{v.Marshaller.Type}.GetManagedValuesSource({v.Name})", NativeElements(v))}}
            """),
        _ => $"{v.Native} = {v.Marshaller.Type}.ConvertToUnmanaged({v.Name}{BufferArgument(v)});",
    };

    public static string Pin(MarshalledValue v) =>
        !v.Marshaller.Has(MarshallerMembers.Pinnable) || v.Direction != MarshalDirection.In ? ""
        : v.IsStateful ? $"fixed (void* {v.Pointer} = &{v.State}.GetPinnableReference())"
        : v.IsPinned ? $"fixed (void* {v.Pointer} = &{v.Marshaller.Type}.GetPinnableReference({v.Name}))"
        : "";

    /// <summary>Managed to native, where it needs what is pinned.</summary>
    public static string MarshalPinned(MarshalledValue v) =>
        v.Direction == MarshalDirection.Out ? ""
        : v.IsStateful ? $"{v.Native} = {v.State}.ToUnmanaged();"
        : v.IsPinned ? $"{v.Native} = ({v.Marshaller.NativeType}){v.Pointer};"
        : "";

    /// <summary>Native to managed, behind the call.</summary>
    public static string Unmarshal(MarshalledValue v) => Code.Of($$"""
        {{(v.IsStateful && v.Marshaller.Has(MarshallerMembers.OnInvoked) ? $"{v.State}.OnInvoked();" : "")}}
        {{(v.Direction == MarshalDirection.In ? ElementsShape.ToCaller(v) : ToManaged(v))}}
        """);

    /// <summary>Frees what was allocated for the call, or what native code made.</summary>
    public static string Release(MarshalledValue v) => Code.Of($$"""
        {{ElementsShape.Free(v, IsInState(v) ? $"{v.State}.GetUnmanagedValuesDestination()" : v.Direction == MarshalDirection.In ? NativeElements(v) : $"{v.Target}.GetUnmanagedValuesSource({(v.IsStateful ? "" : v.Native + ", ")}{v.Count})")}}
        {{(!v.Marshaller.Has(MarshallerMembers.Free) ? "" : v.IsStateful ? $"{v.State}.Free();" : $"{v.Marshaller.Type}.Free({v.Native});")}}
        """);

    private static string ToManaged(MarshalledValue v)
    {
        string suffix = v.Marshaller.Has(MarshallerMembers.Finally) ? "Finally" : "";
        string take = v.IsStateful ? $"{v.State}.FromUnmanaged({v.Native});" : "";
        if (v.Marshaller.Elements is not { } elements)
        {
            return Code.Of($$"""
                {{take}}
                {{v.Name}} = {{(v.IsStateful ? $"{v.State}.ToManaged{suffix}()" : $"{v.Marshaller.Type}.ConvertToManaged{suffix}({v.Native})")}}!;
                """);
        }

        string allocate = v.IsStateful ? "" : $"{v.Name} = {v.Marshaller.Type}.AllocateContainerForManagedElements({v.Native}, {v.Count})!;";
        string nativeElements = v.IsStateful ? $"{v.State}.GetUnmanagedValuesSource({v.Count})" : $"{v.Marshaller.Type}.GetUnmanagedValuesSource({v.Native}, {v.Count})";
        string managedElements = v.IsStateful ? $"{v.State}.GetManagedValuesDestination({v.Count})" : $"{v.Marshaller.Type}.GetManagedValuesDestination({v.Name})";
        return Code.Of($$"""
            {{take}}
            {{(elements.Count.Length == 0 ? "" : $"{v.Count} = {elements.Count};")}}
            {{allocate}}
            {{ElementsShape.ToManaged(v, nativeElements, managedElements)}}
            {{(v.IsStateful ? $"{v.Name} = {v.State}.ToManaged{suffix}()!;" : "")}}
            """);
    }

    private static bool IsInState(MarshalledValue v) => v is { IsStateful: true, Direction: MarshalDirection.In };

    private static string NativeElements(MarshalledValue v) => $"{v.Marshaller.Type}.GetUnmanagedValuesDestination({v.Native}, {v.Count})";

    private static string BufferArgument(MarshalledValue v) => v.Marshaller.Has(MarshallerMembers.Buffer) ? ", " + v.Buffer : "";

    // A ref struct that holds the buffer must not outlive it.
    private static string Scoped(MarshalledValue v) => v.Marshaller.Has(MarshallerMembers.RefStruct) ? "scoped " : "";
}
