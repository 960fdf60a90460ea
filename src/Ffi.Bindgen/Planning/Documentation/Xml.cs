using System.Text;

namespace Ffi.Bindgen.Planning;

/// <summary>Text in XML documentation.</summary>
internal static class Xml
{
    /// <summary>Text with nothing in it that XML takes for its own.</summary>
    public static string Escape(string text)
    {
        StringBuilder escaped = new(text.Length);
        foreach (char character in text)
        {
            _ = character switch
            {
                '<' => escaped.Append("&lt;"),
                '>' => escaped.Append("&gt;"),
                '&' => escaped.Append("&amp;"),
                // XML has no place for them, and an unpaired surrogate is none of Unicode's characters.
                < ' ' or '\uFFFE' or '\uFFFF' => escaped.Append(' '),
                _ when char.IsSurrogate(character) => escaped.Append('?'),
                _ => escaped.Append(character),
            };
        }

        return escaped.ToString();
    }
}
