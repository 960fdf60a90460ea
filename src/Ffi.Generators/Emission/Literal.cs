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
    public static string InXml(string text) => text.Replace("&", "&amp;").Replace("<", "&lt;").Replace(">", "&gt;");
}
