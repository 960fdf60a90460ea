using Ffi.Tests.Testing;

namespace Ffi.Tests.Text;

// C counts its texts for all tests at once.
[Collection(nameof(TextResultTests))]
public unsafe class WideTextTests
{
    private const string World = "\U0001F30D";

    // One unit on Windows is a UTF-16 unit, elsewhere a code point.
    private static int UnitsOf(string text) => OperatingSystem.IsWindows() ? text.Length : text.EnumerateRunes().Count();

    public static TheoryData<string> Texts =>
        [
            "",
            "a",
            "grüße",
            World,
            "x" + World + "y",
            new('x', 62),
            new('x', 63),
            new('x', 64),
            new('ü', 127),
            new('ü', 128),
            new('x', 5000),
            string.Concat(Enumerable.Repeat(World, 700)),
        ];

    [Theory, MemberData(nameof(Texts))]
    public void Argument_HasTheLengthThatWcslenSees(string text)
    {
        Assert.Equal(UnitsOf(text), WideTextFunctions.Length(text));
        Assert.Equal(UnitsOf(text), WideTextFunctions.Length(text.AsSpan()));
        Assert.Equal(UnitsOf(text), AnnotatedWideTextFunctions.Length(text));
        Assert.Equal(UnitsOf(text), AnnotatedWideTextFunctions.SpanLength(text));
    }

    [Fact]
    public void Argument_ArrivesUnitByUnit()
    {
        ulong expected = 14695981039346656037u;
        IEnumerable<int> units = OperatingSystem.IsWindows()
            ? ("aß" + World).Select(c => (int)c)
            : ("aß" + World).EnumerateRunes().Select(rune => rune.Value);
        foreach (int unit in units)
        {
            expected = (expected ^ (ulong)unit) * 1099511628211u;
        }

        Assert.Equal(expected, WideTextFunctions.Hash("aß" + World));
    }

    [Fact]
    public void LoneSurrogate_BecomesOneUnit() => Assert.Equal(3, WideTextFunctions.Length("a\uD800b"));

    [Fact]
    public void Null_IsNull_AndEmptyIsNot()
    {
        Assert.Equal(-1, WideTextFunctions.Length(null as string));
        Assert.Equal(-1, WideTextFunctions.Length(default(ReadOnlySpan<char>)));
        Assert.Equal(0, WideTextFunctions.Length(""));
    }

    [Fact]
    public void NulInside_IsAnArgumentException_ThatNamesTheParameter() =>
        Assert.Equal("text", Assert.Throws<ArgumentException>(() => WideTextFunctions.Length("a\0b")).ParamName);

    [Fact]
    public void Result_IsCopied()
    {
        Assert.Equal("", WideTextFunctions.Greeting(0));
        Assert.Equal("grüße " + World, WideTextFunctions.Greeting(1));
        Assert.Equal("grüße " + World, AnnotatedWideTextFunctions.Greeting(1));
        Assert.Null(WideTextFunctions.Greeting(3));
    }

    [Fact]
    public void Result_ThatIsNoCharacter_BecomesTheReplacementCharacter() =>
        Assert.Equal(OperatingSystem.IsWindows() ? "a" : "a\uFFFDb", WideTextFunctions.Greeting(2));

    [Fact]
    public void OutText_IsCopiedAndFreed()
    {
        long before = WideTextFunctions.Outstanding();

        WideTextFunctions.New(out string text);

        Assert.Equal("grüße " + World, text);
        Assert.Equal(before, WideTextFunctions.Outstanding());
    }

    [Fact]
    public void Array_ArrivesInOrder_WithANullBehindTheLast()
    {
        string?[] texts = ["", "a", "üü", null, World + "xyz"];
        long expected = (2 * 1) + (3 * 2) + (4 * 7) + (5 * UnitsOf(World + "xyz"));
        Assert.Equal(expected, WideTextFunctions.WeighArray(texts, texts.Length));
        Assert.Equal(expected, WideTextFunctions.WeighSpan(texts, texts.Length));
        Assert.Equal(expected, AnnotatedWideTextFunctions.WeighArray(texts, texts.Length));
        Assert.Equal(-1, WideTextFunctions.WeighArray(null, 0));
        Assert.Equal(0, WideTextFunctions.WeighArray([], 0));
    }

    [Fact]
    public void Array_TooLongForTheStack_ArrivesInOrder()
    {
        string?[] texts = [.. Enumerable.Range(0, 100).Select(static length => new string('ü', length))];

        Assert.Equal(
            Enumerable.Range(0, 100).Sum(static length => (length + 1L) * length),
            WideTextFunctions.WeighArray(texts, texts.Length));
    }

    [Fact]
    public void OtherEncodings_StandBesideTheLibrarysDefault()
    {
        Assert.Equal(7, WideTextFunctions.Utf8Length("grüße"));
        Assert.Equal(5, WideTextFunctions.Utf16Length("grüße"));
    }

    [Fact]
    public void Callback_GetsACopy()
    {
        string? received = null;

        Assert.Equal(42, AnnotatedWideTextFunctions.Call(text =>
        {
            received = text;
            return 42;
        }));
        Assert.Equal("grüße " + World, received);
    }

    [Theory]
    [InlineData(10)]
    [InlineData(63)]
    [InlineData(64)]
    [InlineData(2000)]
    public void Argument_AllocatesNothing(int length)
    {
        string text = new('ü', length);
        string[] texts = [text, text];

        Assert.Equal(0, Allocations.Of(20_000, () => WideTextFunctions.Length(text)));
        Assert.Equal(0, Allocations.Of(20_000, () => WideTextFunctions.WeighArray(texts, 2)));
    }

    [Theory, MemberData(nameof(Texts))]
    public void Marshaller_CarriesTextsThereAndBack(string text)
    {
        void* native = WideStringMarshaller.ConvertToUnmanaged(text);
        Assert.Equal(text, WideStringMarshaller.ConvertToManaged(native));
        WideStringMarshaller.Free(native);

        Span<byte> room = stackalloc byte[WideStringMarshaller.ManagedToUnmanagedIn.BufferSize];
        scoped WideStringMarshaller.ManagedToUnmanagedIn argument = default;
        argument.FromManaged(text, room);
        Assert.Equal(text, WideStringMarshaller.ConvertToManaged(argument.ToUnmanaged()));
        argument.Free();
    }

    [Fact]
    public void Marshaller_OfNull_IsNull()
    {
        Assert.True(WideStringMarshaller.ConvertToUnmanaged(null) == null);
        Assert.Null(WideStringMarshaller.ConvertToManaged(null));
        WideStringMarshaller.Free(null);
    }
}
