namespace Ffi.Bindgen.Reading;

/// <summary>Comments without what makes them comments.</summary>
internal static class CommentText
{
    /// <summary>The text of a comment: no slashes, no column of stars, no space that all lines begin with.</summary>
    public static string? Of(string comment)
    {
        List<string> lines = [.. comment.Replace("\r", "").Split('\n').Select(Strip)];
        while (lines.Count > 0 && lines[0].Length == 0)
        {
            lines.RemoveAt(0);
        }

        while (lines.Count > 0 && lines[^1].Length == 0)
        {
            lines.RemoveAt(lines.Count - 1);
        }

        int indent = lines
            .Where(static line => line.Length > 0)
            .Select(static line => line.Length - line.TrimStart().Length)
            .DefaultIfEmpty(0)
            .Min();
        string text = string.Join('\n', lines.Select(line => line.Length == 0 ? "" : line[indent..]));
        return text.Length == 0 ? null : text;
    }

    private static string Strip(string line)
    {
        string text = line.Replace('\t', ' ').TrimEnd();
        if (text.EndsWith("*/", StringComparison.Ordinal))
        {
            text = text[..^2].TrimEnd().TrimEnd('*').TrimEnd();
        }

        string trimmed = text.TrimStart();
        string? mark = Array.Find(s_marks, mark => trimmed.StartsWith(mark, StringComparison.Ordinal));
        return (mark is null ? text : trimmed[mark.Length..].TrimStart('*', '/')).TrimEnd();
    }

    private static readonly string[] s_marks = ["/**<", "/*!<", "/**", "/*!", "/*", "///<", "//!<", "///", "//!", "//", "**", "*"];
}
