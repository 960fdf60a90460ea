using Ffi.Generators.Model;

namespace Ffi.Generators.Planning;

/// <summary>Tells files apart whose names differ in case only, as <c>GL</c> and <c>Gl</c> do.</summary>
internal static class SharedFileNames
{
    /// <summary>The names that would clash, in order.</summary>
    public static EquatableArray<string> Find(IEnumerable<string?> names) => names
        .OfType<string>()
        .GroupBy(static name => name, StringComparer.OrdinalIgnoreCase)
        .Where(static group => group.Count() > 1)
        .SelectMany(static group => group)
        .OrderBy(static name => name, StringComparer.Ordinal)
        .ToEquatableArray();

    /// <summary>A file name that is unique, with a number in it for all but the first; null if two types have the very same name, which
    /// the compiler refuses anyway.</summary>
    public static string? Tell(string fileName, EquatableArray<string> shared)
    {
        List<string> rivals = [.. shared.Where(name => string.Equals(name, fileName, StringComparison.OrdinalIgnoreCase))];
        int index = rivals.IndexOf(fileName);
        if (index != rivals.LastIndexOf(fileName))
        {
            return null;
        }

        return index <= 0 ? fileName : fileName.Replace(GeneratedFileName.Suffix, $".{index + 1}{GeneratedFileName.Suffix}");
    }
}
