namespace Ffi.Generators.Emission;

/// <summary>Puts one symbol's address into a local.</summary>
internal static class SymbolLookUp
{
    /// <param name="symbols">The class or object that keeps the addresses.</param>
    /// <param name="local">The local.</param>
    /// <param name="slot">The field.</param>
    /// <param name="entryPoint">The symbol.</param>
    /// <param name="isVariadic">Whether it is called through a thunk.</param>
    public static string Render(string symbols, string local, string slot, string entryPoint, bool isVariadic = false) => Code.Of($$"""
        nint {{local}} = {{symbols}}.{{slot}};
        if ({{local}} == 0)
        {
            {{local}} = {{symbols}}.Bind(ref {{symbols}}.{{slot}}, {{SlotTemplate.Symbol(entryPoint, isVariadic)}});
        }
        """);
}
