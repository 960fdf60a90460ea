using Ffi.Generators.Planning;

namespace Ffi.Generators.Emission;

/// <summary>Puts the addresses that a function needs into its locals.</summary>
internal static class SymbolLookUp
{
    /// <param name="symbols">The class or object that keeps the addresses.</param>
    /// <param name="function">The function.</param>
    public static IEnumerable<string> RenderAll(string symbols, TrampolinePlan function)
    {
        yield return Render(symbols, function.Locals.Function, function.Slot, SlotTemplate.Symbol(function.EntryPoint, function.IsVariadic));
        if (function.Free is { } free)
        {
            yield return "\n" + Render(symbols, free.Function, free.Slot, Literal.Of(free.EntryPoint));
        }
    }

    private static string Render(string symbols, string local, string slot, string symbol) => Code.Of($$"""
        nint {{local}} = {{symbols}}.{{slot}};
        if ({{local}} == 0)
        {
            {{local}} = {{symbols}}.Bind(ref {{symbols}}.{{slot}}, {{symbol}});
        }
        """);
}
