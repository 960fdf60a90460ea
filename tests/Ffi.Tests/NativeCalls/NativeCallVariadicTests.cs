using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Text;
using Ffi.CompilerServices;

namespace Ffi.Tests.NativeCalls;

/// <summary>Functions that end in dots get their arguments, doubles above all.</summary>
public unsafe class NativeCallVariadicTests
{
    [Theory]
    [InlineData("weigh_variadic")]
    [InlineData("weigh_variadic_at_256")]
    public void DoublesAmongIntegers_ArriveInOrder(string function)
    {
        Assert.Equal(1 * 0.5 + 2 * -7 + 3 * 2.25 + 4 * (1L << 40), Weigh(function, "didl"u8, 0.5, -7, 2.25, 1L << 40));
    }

    [Theory]
    [InlineData("weigh_variadic")]
    [InlineData("weigh_variadic_at_256")]
    public void MoreThanEightDoubles_GoOnToTheStack(string function)
    {
        var values = new NativeValue[20];
        double expected = 0;
        for (int i = 0; i < values.Length; i++)
        {
            values[i] = i + 0.25;
            expected += (i + 1) * (i + 0.25);
        }

        Assert.Equal(expected, Weigh(function, "dddddddddddddddddddd"u8, values));
    }

    [Fact]
    public void FloatInPlaceOfDots_IsPromotedToDouble() => Assert.Equal(1.5 + (2 * -3), Weigh("weigh_variadic", "di"u8, 1.5f, (sbyte)-3));

    [SystemVFact]
    public void LowByteOfTheAddressZero_ControlWithoutThunk_LosesTheDouble()
    {
        nint function = Fixture.Function("weigh_variadic_at_256");
        Assert.Equal(0, function & 0xFF);
        nint thunk = VariadicThunk.For(function);
        int lostWithout = 0, lostWith = 0;

        fixed (byte* kinds = "d"u8)
        {
            for (int i = 1; i <= 100; i++)
            {
                lostWithout += ((delegate* unmanaged<byte*, double, double>)function)(kinds, i) == i ? 0 : 1;
                lostWith += ((delegate* unmanaged<byte*, double, double>)thunk)(kinds, i) == i ? 0 : 1;
            }
        }

        Assert.Equal(0, lostWith);
        Assert.InRange(lostWithout, 1, 100);
    }

    [Fact]
    public void Snprintf_FormatsIntegersDoublesAndText()
    {
        (string library, string name) = OperatingSystem.IsWindows() ? ("msvcrt", "_snprintf") : ("libc", "snprintf");
        nint snprintf = NativeLibrary.GetExport(NativeLibrary.Load(library, typeof(Fixture).Assembly, null), name);

        Assert.Equal(
            "7 -0.5 abc 9000000000 1 2 3 4 5 6 7.25 8 9 10.5 z",
            Format(snprintf, "%d %g %s %lld %g %g %g %g %g %g %g %g %g %g %c"u8,
                7, -0.5, Text("abc\0"u8), 9_000_000_000L, 1.0, 2.0, 3.0, 4.0, 5.0, 6.0, 7.25, 8.0, 9.0, 10.5f, (byte)'z'));
    }

    [LibraryFact("sqlite3", "libsqlite3.so.0")]
    public void SqliteMprintf_FormatsIntegersDoublesAndText()
    {
        nint sqlite = NativeLibrary.Load("libsqlite3.so.0");
        fixed (byte* format = "%Q is %.3f of %d\0"u8)
        {
            NativeValue text = NativeCall.InvokeVariadic(
                NativeLibrary.GetExport(sqlite, "sqlite3_mprintf"), NativeType.Pointer, 1, [format, Text("it's\0"u8), 0.125, 42]);

            Assert.Equal("'it''s' is 0.125 of 42", Marshal.PtrToStringUTF8(text.AsNInt()));
            NativeCall.Invoke(NativeLibrary.GetExport(sqlite, "sqlite3_free"), NativeType.Void, [text]);
        }
    }

    [LibraryFact("libcurl", "libcurl.so.4")]
    public void CurlEasySetopt_KeepsWhatItIsGiven()
    {
        const int OptionPrivate = 10103, OptionTimeout = 13, InfoPrivate = 0x100000 + 21;
        nint curl = NativeLibrary.Load("libcurl.so.4");
        nint setOption = NativeLibrary.GetExport(curl, "curl_easy_setopt");
        nint getInfo = NativeLibrary.GetExport(curl, "curl_easy_getinfo");
        nint easy = NativeCall.Invoke(NativeLibrary.GetExport(curl, "curl_easy_init"), NativeType.Pointer, []).AsNInt();
        nint kept = 0;

        int set = NativeCall.InvokeVariadic(setOption, NativeType.Int32, 2, [easy, OptionPrivate, (nint)0x1234]).AsInt32();
        int negative = NativeCall.InvokeVariadic(setOption, NativeType.Int32, 2, [easy, OptionTimeout, new CLong(-1)]).AsInt32();
        int got = NativeCall.InvokeVariadic(getInfo, NativeType.Int32, 2, [easy, InfoPrivate, &kept]).AsInt32();
        NativeCall.Invoke(NativeLibrary.GetExport(curl, "curl_easy_cleanup"), NativeType.Void, [easy]);

        // A negative time-out is CURLE_BAD_FUNCTION_ARGUMENT: the option saw the sign.
        Assert.Equal((0, 43, 0), (set, negative, got));
        Assert.Equal(0x1234, kept);
    }

    // A UTF-8 literal is constant data, which doesn't move.
    private static nint Text(ReadOnlySpan<byte> literal) => (nint)Unsafe.AsPointer(ref MemoryMarshal.GetReference(literal));

    private static double Weigh(string function, ReadOnlySpan<byte> kinds, params ReadOnlySpan<NativeValue> values) =>
        NativeCall.InvokeVariadic(Fixture.Function(function), NativeType.Double, 1, [Text(kinds), .. values]).AsDouble();

    private static string Format(nint snprintf, ReadOnlySpan<byte> format, params ReadOnlySpan<NativeValue> values)
    {
        byte* buffer = stackalloc byte[256];
        int length = NativeCall.InvokeVariadic(snprintf, NativeType.Int32, 3, [buffer, (nuint)256, Text(format), .. values]).AsInt32();
        return Encoding.UTF8.GetString(buffer, length);
    }
}
