namespace Ffi.Tests.Runner;

/// <summary>Which tests are run.</summary>
internal sealed record TestSelection
{
    /// <summary>A part of the full names of the classes to run; empty for all.</summary>
    public string Part { get; init; } = "";

    /// <summary>Beginnings of the full names of tests that can't run here, and why not.</summary>
    public IReadOnlyList<(string Name, string Reason)> Exceptions { get; init; } = [];

    /// <summary>Reads exceptions, one a line, the name before the first colon. Empty lines and those that begin with # are passed
    /// over.</summary>
    public static IReadOnlyList<(string Name, string Reason)> ReadExceptions(string path) =>
    [
        .. File.ReadLines(path)
            .Where(line => line.Length > 0 && line[0] != '#')
            .Select(line => line.Split(": ", 2))
            .Select(parts => (parts[0], parts[1])),
    ];

    /// <summary>Why a test is left out; null where it runs.</summary>
    public string? ReasonAgainst(string className, string method)
    {
        string name = $"{className}.{method}";
        return Exceptions
            .Where(exception => name.StartsWith(exception.Name, StringComparison.Ordinal))
            .Select(exception => exception.Reason)
            .FirstOrDefault();
    }
}
