using System.Diagnostics.CodeAnalysis;
using System.Globalization;

namespace Ffi;

/// <summary>The version in a library's file name: <c>0</c>, <c>1.2.13</c>.</summary>
/// <remarks>A class, as everything that a search collects: the framework's collections come compiled for classes only, and to compile them
/// for structs was most of the time of a program's first native call.</remarks>
internal sealed class LibraryVersion : IComparable<LibraryVersion>
{
    private readonly ulong[] _numbers;

    private LibraryVersion(ulong[] numbers) => _numbers = numbers;

    public static bool TryParse(ReadOnlySpan<char> text, [NotNullWhen(true)] out LibraryVersion? version)
    {
        var numbers = new List<ulong>();
        foreach (Range part in text.Split('.'))
        {
            if (!ulong.TryParse(text[part], NumberStyles.None, CultureInfo.InvariantCulture, out ulong number))
            {
                version = null;
                return false;
            }

            numbers.Add(number);
        }

        version = new LibraryVersion([.. numbers]);
        return true;
    }

    /// <summary>The files that a pattern stands for, the highest version first.</summary>
    /// <param name="pattern">A file name with <c>*</c> in place of the version.</param>
    /// <param name="fileNames">The files to choose from.</param>
    public static IReadOnlyList<string> HighestFirst(string pattern, IEnumerable<string> fileNames)
    {
        int star = pattern.IndexOf('*');
        (string start, string end) = (pattern[..star], pattern[(star + 1)..]);
        var matches = new List<Match>();
        foreach (string fileName in fileNames)
        {
            if (fileName.Length > start.Length + end.Length
                && fileName.StartsWith(start, StringComparison.Ordinal)
                && fileName.EndsWith(end, StringComparison.Ordinal)
                && TryParse(fileName.AsSpan(start.Length, fileName.Length - start.Length - end.Length), out LibraryVersion? version))
            {
                matches.Add(new Match(version, fileName));
            }
        }

        return matches.Count == 0 ? [] : Sorted(matches);
    }

    /// <remarks>Of <c>1</c> and <c>1.2</c> the shorter is the higher: it is the link that the system keeps to the file to use.</remarks>
    public int CompareTo(LibraryVersion? other)
    {
        ArgumentNullException.ThrowIfNull(other);
        int shared = Math.Min(_numbers.Length, other._numbers.Length);
        int order = _numbers.AsSpan(0, shared).SequenceCompareTo(other._numbers.AsSpan(0, shared));
        return order != 0 ? order : other._numbers.Length.CompareTo(_numbers.Length);
    }

    // Apart, so that a search that meets no versions does without LINQ, whose assembly it would else load.
    private static string[] Sorted(List<Match> matches) =>
        [.. matches.OrderByDescending(match => match.Version).Select(match => match.FileName).Distinct()];

    private sealed record Match(LibraryVersion Version, string FileName);
}
