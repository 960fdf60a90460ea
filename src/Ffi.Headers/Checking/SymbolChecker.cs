using Ffi.Headers.Checking.Declarations;
using Ffi.Headers.Digest;

namespace Ffi.Headers.Checking;

/// <summary>Looks whether the headers of a library have the functions that declarations name.</summary>
internal static class SymbolChecker
{
    // C's own allocator may free what a library gives, and no library's header declares it.
    private static readonly HashSet<string> s_allocator = ["free", "malloc", "realloc", "calloc", "fclose", "close"];

    /// <summary>What to say of an import that no header of the library has.</summary>
    public static Finding? Missing(ManagedFunction function, IReadOnlyList<DigestIndex> digests, ISet<string> declared)
    {
        if (
            function.IsOptional
            || function.Symbol.StartsWith("#", StringComparison.Ordinal)
            || digests.Any(digest => digest.VariablesOf(function.Symbol).Any()))
        {
            return null;
        }

        string headers = string.Join(", ", digests.SelectMany(static digest => digest.Digest.Headers).Take(3));
        CMacro? macro = digests.SelectMany(digest => digest.MacrosOf(function.Symbol)).FirstOrDefault();
        if (macro is not null)
        {
            return new Finding(
                CheckRule.UnknownSymbol,
                FindingSeverity.Warning,
                $"'{function.Symbol}' is a macro in C, and no library exports it")
            {
                Header = macro.Location,
                Origin = function.Origin,
                Symbol = function.Symbol,
            };
        }

        // Which functions a library has depends on how it was built; that one is written wrong is likely where another is nearly so called.
        // It isn't meant where it is declared, too, and 'sha3256' isn't a mistake for 'sha256'.
        string letters = Letters(function.Symbol);
        string? nearest = Names.Nearest(
            function.Symbol,
            FunctionNames(digests).Where(name => !declared.Contains(name) && Letters(name) != letters));
        return new Finding(
            CheckRule.UnknownSymbol,
            nearest is null ? FindingSeverity.Info : FindingSeverity.Warning,
            nearest is null
                ? $"'{function.Symbol}' isn't in {headers}; if only some builds of the library have it, mark the function as optional"
                : $"'{function.Symbol}' isn't in {headers}; it has '{nearest}'")
        { Origin = function.Origin, Symbol = function.Symbol, Replacement = nearest };
    }

    /// <summary>What to say of the functions that attributes name.</summary>
    public static IEnumerable<Finding> CheckNamed(ManagedFunction function, IReadOnlyList<DigestIndex> digests, DigestSet all)
    {
        foreach (NamedSymbol named in function.NamedSymbols)
        {
            IReadOnlyList<DigestIndex> searched = named.Library is { } library ? all.Of(library) : digests;
            if (searched.Count == 0 || s_allocator.Contains(named.Symbol) || searched.Any(digest => digest.FunctionsOf(named.Symbol).Any()))
            {
                continue;
            }

            string headers = string.Join(", ", searched.SelectMany(static digest => digest.Digest.Headers).Take(3));
            string? nearest = Names.Nearest(named.Symbol, FunctionNames(searched));
            CMacro? macro = searched.SelectMany(digest => digest.MacrosOf(named.Symbol)).FirstOrDefault();
            string why = macro is not null ? "is a macro in C" : $"isn't in {headers}" + (nearest is null ? "" : $"; it has '{nearest}'");
            yield return new Finding(
                CheckRule.UnknownNamedSymbol,
                FindingSeverity.Error,
                $"{named.Attribute} of '{function.Symbol}' names '{named.Symbol}', which {why}")
            {
                Header = macro?.Location,
                Origin = named.Origin ?? function.Origin,
                Symbol = named.Symbol,
                Replacement = nearest,
            };
        }
    }

    private static string Letters(string name) => new([.. name.Where(static character => !char.IsDigit(character))]);

    private static IEnumerable<string> FunctionNames(IReadOnlyList<DigestIndex> digests) =>
        digests.SelectMany(static digest => digest.Digest.Functions).Select(static function => function.Name);
}
