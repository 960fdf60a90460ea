using System.Globalization;
using System.Numerics;
using Ffi.Headers.Digest;

namespace Ffi.Headers.Text;

/// <summary>Reads values, and facts that may differ from platform to platform.</summary>
internal static class FactReader
{
    /// <summary>One value, or each with its platforms in braces.</summary>
    public static PerPlatform<T> ReadFact<T>(this LineReader line, Func<LineReader, T> read)
        where T : notnull
    {
        if (!line.Take("{"))
        {
            return PerPlatform.Same(read(line));
        }

        List<PlatformVariant<T>> variants = [];
        do
        {
            PlatformSet platforms = line.ReadPlatforms();
            line.Require(":");
            line.SkipSpaces();
            variants.Add(new PlatformVariant<T>(platforms, read(line)));
        }
        while (line.Take(";"));
        line.Require("}");
        return PerPlatform.Of(variants);
    }

    /// <summary>Names of platforms with commas.</summary>
    public static PlatformSet ReadPlatforms(this LineReader line)
    {
        PlatformSet set = PlatformSet.None;
        do
        {
            line.SkipSpaces();
            string name = line.ReadWhile(static character => NameText.IsNameCharacter(character) || character == '-');
            PlatformSet found = PlatformNames.Find(name).Intersect(line.Platforms);
            if (found.IsEmpty)
            {
                throw line.Expected(name.Length == 0 ? "a platform" : $"one of the digest's platforms instead of '{name}'");
            }

            set = set.Union(found);
        }
        while (line.TakeHere(","));
        return set;
    }

    public static long ReadNumber(this LineReader line, string what)
    {
        line.SkipSpaces();
        string digits = line.ReadWhile(static character => character is >= '0' and <= '9');
        return long.TryParse(digits, NumberStyles.None, CultureInfo.InvariantCulture, out long number) ? number : throw line.Expected(what);
    }

    public static BigInteger ReadInteger(this LineReader line) =>
        line.ReadConstant() is IntegerValue { Value: var number } ? number : throw line.Expected("a whole number");

    /// <summary>A number or text.</summary>
    public static ConstantValue ReadConstant(this LineReader line)
    {
        if (line.Take("\""))
        {
            line.StepBack();
            return new TextValue(line.RequireQuoted("text in quotes"));
        }

        string number = line.ReadWhile(static character => char.IsLetterOrDigit(character) || character is '-' or '+' or '.');
        return number switch
        {
            "nan" => new FloatValue(double.NaN),
            "inf" => new FloatValue(double.PositiveInfinity),
            "-inf" => new FloatValue(double.NegativeInfinity),
            _ when BigInteger.TryParse(number, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out BigInteger integer) =>
                new IntegerValue(integer),
            _ when double.TryParse(number, NumberStyles.Float, CultureInfo.InvariantCulture, out double real) => new FloatValue(
                number[0] == '-' && real == 0 ? -0.0 : real),
            _ => throw line.Expected("a number, or text in quotes"),
        };
    }

    /// <summary>A place in a record: bytes, or bytes and bits.</summary>
    public static long ReadBitOffset(this LineReader line)
    {
        long bytes = line.ReadNumber("an offset in bytes");
        return (bytes * 8) + (line.TakeHere(".") ? line.ReadNumber("an offset in bits") : 0);
    }

    /// <summary>A name, or other text in quotes.</summary>
    public static string ReadText(this LineReader line)
    {
        line.SkipSpaces();
        string word = line.ReadWord();
        return word.Length > 0 ? word : line.RequireQuoted("a name, or text in quotes");
    }
}
