namespace Ffi.Tests.Calls.Arity;

/// <summary>Writes the binding of one family of sums: two declarations an arity, and a case that calls them with an array's
/// elements.</summary>
public static class AritySource
{
    public static string Write(ArityFamily family) => $$"""
        // Written by AritySource; `UPDATE_SNAPSHOTS=1 dotnet test tests/Ffi.Tests` writes it anew.
        namespace Ffi.Tests.Calls.Arity;

        [NativeLibrary("benchmarktest")]
        internal static partial class {{family.Name}}Sums
        {
        {{Lines(family, Declarations)}}

            internal static readonly ArityCase<{{family.ValueType}}, {{family.SumType}}>[] Cases =
            [
        {{Lines(family, Case)}}
            ];
        }

        """.ReplaceLineEndings("\n");

    private static string Lines(ArityFamily family, Func<ArityFamily, int, string> line) =>
        string.Join("\n", family.Arities.Select(arity => line(family, arity)));

    private static string Declarations(ArityFamily family, int arity) => $"""
            [NativeFunction("sum_{family.NativeName}_{arity}")]
            internal static partial {family.SumType} Sum{arity}({Parameters(family, arity)});
            [NativeFunction("weigh_{family.NativeName}_{arity}")]
            internal static partial {family.SumType} Weigh{arity}({Parameters(family, arity)});
        """;

    private static string Case(ArityFamily family, int arity) =>
        $"        new({arity}, a => Sum{arity}({Arguments(family, arity)}), a => Weigh{arity}({Arguments(family, arity)})),";

    private static string Parameters(ArityFamily family, int arity) =>
        Join(arity, position => $"{family.ParameterType(position)} a{position}");

    private static string Arguments(ArityFamily family, int arity) =>
        Join(arity, position => (family.ParameterType(position) == family.ValueType ? "" : "(long)") + $"a[{position - 1}]");

    private static string Join(int arity, Func<int, string> item) => string.Join(", ", Enumerable.Range(1, arity).Select(item));
}
