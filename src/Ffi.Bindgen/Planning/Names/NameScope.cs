namespace Ffi.Bindgen.Planning.Names;

/// <summary>Names of which each is given once.</summary>
internal sealed class NameScope(IEnumerable<string> reserved)
{
    private readonly HashSet<string> _taken = new(reserved, StringComparer.Ordinal);

    /// <summary>The first candidate that is free; the last one with a number if none is.</summary>
    public string Take(params IEnumerable<string> candidates)
    {
        string last = "";
        foreach (string candidate in candidates)
        {
            last = candidate;
            if (_taken.Add(candidate))
            {
                return candidate;
            }
        }

        int number = 2;
        while (!_taken.Add($"{last}{number}"))
        {
            number++;
        }

        return $"{last}{number}";
    }
}
