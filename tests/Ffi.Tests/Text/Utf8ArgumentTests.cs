using System.Text;

namespace Ffi.Tests.Text;

public sealed class Utf8ArgumentTests
{
    public static TheoryData<int> Lengths =>
        [0, 1, 2, 3, 7, 8, 9, 15, 16, 17, 31, 32, 33, 84, 85, 86, 254, 255, 256, 257, 4_096, 65_536, 65_537, 1_000_000];

    [Theory, MemberData(nameof(Lengths))]
    public void Ascii_OfAnyLength_ArrivesByteForByte(int length)
    {
        string text = string.Create(length, 0, static (target, _) =>
        {
            for (int index = 0; index < target.Length; index++)
            {
                target[index] = (char)(1 + (index % 127));
            }
        });

        AssertArrives(text);
    }

    [Theory, MemberData(nameof(Lengths))]
    public void TwoAndThreeByteCharacters_OfAnyLength_ArriveByteForByte(int length)
    {
        AssertArrives(string.Create(length, 0, static (target, _) =>
        {
            for (int index = 0; index < target.Length; index++)
            {
                target[index] = index % 3 == 0 ? 'ü' : (char)(0x4E00 + (index % 5_000));
            }
        }));
    }

    [Theory, MemberData(nameof(Lengths))]
    public void OneCharacterThatIsNotAscii_ArrivesWhereverItStands(int length)
    {
        foreach (int position in new[] { 0, length / 2, length - 1 }.Where(position => position >= 0 && position < length))
        {
            AssertArrives(new string('a', position) + "ß" + new string('b', length - position - 1));
        }
    }

    // Not inline data: an attribute's strings are UTF-8 themselves.
    [Fact]
    public void LoneSurrogate_BecomesTheReplacementCharacter()
    {
        foreach ((string text, string arrives) in new[]
        {
            ("\uD83C\uDF0D", "\uD83C\uDF0D"), ("a\uD83C", "a\uFFFD"), ("\uDF0Db", "\uFFFDb"), ("\uDF0D\uD83C", "\uFFFD\uFFFD"),
        })
        {
            Assert.Equal(HashOf(Encoding.UTF8.GetBytes(arrives)), TextFunctions.Hash(text));
        }
    }

    [Fact]
    public void Null_IsNull()
    {
        Assert.Equal(-1, TextFunctions.Length((string?)null));
        Assert.Equal(-1, TextFunctions.Length(default(ReadOnlySpan<char>)));
    }

    [Fact]
    public void Empty_IsAnEmptyText()
    {
        Assert.Equal(0, TextFunctions.Length(""));
        Assert.Equal(0, TextFunctions.Length("text".AsSpan(2, 0)));
    }

    [Fact]
    public void Span_EndsWhereItEnds_NotWhereItsStringDoes() => Assert.Equal(2, TextFunctions.Length("gruen".AsSpan(1, 2)));

    [Theory]
    [InlineData(1), InlineData(8), InlineData(17), InlineData(33), InlineData(255), InlineData(256), InlineData(4_096), InlineData(70_000)]
    public void NulInside_IsAnArgumentException_ThatNamesTheParameter(int length)
    {
        foreach (int position in new[] { 0, length / 2, length - 1 })
        {
            foreach (char other in "aü")
            {
                string text = new string(other, position) + '\0' + new string(other, length - position - 1);
                Assert.Equal("text", Assert.Throws<ArgumentException>(() => TextFunctions.Length(text)).ParamName);
                Assert.Equal("text", Assert.Throws<ArgumentException>(() => TextFunctions.Length(text.AsSpan())).ParamName);
            }
        }
    }

    [Fact]
    public void SeveralTexts_KeepTheirPlaces() => Assert.Equal(3_002_001, TextFunctions.WeighLengths("1", "22", "333"));

    [Fact]
    public void NulInTheLastOfSeveral_NamesThatOne()
    {
        string long1 = new('1', 300);
        Assert.Equal("c", Assert.Throws<ArgumentException>(() => TextFunctions.WeighLengths(long1, "2", "\0")).ParamName);
    }

    [Fact]
    public void MarshalAs_NamesTheEncodingOfOneParameter()
    {
        Assert.Equal(3, TextFunctions.AnnotatedLength("aü"));
        Assert.Equal(2, TextFunctions.AnnotatedLength16("aü"));
    }

    private static void AssertArrives(string text)
    {
        byte[] expected = Encoding.UTF8.GetBytes(text);
        Assert.Equal(expected.Length, TextFunctions.Length(text));
        Assert.Equal(HashOf(expected), TextFunctions.Hash(text));
        Assert.Equal(HashOf(expected), TextFunctions.Hash(text.AsSpan()));
    }

    private static ulong HashOf(ReadOnlySpan<byte> bytes)
    {
        ulong hash = 14695981039346656037;
        foreach (byte value in bytes)
        {
            hash = (hash ^ value) * 1099511628211;
        }

        return hash;
    }
}
