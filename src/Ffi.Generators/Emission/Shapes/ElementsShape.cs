using Ffi.Generators.Model;
using Ffi.Generators.Planning;

namespace Ffi.Generators.Emission;

/// <summary>The elements of a collection, one by one where each has a marshaller, else all at once.</summary>
internal static class ElementsShape
{
    public static string ToNative(MarshalledValue v, string managed, string native) => v switch
    {
        { Marshaller.Elements: null } => "",
        { ReadsElements: false } => $"{native}.Clear();",
        { Marshaller.Elements: { Marshaller: null } } => $"{managed}.CopyTo({native});",
        { Marshaller.Elements: { Marshaller: { } element } elements } => Code.Of($$"""
            {
                global::System.ReadOnlySpan<{{elements.ManagedType}}> {{v.Sources}} = {{managed}};
                global::System.Span<{{Native(elements)}}> {{v.Targets}} = {{native}};
                {{v.Targets}}.Clear();
                for (int {{v.Index}} = 0; {{v.Index}} < {{v.Sources}}.Length; {{v.Index}}++)
                {
                    {{v.Targets}}[{{v.Index}}] = ({{Native(elements)}}){{element.Type}}.ConvertToUnmanaged({{v.Sources}}[{{v.Index}}]);
                }
            }
            """),
    };

    public static string ToManaged(MarshalledValue v, string native, string managed) => v.Marshaller.Elements is not { } elements ? ""
        : elements.Marshaller is not { } element ? $"{native}.CopyTo({managed});"
        : Code.Of($$"""
            {
                global::System.ReadOnlySpan<{{Native(elements)}}> {{v.Sources}} = {{native}};
                global::System.Span<{{elements.ManagedType}}> {{v.Targets}} = {{managed}};
                for (int {{v.Index}} = 0; {{v.Index}} < {{v.Sources}}.Length; {{v.Index}}++)
                {
                    {{v.Targets}}[{{v.Index}}] = {{element.Type}}.ConvertToManaged(({{elements.NativeType}}){{v.Sources}}[{{v.Index}}])!;
                }
            }
            """);

    /// <summary>Back into the caller's own collection, which was passed by value.</summary>
    public static string ToCaller(MarshalledValue v)
    {
        if (!v.WritesElements || v.Marshaller.Elements is not { } elements)
        {
            return "";
        }

        string managed = v.IsStateful ? $"{v.State}.GetManagedValuesSource()" : $"{v.Marshaller.Type}.GetManagedValuesSource({v.Name})";
        string native = v.IsStateful ? $"{v.State}.GetUnmanagedValuesDestination()" : $"{v.Marshaller.Type}.GetUnmanagedValuesDestination({v.Native}, {v.Count})";
        return ToManaged(
            v,
            native,
            $"global::System.Runtime.InteropServices.MemoryMarshal.CreateSpan(ref global::System.Runtime.InteropServices.MemoryMarshal.GetReference({managed}), {managed}.Length)");
    }

    public static string Free(MarshalledValue v, string native) =>
        v.Marshaller.Elements is not { Marshaller: { } element } elements || !element.Has(MarshallerMembers.Free) ? "" : Code.Of($$"""
            foreach ({{Native(elements)}} {{v.Index}} in {{native}})
            {
                {{element.Type}}.Free(({{elements.NativeType}}){{v.Index}});
            }
            """);

    private static string Native(ElementsModel elements) => elements.NativeType.EndsWith("*", System.StringComparison.Ordinal) ? "nint" : elements.NativeType;
}
