using System.Text.RegularExpressions;
using Ffi.Bindgen.Planning.Documentation;
using Ffi.Headers.Digest;

namespace Ffi.Bindgen.Inference;

/// <summary>Mends the comments of headers that write them below their functions, as zlib.h does: a compiler takes each for the next
/// function's.</summary>
internal static partial class TrailingComments
{
    private const int Fewest = 5;

    /// <summary>The digest, with each comment at the function that it describes.</summary>
    public static HeaderDigest Mend(HeaderDigest digest)
    {
        HashSet<string?> files =
        [
            .. digest
                .Functions.GroupBy(static function => function.Location?.File)
                .Where(static file => IsTrailing([.. file]))
                .Select(static file => file.Key),
        ];
        if (files.Count == 0)
        {
            return digest;
        }

        CFunction[] functions = [.. digest.Functions];
        for (int index = 0; index < functions.Length; index++)
        {
            if (files.Contains(functions[index].Location?.File))
            {
                CFunction? next =
                    index + 1 < functions.Length && functions[index + 1].Location?.File == functions[index].Location?.File
                        ? digest.Functions[index + 1]
                        : null;
                // A comment that begins with a prototype speaks of a macro, which has no other place.
                string? comment = ParsedComment.BeginsWithPrototype(next?.Documentation) ? null : next?.Documentation;
                functions[index] = functions[index] with { Documentation = comment };
            }
        }

        return digest with { Functions = functions.ToEquatableArray() };
    }

    // A comment names its function more often than the neighbours. Doxygen's comments stand above what they speak of, and name what
    // they like.
    private static bool IsTrailing(CFunction[] functions)
    {
        if (functions.Any(static function => function.Documentation is { } comment && DoxygenCommand().IsMatch(comment)))
        {
            return false;
        }

        int own = 0;
        int before = 0;
        for (int index = 1; index < functions.Length; index++)
        {
            if (functions[index].Documentation is { } comment)
            {
                bool namesOwn = comment.Contains(functions[index].Name, StringComparison.Ordinal);
                bool namesBefore = comment.Contains(functions[index - 1].Name, StringComparison.Ordinal);
                own += namesOwn && !namesBefore ? 1 : 0;
                before += namesBefore && !namesOwn ? 1 : 0;
            }
        }

        return before >= Fewest && before > 2 * own;
    }

    [GeneratedRegex(@"[@\\](param|returns?|brief|see|sa|p|c)\b")]
    private static partial Regex DoxygenCommand();
}
