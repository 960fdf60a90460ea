using Ffi.Abi.Tests.Model;

namespace Ffi.Abi.Tests.Sources;

/// <summary>Writes the C side of a set of cases: functions that fold their arguments into a sum and make their result of it.</summary>
internal static class CSource
{
    private const string Prelude = """
        #include <stdbool.h>
        #include <stdint.h>
        #include <string.h>

        #ifdef _WIN32
        #define EXPORT __declspec(dllexport)
        #else
        #define EXPORT __attribute__((visibility("default")))
        #endif

        static _Thread_local uint64_t last_sum;

        // What the last function that this thread called has made of its arguments.
        EXPORT uint64_t abi_last_sum(void) { return last_sum; }

        static uint64_t fold(uint64_t sum, uint64_t bits)
        {
            sum = (sum ^ bits) * 0x9E3779B97F4A7C15u;
            return sum ^ (sum >> 29);
        }

        // Scalar by scalar and by its own size, so that no padding is looked at.
        static uint64_t fold_bytes(uint64_t sum, const void *scalar, size_t bytes)
        {
            uint64_t bits = 0;
            memcpy(&bits, scalar, bytes);
            return fold(sum, bits);
        }

        #define FOLD(scalar) sum = fold_bytes(sum, &(scalar), sizeof(scalar))
        """;

    public static string Write(CaseSet set) => $"""
        {Prelude}

        {string.Join("\n", set.Structs.Select(Declare))}

        {string.Join("\n\n", set.Cases.Select(Define))}

        """;

    private static string Declare(StructType type) =>
        $"typedef struct {{ {string.Join(" ", type.Fields.Select((field, index) => Declare(field, $"f{index + 1}")))} }} {type.Name};";

    private static string Declare(AbiType field, string name) =>
        field is ArrayType array ? $"{field.CName} {name}[{array.Length}];" : $"{field.CName} {name};";

    private static string Define(AbiCase function) => $$"""
        EXPORT {{function.Return?.CName ?? "void"}} {{function.Symbol}}({{Parameters(function)}})
        {
            uint64_t sum = {{function.Number}};
            {{string.Join(" ", function.Arguments.Select(leaf => $"FOLD({leaf.Path});"))}}
            last_sum = sum;{{(function.Return is null ? "" : Return(function, function.Return))}}
        }

        EXPORT {{function.Return?.CName ?? "void"}} {{function.Symbol}}_through({{ThroughParameters(function)}})
        {
            {{(function.Return is null ? "" : "return ")}}callback({{string.Join(", ", function.Parameters.Select((_, index) => $"a{index + 1}"))}});
        }
        """;

    // The same arguments, behind a callback that takes them.
    private static string ThroughParameters(AbiCase function)
    {
        string callback = $"{function.Return?.CName ?? "void"} (*callback)({Parameters(function)})";
        return function.Parameters.Count == 0 ? callback : $"{callback}, {Parameters(function)}";
    }

    private static string Parameters(AbiCase function) =>
        function.Parameters.Count == 0 ? "void" : function.ParameterList(type => type.CName);

    private static string Return(AbiCase function, AbiType type) => $"""

            {type.CName} result;
            {string.Join(" ", function.Results.Select((leaf, place) => $"{leaf.Path} = {Derive(leaf.Type, place)};"))}
            return result;
        """;

    private static string Derive(ScalarType type, int place) => type.Kind switch
    {
        ScalarKind.Boolean => $"fold(sum, {place}) & 1",
        ScalarKind.Integer => $"({type.CName})fold(sum, {place})",
        _ => $"({type.CName})(int32_t)fold(sum, {place})",
    };
}
