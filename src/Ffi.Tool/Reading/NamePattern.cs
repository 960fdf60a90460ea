using System.IO.Enumeration;

namespace Ffi.Tool.Reading;

/// <summary>Names with stars, such as <c>sqlite3_open*</c>, several with commas. No pattern at all matches every name.</summary>
internal sealed class NamePattern(IEnumerable<string> patterns)
{
    private readonly string[] _patterns =
    [
        .. patterns.SelectMany(static pattern =>
            pattern.Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries)),
    ];

    public bool Matches(string name) =>
        _patterns.Length == 0 || _patterns.Any(pattern => FileSystemName.MatchesSimpleExpression(pattern, name, ignoreCase: false));
}
