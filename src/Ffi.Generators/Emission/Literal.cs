using System.Globalization;
using System.Text;

namespace Ffi.Generators.Emission;

/// <summary>Writes text from the user's declarations so that it stays text.</summary>
internal static class Literal
{
    /// <summary>A C# string literal, quotes included.</summary>
    public static string Of(string text)
    {
        StringBuilder literal = new("\"");
        foreach (char c in text)
        {
            _ = c switch
            {
                '"' or '\\' => literal.Append('\\').Append(c),
                < ' ' or > '~' => literal.Append("\\u").Append(((int)c).ToString("X4", CultureInfo.InvariantCulture)),
                _ => literal.Append(c),
            };
        }

        return literal.Append('"').ToString();
    }

    /// <summary>Text for an XML documentation comment.</summary>
    public static string InXml(string text) => OnOneLine(text).Replace("&", "&amp;").Replace("<", "&lt;").Replace(">", "&gt;");

    /// <summary>Text for a comment of one line: what would end the line is written as C# writes it.</summary>
    public static string OnOneLine(string text)
    {
        StringBuilder line = new();
        foreach (char c in text)
        {
            _ =
                char.IsControl(c) || char.IsSurrogate(c) || c is '\u2028' or '\u2029'
                    ? line.Append("\\u").Append(((int)c).ToString("X4", CultureInfo.InvariantCulture))
                    : line.Append(c);
        }

        return line.ToString();
    }
}
