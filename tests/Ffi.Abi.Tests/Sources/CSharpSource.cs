using Ffi.Abi.Tests.Model;

namespace Ffi.Abi.Tests.Sources;

/// <summary>Writes the C# side of a set of cases: the types, the members that a path needs, and a method a case that calls it with given
/// bits.</summary>
internal static class CSharpSource
{
    /// <summary>The written class. Its field <c>All</c> holds an <c>Action&lt;nint, nint&gt;</c> a case, which reads the arguments' bits
    /// from the first address, 64 for each scalar, and writes the result's to the second.</summary>
    public const string ClassName = "Calls";

    /// <param name="space">A namespace for all of it, where an assembly holds several.</param>
    public static string Write(CaseSet set, CallPath path, string library, bool runtimeMarshalling, string? space = null) => $$"""
        using System;
        using System.Runtime.CompilerServices;
        using System.Runtime.InteropServices;
        using Ffi;

        {{(runtimeMarshalling ? "" : "[assembly: DisableRuntimeMarshalling]")}}
        {{(space is null ? "" : $"namespace {space};")}}

        {{Lines(ScalarType.Enums.Select(type => $"enum {type.CSharpName} : {type.CSharpName[1..]} {{ }}"))}}
        {{Lines(set.Structs.SelectMany(type => type.Fields).OfType<ArrayType>().DistinctBy(type => type.CSharpName).Select(Declare))}}
        {{Lines(set.Structs.Select(Declare))}}

        public static unsafe partial class {{ClassName}}
        {
            public static readonly Action<nint, nint>[] All = [{{List(set.Cases.Select(function => $"Call{function.Number}"))}}];

        {{path.Members(set, library)}}

            static T Read<T>(ulong bits) where T : unmanaged => Unsafe.As<ulong, T>(ref bits);

            static ulong Bits<T>(T value) where T : unmanaged
            {
                ulong bits = 0;
                Unsafe.As<ulong, T>(ref bits) = value;
                return bits;
            }

        {{string.Join("\n\n", set.Cases.Select(function => Call(function, path)))}}
        }
        """;

    private static string Declare(ArrayType type) =>
        $"[InlineArray({type.Length})] struct {type.CSharpName} {{ {type.Element.CSharpName} first; }}";

    private static string Declare(StructType type)
    {
        IEnumerable<string> fields = type.Fields.Select((field, index) => $"public {field.CSharpName} f{index + 1};");
        return $"unsafe struct {type.Name} {{ {Words(fields)} }}";
    }

    private static string Call(AbiCase function, CallPath path) => $$"""
            static void Call{{function.Number}}(nint argumentBits, nint resultBits)
            {
                ulong* arguments = (ulong*)argumentBits, results = (ulong*)resultBits;
                {{Words(function.Parameters.Select((type, index) => $"{type.CSharpName} a{index + 1} = default;"))}}
                {{Words(function.Arguments.Select((leaf, index) => $"{leaf.Path} = {leaf.Type.FromBits($"arguments[{index}]")};"))}}
                {{(function.Return is null ? "" : "var result = ")}}{{path.Call(function)}};
                {{Words(function.Results.Select((leaf, index) => $"results[{index}] = {leaf.Type.ToBits(leaf.Path)};"))}}
            }
        """;

    private static string Lines(IEnumerable<string> lines) => string.Join("\n", lines);

    private static string Words(IEnumerable<string> words) => string.Join(" ", words);

    private static string List(IEnumerable<string> items) => string.Join(", ", items);
}
