using System.Globalization;
using System.Text;
using Ffi.Headers.Digest;

namespace Ffi.Headers.Text;

/// <summary>Values as a digest writes them: numbers in decimal, text as a C literal.</summary>
internal static class ConstantText
{
    public static string Of(ConstantValue value) => value switch
    {
        IntegerValue { Value: var number } => number.ToString(CultureInfo.InvariantCulture),
        FloatValue { Value: var number } => OfFloat(number),
        TextValue { Value: var text } => Quote(text),
        _ => throw new InvalidOperationException($"{value.GetType()} has no text."),
    };

    /// <summary>Text in double quotes; what is no printable character is escaped.</summary>
    public static string Quote(string text)
    {
        StringBuilder quoted = new("\"");
        foreach (char character in text)
        {
            _ = character switch
            {
                '"' => quoted.Append("\\\""),
                '\\' => quoted.Append("\\\\"),
                '\n' => quoted.Append("\\n"),
                '\t' => quoted.Append("\\t"),
                < ' ' or > '~' => quoted.Append("\\u").Append(((int)character).ToString("X4", CultureInfo.InvariantCulture)),
                _ => quoted.Append(character),
            };
        }

        return quoted.Append('"').ToString();
    }

    // A point or an exponent tells a floating-point number from a whole one.
    private static string OfFloat(double number)
    {
        if (double.IsNaN(number) || double.IsInfinity(number))
        {
            return double.IsNaN(number) ? "nan" : number > 0 ? "inf" : "-inf";
        }

        string text = number.ToString("R", CultureInfo.InvariantCulture);
        // .NET Framework's "R" drops the sign of zero.
        string signed = number == 0 && 1 / number < 0 && text[0] != '-' ? "-" + text : text;
        return signed.IndexOfAny(['.', 'E']) < 0 ? signed + ".0" : signed;
    }
}
