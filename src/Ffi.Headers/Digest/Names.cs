namespace Ffi.Headers.Digest;

/// <summary>Compares names that are written by different customs: <c>git_status_options</c> and <c>GitStatusOptions</c>.</summary>
internal static class Names
{
    /// <summary>The name's letters and digits in lower case.</summary>
    public static string Plain(string name)
    {
        char[] letters = new char[name.Length];
        int count = 0;
        foreach (char character in name)
        {
            if (char.IsLetterOrDigit(character))
            {
                letters[count++] = char.ToLowerInvariant(character);
            }
        }

        return new string(letters, 0, count);
    }

    public static bool AreAlike(string one, string other) =>
        string.Equals(one, other, StringComparison.Ordinal) || Plain(one) == Plain(other);

    /// <summary>The ends of a C name, each from one of its words on: <c>git_delta_added</c>, <c>delta_added</c>, <c>added</c>.</summary>
    public static IEnumerable<string> Endings(string name)
    {
        for (int start = 0; start >= 0 && start < name.Length; start = name.IndexOf('_', start) is var at and >= 0 ? at + 1 : -1)
        {
            if (Plain(name.Substring(start)) is { Length: > 0 } ending)
            {
                yield return ending;
            }
        }
    }

    /// <summary>The name that is nearest to one, if it is near: two changed letters, and fewer in a short name.</summary>
    public static string? Nearest(string name, IEnumerable<string> candidates)
    {
        int limit = name.Length < 6 ? 1 : name.Length < 24 ? 2 : 3;
        string? nearest = null;
        foreach (string candidate in candidates)
        {
            int distance =
                Math.Abs(candidate.Length - name.Length) > limit ? limit + 1
                : Plain(candidate) == Plain(name) ? 1
                : Distance(name, candidate, limit);
            if (distance < (nearest is null ? limit + 1 : limit))
            {
                nearest = candidate;
                limit = distance;
            }
        }

        return nearest;
    }

    // Optimal string alignment: a letter added, dropped or changed, or two neighbours swapped.
    private static int Distance(string one, string other, int limit)
    {
        int[] before = new int[other.Length + 1];
        int[] last = [.. Enumerable.Range(0, other.Length + 1)];
        for (int row = 1; row <= one.Length; row++)
        {
            int[] current = new int[other.Length + 1];
            current[0] = row;
            int least = row;
            for (int column = 1; column <= other.Length; column++)
            {
                int changed = last[column - 1] + (one[row - 1] == other[column - 1] ? 0 : 1);
                int best = Math.Min(Math.Min(last[column] + 1, current[column - 1] + 1), changed);
                if (row > 1 && column > 1 && one[row - 1] == other[column - 2] && one[row - 2] == other[column - 1])
                {
                    best = Math.Min(best, before[column - 2] + 1);
                }

                current[column] = best;
                least = Math.Min(least, best);
            }

            if (least > limit)
            {
                return limit + 1;
            }

            (before, last) = (last, current);
        }

        return last[other.Length];
    }
}
