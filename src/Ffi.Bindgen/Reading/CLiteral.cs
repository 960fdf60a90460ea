using System.Globalization;
using System.Text;
using Ffi.Headers.Digest;

namespace Ffi.Bindgen.Reading;

/// <summary>Text as C writes it.</summary>
internal static class CLiteral
{
    /// <summary>One literal or several, which C joins; null if there is something else.</summary>
    public static TextValue? Parse(string literals)
    {
        StringBuilder text = new();
        int index = 0;
        while (index < literals.Length)
        {
            char character = literals[index++];
            if (character == '"')
            {
                index = ReadUntilQuote(literals, index, text);
            }
            else if (character is not (' ' or 'L' or 'u' or 'U' or '8'))
            {
                return null;
            }

            if (index < 0)
            {
                return null;
            }
        }

        return new TextValue(text.ToString());
    }

    // The place behind the quote; -1 if there is none.
    private static int ReadUntilQuote(string literals, int index, StringBuilder text)
    {
        while (index < literals.Length && literals[index] != '"')
        {
            char character = literals[index++];
            if (character != '\\' || index == literals.Length)
            {
                text.Append(character);
                continue;
            }

            character = literals[index++];
            switch (character)
            {
                case 'x':
                    index = ReadNumber(literals, index, 8, 16, text);
                    break;
                case 'u' or 'U':
                    index = ReadNumber(literals, index, character == 'u' ? 4 : 8, 16, text);
                    break;
                case >= '0' and <= '7':
                    index = ReadNumber(literals, index - 1, 3, 8, text);
                    break;
                default:
                    text.Append("abtnvfre".Contains(character) ? "\a\b\t\n\v\f\r\e"["abtnvfre".IndexOf(character)] : character);
                    break;
            }
        }

        return index < literals.Length ? index + 1 : -1;
    }

    private static int ReadNumber(string literals, int index, int digits, int numberBase, StringBuilder text)
    {
        int end = index;
        while (
            end < literals.Length
            && end - index < digits
            && (numberBase == 8 ? literals[end] is >= '0' and <= '7' : char.IsAsciiHexDigit(literals[end])))
        {
            end++;
        }

        int value =
            numberBase == 8
                ? Convert.ToInt32(literals[index..end], 8)
                : int.Parse(literals.AsSpan(index, end - index), NumberStyles.HexNumber, CultureInfo.InvariantCulture);
        text.Append(value > 0xFFFF ? char.ConvertFromUtf32(value) : ((char)value).ToString());
        return end;
    }
}
