namespace Ffi.Bindgen.Planning.Names;

/// <summary>The words that a C name consists of.</summary>
internal static class Words
{
    /// <summary>The words in lower case: underscores and changes of case part them.</summary>
    public static IReadOnlyList<string> Of(string name)
    {
        List<string> words = [];
        int start = 0;
        for (int index = 0; index <= name.Length; index++)
        {
            if (index == name.Length || name[index] == '_' || IsBorder(name, index))
            {
                if (index > start)
                {
                    words.Add(name[start..index].ToLowerInvariant());
                }

                start = index < name.Length && name[index] == '_' ? index + 1 : index;
            }
        }

        return words;
    }

    // xmlNode: before N. XMLNode: before N too, since a small letter follows.
    private static bool IsBorder(string name, int index) =>
        index > 0
        && char.IsAsciiLetterUpper(name[index])
        && (char.IsAsciiLetterLower(name[index - 1])
            || (index + 1 < name.Length && char.IsAsciiLetterUpper(name[index - 1]) && char.IsAsciiLetterLower(name[index + 1])));
}
