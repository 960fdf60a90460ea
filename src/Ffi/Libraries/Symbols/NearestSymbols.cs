namespace Ffi;

/// <summary>The exported names that the author of a missing name may have meant.</summary>
internal static class NearestSymbols
{
    private const int Most = 3;

    public static IReadOnlyList<string> Of(string symbol, IEnumerable<string> exports)
    {
        // One letter in three may be wrong. With more, every short name would match.
        int farthest = symbol.Length < 3 ? 0 : Math.Max(1, symbol.Length / 3);
        return
        [
            .. exports.Select(export => (Name: export, Distance: Distance(symbol, export, farthest)))
                .Where(near => near.Distance <= farthest)
                .OrderBy(near => near.Distance)
                .ThenBy(near => near.Name, StringComparer.Ordinal)
                .Select(near => near.Name)
                .Distinct()
                .Take(Most),
        ];
    }

    private static int Distance(string symbol, string export, int farthest)
    {
        if (export.Equals(symbol, StringComparison.OrdinalIgnoreCase) || SymbolDecoration.Of(symbol, export) is not null)
        {
            return 0;
        }

        // The library's prefix was left out: libversion for sqlite3_libversion.
        if (export.Length > symbol.Length && export.EndsWith(symbol, StringComparison.Ordinal) && export[^(symbol.Length + 1)] == '_')
        {
            return Math.Min(1, farthest);
        }

        return Math.Abs(symbol.Length - export.Length) > farthest ? int.MaxValue : EditDistance(symbol, export);
    }

    /// <summary>How many letters have to be put in, taken out, changed or swapped with their neighbour (optimal string
    /// alignment).</summary>
    public static int EditDistance(string first, string second)
    {
        var before = new int[second.Length + 1];
        var previous = new int[second.Length + 1];
        var current = new int[second.Length + 1];
        for (int column = 0; column <= second.Length; column++)
        {
            previous[column] = column;
        }

        for (int row = 1; row <= first.Length; row++)
        {
            current[0] = row;
            for (int column = 1; column <= second.Length; column++)
            {
                int changed = previous[column - 1] + (first[row - 1] == second[column - 1] ? 0 : 1);
                int distance = Math.Min(changed, Math.Min(previous[column], current[column - 1]) + 1);
                bool isSwap = row > 1 && column > 1 && first[row - 1] == second[column - 2] && first[row - 2] == second[column - 1];
                current[column] = isSwap ? Math.Min(distance, before[column - 2] + 1) : distance;
            }

            (before, previous, current) = (previous, current, before);
        }

        return previous[second.Length];
    }
}
