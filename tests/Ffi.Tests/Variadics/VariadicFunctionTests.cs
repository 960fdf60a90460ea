using System.Runtime.InteropServices;
using System.Text;
using Ffi.Tests.NativeCalls;
using Ffi.Tests.Testing;

namespace Ffi.Tests.Variadics;

public class VariadicFunctionTests
{
    [Fact]
    public void ADouble_Arrives()
    {
        for (int value = 1; value <= 100; value++)
        {
            Assert.Equal(value + 0.5, VariadicFixture.Weigh("d\0"u8, value + 0.5));
        }
    }

    [SystemVFact]
    public void Control_TheSameFunctionNotSaidToBeVariadic_LosesDoubles()
    {
        Assert.Contains(Enumerable.Range(1, 100), static value => VariadicFixture.WeighUnsaid("d\0"u8, value + 0.5) != value + 0.5);
    }

    [Fact]
    public void MixedArguments_ArriveInOrderAndPromoted()
    {
        Assert.Equal((1 * 0.5) + (2 * -7) + (3 * 2.25) + (4.0 * (1L << 40)), VariadicFixture.Weigh("didl\0"u8, 0.5, -7, 2.25f, 1L << 40));
    }

    [Fact]
    public void SubWordIntegers_AreExtended()
    {
        Assert.Equal(
            (1 * -3) + (2 * 65535) + (3 * -300) + (4 * 255),
            VariadicFixture.Weigh("iiii\0"u8, (sbyte)-3, (ushort)65535, (short)-300, (byte)255));
    }

    [Fact]
    public void MoreDoublesThanRegisters_Arrive()
    {
        Assert.Equal(
            1 + 4 + 9 + 16 + 25 + 36 + 49 + 64 + 81 + 100,
            VariadicFixture.Weigh("dddddddddd\0"u8, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10));
    }

    [Fact]
    public void AnEagerLibrary_BindsThroughAThunkToo()
    {
        using NativeModule module = NativeModule.Load("nativecall");
        EagerVariadics library = new(module);

        Assert.Equal(0.25, library.Weigh("d\0"u8, 0.25));
        Assert.False(library.IsMissingAvailable);
    }

    [Fact]
    public void ADelegate_CallsThroughAThunk()
    {
        using NativeModule module = NativeModule.Load("nativecall");
        WeighDouble byName = module.GetFunction<WeighDouble>("weigh_variadic_at_256");
        WeighDouble byAddress = NativeDelegate.FromPointer<WeighDouble>(module.GetSymbol("weigh_variadic_at_256"));

        for (int value = 1; value <= 100; value++)
        {
            Assert.Equal(value + 0.5, byName("d\0"u8, value + 0.5));
            Assert.Equal(value + 0.25, byAddress("d\0"u8, value + 0.25));
        }
    }

    [Fact]
    public void ADelegateWhoseTypeIsOpen_PassesItsDoubleToo()
    {
        using NativeModule module = NativeModule.Load("nativecall");
        WeighDouble weigh = Bind<WeighDouble>(module, "weigh_variadic_at_256");

        Assert.Equal(VariadicFixture.Weigh("d\0"u8, 0.5), weigh("d\0"u8, 0.5));
        Assert.Equal(NativePath.Dynamic, NativeDelegate.PathOf(weigh));
    }

    // Windows exports only the functions that snprintf is made of.
    [LibraryFact("The C library", "libc.so.6")]
    public void Snprintf_FormatsWhatItIsGiven()
    {
        Span<byte> target = stackalloc byte[64];

        int length = Format.Print(target, (nuint)target.Length, "%d|%.3f|%s\0"u8, -42, 2.5, "grüße\0"u8);

        Assert.Equal("-42|2.500|grüße", Encoding.UTF8.GetString(target[..length]));
    }

    [LibraryFact("SQLite", "libsqlite3.so.0")]
    public unsafe void SqliteMprintf_FormatsWhatItIsGiven()
    {
        using NativeModule module = NativeModule.Load("sqlite3");
        SqliteFormat sqlite = new(module);

        byte* text = sqlite.Print("%.2f %Q\0"u8, 1.25, "it's\0"u8);
        Assert.Equal("1.25 'it''s'", Marshal.PtrToStringUTF8((nint)text));
        sqlite.Free(text);
    }

    [LibraryFact("libcurl", "libcurl.so.4")]
    public void CurlEasySetopt_TakesWhatTheOptionAsksFor()
    {
        const int url = 10002, noBody = 44, contentLength = 0x30000F; // CURLOPT_URL, CURLOPT_NOBODY, CURLINFO_CONTENT_LENGTH_DOWNLOAD
        string path = Path.GetTempFileName();
        File.WriteAllText(path, "twelve bytes");
        using NativeModule module = NativeModule.Load("curl");
        CurlOptions curl = new(module);
        nint handle = curl.Open();

        Assert.Equal(0, curl.Set(handle, url, Encoding.UTF8.GetBytes($"file://{path}\0")));
        Assert.Equal(0, curl.Set(handle, noBody, 1));
        Assert.Equal(0, curl.Perform(handle));
        Assert.Equal(0, curl.Get(handle, contentLength, out double length));
        Assert.Equal(12, length);
        Assert.NotEqual(0, curl.Set(handle, option: 987_654, 1));

        curl.Close(handle);
        File.Delete(path);
    }

    [Fact]
    public void Calls_AllocateNothing()
    {
        Assert.Equal(0, Allocations.OfAMillion(static () => VariadicFixture.Weigh("didl\0"u8, 0.5, -7, 2.25f, 1L << 40)));
    }

    private static TDelegate Bind<TDelegate>(NativeModule module, string name)
        where TDelegate : Delegate => module.GetFunction<TDelegate>(name);
}
