namespace Ffi.Analyzers.Liveness.Knowledge;

/// <summary>Lines of lifetimes files about a native function itself, <c>user32!SetWindowsHookEx</c>, whichever code declares it.</summary>
internal sealed class NativeLines
{
    private readonly Dictionary<string, List<(string Library, List<string> Clauses)>> _lines = new(StringComparer.Ordinal);

    /// <summary>False if the key is a method's and no function's.</summary>
    public bool TryAdd(string key, IEnumerable<string> clauses)
    {
        int mark = key.IndexOf('!');
        if (mark < 0)
        {
            return false;
        }

        string function = key.Substring(mark + 1);
        if (!_lines.TryGetValue(function, out List<(string Library, List<string> Clauses)>? of))
        {
            _lines[function] = of = [];
        }

        of.Add((key.Substring(0, mark).ToLowerInvariant(), [.. clauses]));
        return true;
    }

    /// <summary>What is said of a function of a library, by whatever name the file has on a platform. Windows' functions come with an A or
    /// a W, too.</summary>
    public IEnumerable<string> ClausesOf(string library, string entryPoint)
    {
        if (_lines.Count == 0)
        {
            return [];
        }

        string file = library.Substring(library.LastIndexOfAny(['/', '\\']) + 1).ToLowerInvariant();
        bool isWide = entryPoint.EndsWith("W", StringComparison.Ordinal) || entryPoint.EndsWith("A", StringComparison.Ordinal);
        return Of(entryPoint, file).Concat(isWide ? Of(entryPoint.Substring(0, entryPoint.Length - 1), file) : []);
    }

    // SDL2.dll, libSDL2-2.0.so.0: the file's name says the library's.
    private IEnumerable<string> Of(string function, string file) =>
        _lines.TryGetValue(function, out List<(string Library, List<string> Clauses)>? lines)
            ? lines.Where(line => file.Contains(line.Library)).SelectMany(static line => line.Clauses)
            : [];
}
