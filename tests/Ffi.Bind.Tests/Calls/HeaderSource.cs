using Ffi.Abi.Tests.Model;

namespace Ffi.Bind.Tests.Calls;

/// <summary>Writes the header of a set of random functions, and C# that calls what was bound of it.</summary>
internal static class HeaderSource
{
    public const string ClassName = "Calls";

    /// <summary>The header: structs and prototypes, as a library has them.</summary>
    public static string Write(CaseSet set) => $"""
        #include <stdbool.h>
        #include <stdint.h>

        {string.Join("\n", set.Structs.Select(Declare))}

        {string.Join("\n", set.Cases.Select(static function => $"{function.Return?.CName ?? "void"} {function.Symbol}({(function.Parameters.Count == 0 ? "void" : function.ParameterList(static type => type.CName))});"))}

        """;

    /// <summary>A class whose field <c>All</c> holds a call for each function: from the arguments' bits, to the result's.</summary>
    public static string Calls(CaseSet set, string space, string library) => $$"""
        using System;
        using System.Runtime.CompilerServices;
        using System.Runtime.InteropServices;

        namespace {{space}};

        internal static unsafe class {{ClassName}}
        {
            public static readonly Action<nint, nint>[] All = [{{string.Join(", ", set.Cases.Select(static function => $"Call{function.Number}"))}}];

            static T Read<T>(ulong bits) where T : unmanaged => Unsafe.As<ulong, T>(ref bits);

            static ulong Bits<T>(T value) where T : unmanaged
            {
                ulong bits = 0;
                Unsafe.As<ulong, T>(ref bits) = value;
                return bits;
            }

        {{string.Join("\n", set.Cases.Select(function => Call(function, library)))}}
        }
        """;

    private static string Declare(StructType type) =>
        $"typedef struct {{ {string.Join(" ", type.Fields.Select(static (field, index) => field is ArrayType array ? $"{field.CName} f{index + 1}[{array.Length}];" : $"{field.CName} f{index + 1};"))} }} {type.Name};";

    private static string Call(AbiCase function, string library) => $$"""
            static void Call{{function.Number}}(nint argumentBits, nint resultBits)
            {
                ulong* arguments = (ulong*)argumentBits, results = (ulong*)resultBits;
                {{string.Join(" ", function.Parameters.Select(static (type, index) => $"{NameOf(type)} a{index + 1} = default;"))}}
                {{string.Join(" ", function.Arguments.Select(static (leaf, index) => $"{PathOf(leaf)} = Read<{NameOf(leaf)}>(arguments[{index}]);"))}}
                {{(function.Return is null ? "" : "var result = ")}}{{library}}.F{{function.Number}}({{string.Join(", ", function.Parameters.Select(static (_, index) => $"a{index + 1}: a{index + 1}"))}});
                {{string.Join(" ", function.Results.Select(static (leaf, index) => $"results[{index}] = Bits({PathOf(leaf)});"))}}
            }
        """;

    // Fields begin with a capital letter in C#.
    private static string PathOf(Leaf leaf) => leaf.Path.Replace(".f", ".F", StringComparison.Ordinal);

    // What is said of C's types here is what the bindings must have made of the header.
    private static string NameOf(Leaf leaf) => leaf.Path.Contains('.') && leaf.Type.CName == "bool" ? "byte" : NameOf(leaf.Type);

    private static string NameOf(AbiType type) => type switch
    {
        StructType => type.CName,
        _ => type.CName switch
        {
            "int8_t" => "sbyte",
            "uint8_t" => "byte",
            "int16_t" => "short",
            "uint16_t" => "ushort",
            "int32_t" => "int",
            "uint32_t" => "uint",
            "int64_t" => "long",
            "uint64_t" => "ulong",
            "intptr_t" or "void *" => "nint",
            "uintptr_t" => "nuint",
            "long" => "CLong",
            "unsigned long" => "CULong",
            var name => name,
        },
    };
}
