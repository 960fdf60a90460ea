using System.Text.RegularExpressions;

namespace Ffi.Bindgen.Inference;

/// <summary>What comments say about memory, in the words that most libraries use.</summary>
internal static partial class CommentEvidence
{
    /// <summary>The function with which a comment has the caller free the result; null if it names none of these.</summary>
    public static string? FreedWith(string comment, Func<string, bool> isFree)
    {
        foreach (string sentence in Sentences().Split(comment))
        {
            if (Denies().IsMatch(sentence))
            {
                continue;
            }

            string? named = Names().Matches(sentence).Select(static match => match.Value).FirstOrDefault(isFree);
            if (
                named is not null
                && (Frees().IsMatch(sentence) || (named.EndsWith("free", StringComparison.OrdinalIgnoreCase) && Asks(sentence, named))))
            {
                return named;
            }
        }

        return null;
    }

    // "Please call SDL_free() on the pointer": the function's name alone says what it does.
    private static bool Asks(string sentence, string function) =>
        Calls().Matches(sentence).Any(match => match.Groups[1].Value == function);

    /// <summary>Whether what is said of a parameter lets it be NULL.</summary>
    public static bool AllowsNull(string text) => NullAllowed().IsMatch(text) && !NullForbidden().IsMatch(text);

    [GeneratedRegex(@"(?<=[.!?])\s+|\n\s*\n")]
    private static partial Regex Sentences();

    [GeneratedRegex(
        @"\b(free|freed|freeing|release|released|releasing|deallocate|deallocated|dispose|disposed)\b",
        RegexOptions.IgnoreCase)]
    private static partial Regex Frees();

    [GeneratedRegex(
        @"\b(?:call|calling|use|using|with|via|pass(?:ed)? (?:it )?to)\s+[@\\]?(?:ref\s+)?([A-Za-z_][A-Za-z_0-9]*)",
        RegexOptions.IgnoreCase)]
    private static partial Regex Calls();

    [GeneratedRegex(@"\b(not|never|n't|no need)\b", RegexOptions.IgnoreCase)]
    private static partial Regex Denies();

    [GeneratedRegex(@"[A-Za-z_][A-Za-z_0-9]{2,}")]
    private static partial Regex Names();

    [GeneratedRegex(
        @"\b(or|may be|can be|if|is|pass|be) NULL\b|\bNULL (to|for|if|in which|is allowed|means|can|may|will|uses?)\b|\boptional\b|\(nullable\)",
        RegexOptions.IgnoreCase)]
    private static partial Regex NullAllowed();

    [GeneratedRegex(
        @"\b(must|can|may|should|shall) ?not be NULL\b|\bcannot be NULL\b|\bnon-NULL\b|\bnever NULL\b",
        RegexOptions.IgnoreCase)]
    private static partial Regex NullForbidden();
}
