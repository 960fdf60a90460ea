using System.Text.RegularExpressions;

namespace Ffi.Bindgen;

/// <summary>Finds the functions that a program declares by hand: bindings leave them out.</summary>
public static partial class DeclaredFunctions
{
    /// <summary>The C names in a source's <c>[NativeFunction("…")]</c> attributes.</summary>
    public static IEnumerable<string> In(string source) => Attribute().Matches(source).Select(static match => match.Groups[1].Value);

    /// <summary>Those of all sources in a folder and below, except what was generated.</summary>
    public static IReadOnlySet<string> Below(string folder) => Directory.Exists(folder)
        ? Directory.EnumerateFiles(folder, "*.cs", SearchOption.AllDirectories)
            .Where(static file => !file.EndsWith(".g.cs", StringComparison.Ordinal) && !IsOutput(file))
            .SelectMany(static file => In(File.ReadAllText(file)))
            .ToHashSet(StringComparer.Ordinal)
        : new HashSet<string>();

    private static bool IsOutput(string file) => file.Split(Path.DirectorySeparatorChar) is var parts && (parts.Contains("obj") || parts.Contains("bin"));

    [GeneratedRegex(@"\[\s*NativeFunction(?:Attribute)?\s*\(\s*""([A-Za-z_$][A-Za-z_0-9$]*)""")]
    private static partial Regex Attribute();
}
