using System.Text;
using Ffi.CompilerServices;

namespace Ffi.Tests.Text;

/// <summary>Text becomes what the framework makes of it.</summary>
public class Utf8TranscodingTests
{
    // An ASCII letter and one of each length, both ends of each range, and halves of pairs.
    private static readonly string[] s_units =
    [
        "a", "Z", "\u0001", "\u007F", "\u0080", "ü", "\u07FF", "\u0800", "語", "\uD7FF", "\uE000", "\uFFFF", "\U00010000", "😀", "\U0010FFFF",
        "\uD800", "\uDBFF", "\uDC00", "\uDFFF", "word and more ",
    ];

    [Fact]
    public void EveryTripleOfUnits_IsWhatTheFrameworkMakesOfIt()
    {
        foreach (string first in s_units)
        {
            foreach (string second in s_units)
            {
                foreach (string third in s_units)
                {
                    AssertSame(first + second + third);
                }
            }
        }
    }

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    public void RandomTextOfEveryLength_IsWhatTheFrameworkMakesOfIt(int seed)
    {
        var random = new Random(seed);
        for (int round = 0; round < 200; round++)
        {
            for (int length = 0; length <= Utf8Transcoding.MaxLength; length++)
            {
                var text = new StringBuilder();
                string[] units = random.GetItems(s_units, 1 + random.Next(4));
                while (text.Length < length)
                {
                    text.Append(units[random.Next(units.Length)]);
                }

                AssertSame(text.ToString(0, length));
            }
        }
    }

    // In runs, as words are: eight units at a time are taken together where they are of one kind.
    [Theory]
    [InlineData(2)]
    [InlineData(3)]
    public void LongTextInRuns_IsWhatTheFrameworkMakesOfIt(int seed)
    {
        var random = new Random(seed);
        for (int round = 0; round < 20_000; round++)
        {
            var text = new StringBuilder();
            int length = random.Next(300);
            while (text.Length < length)
            {
                text.Insert(text.Length, s_units[random.Next(s_units.Length)], 1 + random.Next(20));
            }

            AssertSame(text.ToString(0, length));
        }
    }

    [Theory]
    [InlineData("words that are ASCII alone ")]
    [InlineData("ü")]
    [InlineData("üa")]
    [InlineData("語")]
    [InlineData("a語")]
    [InlineData("😀")]
    public void ANulAnywhere_IsFound(string unit)
    {
        string text = string.Concat(Enumerable.Repeat(unit, Utf8Transcoding.MaxLength))[..Utf8Transcoding.MaxLength];
        var target = new byte[TextScratch.Length];
        for (int i = 0; i < text.Length; i++)
        {
            Assert.True(Utf8Transcoding.Transcode(text.Remove(i, 1).Insert(i, "\0"), ref target[0]) < 0, $"at {i}");
        }
    }

    // The longest text leaves room for its NUL, and nothing behind it is touched.
    [Fact]
    public void TheLongestText_FitsWithItsNul()
    {
        var target = new byte[TextScratch.Length + 1];
        target[^1] = 0xEE;

        Assert.Equal(TextScratch.Length - 1, Utf8Transcoding.Transcode(new string('語', Utf8Transcoding.MaxLength), ref target[0]));
        Assert.Equal(0xEE, target[^1]);
    }

    private static void AssertSame(string text)
    {
        var target = new byte[(text.Length * 3) + 2];
        target[^1] = 0xEE;
        int length = Utf8Transcoding.Transcode(text, ref target[0]);
        Assert.Equal(Convert.ToHexString(Encoding.UTF8.GetBytes(text)), Convert.ToHexString(target, 0, length));
        Assert.Equal(0xEE, target[^1]);
    }
}
