namespace Ffi.Bindgen.Planning.Documentation;

/// <summary>Makes XML documentation of a header's comment.</summary>
internal static class CommentDocumentation
{
    // What a tip in an editor has room for.
    private const int MostCharacters = 400;

    /// <summary>The lines of documentation.</summary>
    /// <param name="comment">The header's comment; null if there is none.</param>
    /// <param name="otherwise">The summary, as XML, where the comment has none.</param>
    /// <param name="parameters">The parameters that may be spoken of, by their names in C and in C#.</param>
    /// <param name="hasResult">Whether there is a result.</param>
    public static IReadOnlyList<string> Of(
        string? comment,
        string otherwise,
        IReadOnlyList<(string CName, string Name)> parameters,
        bool hasResult)
    {
        ParsedComment parsed = ParsedComment.Of(comment);
        List<string> lines = [];
        string summary = Shorten(parsed.Summary);
        lines.Add($"<summary>{(summary.Length == 0 ? otherwise : Xml.Escape(summary))}</summary>");
        foreach ((string cName, string name) in parameters)
        {
            if (parsed.Parameters.GetValueOrDefault(cName) is { Text.Length: > 0 } said)
            {
                lines.Add($"""<param name="{name}">{Xml.Escape(Shorten(said.Text))}</param>""");
            }
        }

        if (hasResult && parsed.Returns.Length > 0)
        {
            lines.Add($"<returns>{Xml.Escape(Shorten(parsed.Returns))}</returns>");
        }

        return lines;
    }

    private static string Shorten(string text)
    {
        if (text.Length <= MostCharacters)
        {
            return text;
        }

        int end = text.LastIndexOf(". ", MostCharacters, StringComparison.Ordinal);
        int space = text.LastIndexOf(' ', MostCharacters);
        return end > 40 ? text[..(end + 1)] : (space > 0 ? text[..space] : text[..MostCharacters]) + " …";
    }
}
