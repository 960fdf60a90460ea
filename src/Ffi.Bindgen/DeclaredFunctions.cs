using System.Text.RegularExpressions;

namespace Ffi.Bindgen;

/// <summary>Finds the functions that a program declares by hand: bindings leave them out.</summary>
public static partial class DeclaredFunctions
{
    /// <summary>The C names of the functions with <c>[NativeFunction]</c> in a source: what it says, or else the method's name.</summary>
    public static IEnumerable<string> In(string source) =>
        Named().Matches(source).Concat(Unnamed().Matches(source)).Select(static match => match.Groups[1].Value);

    /// <summary>Those of sources, by their paths.</summary>
    public static IReadOnlySet<string> In(IEnumerable<string> files) =>
        files.Where(File.Exists).SelectMany(static file => In(File.ReadAllText(file))).ToHashSet(StringComparer.Ordinal);

    /// <summary>Those of all sources in a folder and below, except what was generated.</summary>
    public static IReadOnlySet<string> Below(string folder) =>
        Directory.Exists(folder)
            ? In(
                Directory
                    .EnumerateFiles(folder, "*.cs", SearchOption.AllDirectories)
                    .Where(static file => !file.EndsWith(".g.cs", StringComparison.Ordinal) && !IsOutput(file)))
            : new HashSet<string>();

    private static bool IsOutput(string file) =>
        file.Split(Path.DirectorySeparatorChar) is var parts && (parts.Contains("obj") || parts.Contains("bin"));

    // Other attributes may stand beside it, and a namespace before it.
    [GeneratedRegex(@"[\[,]\s*(?:[\w.:]+\.)?NativeFunction(?:Attribute)?\s*\(\s*@?""([A-Za-z_$][A-Za-z_0-9$]*)""")]
    private static partial Regex Named();

    [GeneratedRegex(
        @"[\[,]\s*(?:[\w.:]+\.)?NativeFunction(?:Attribute)?\s*(?:\(\s*(?:\w+\s*=[^)]*)?\)\s*)?[\],][^;{}]*?\bpartial\s[^;{}(]*?(\w+)\s*\("
    )]
    private static partial Regex Unnamed();
}
