using Ffi.Tests.NativeCalls;

namespace Ffi.Tests.Checked.Faults;

[Collection(nameof(WrittenLateTests))]
public class CurlLies
{
    private const int Url = 10002, ErrorBuffer = 10010, ResponseCode = 0x200002;

    [LibraryFact("libcurl", "libcurl.so.4")]
    public void EachIsFound_AndItsTwinIsNot()
    {
        nint curl = Curl.Init();
        Lie[] lies =
        [
            new(
                "a long in 4 bytes",
                () => Curl.GetNarrow(curl, ResponseCode, out _),
                NativeFault.WrittenOutside, "curl_easy_getinfo", "value", Lie.Larger,
                () => Assert.Equal(0, Curl.Get(curl, ResponseCode, out _))),
            new(
                "a buffer that curl keeps for its errors",
                () =>
                {
                    Curl.Set(curl, Url, "file:///there/is/no/such/file");
                    Curl.SetBuffer(curl, ErrorBuffer, new byte[256]);
                    Curl.Perform(curl);
                },
                NativeFault.WrittenLate, "curl_easy_setopt", "value", Lie.Keeps,
                () =>
                {
                    using PinnedBuffer<byte> buffer = PinnedBuffer<byte>.Rent(256);
                    Curl.SetKept(curl, ErrorBuffer, buffer);
                    Curl.Perform(curl);
                    Curl.Reset(curl);
                    buffer.Release();
                    Assert.NotEqual(0, buffer.Span[0]);
                }),
        ];

        Assert.All(lies, static lie => lie.Verify());
        Curl.Close(curl);
    }
}

[NativeLibrary("curl")]
internal static partial class Curl
{
    [NativeFunction("curl_easy_init")] internal static partial nint Init();
    [NativeFunction("curl_easy_reset")] internal static partial void Reset(nint curl);
    [NativeFunction("curl_easy_cleanup")] internal static partial void Close(nint curl);
    [NativeFunction("curl_easy_perform")] internal static partial int Perform(nint curl);
    [NativeFunction("curl_easy_getinfo", Variadic = 2)] internal static partial int Get(nint curl, int what, out long value);
    [NativeFunction("curl_easy_getinfo", Variadic = 2)] internal static partial int GetNarrow(nint curl, int what, out int value);
    [NativeFunction("curl_easy_setopt", Variadic = 2)] internal static partial int Set(nint curl, int option, string value);
    [NativeFunction("curl_easy_setopt", Variadic = 2)] internal static partial int SetBuffer(nint curl, int option, Span<byte> value);
    [NativeFunction("curl_easy_setopt", Variadic = 2)]
    internal static partial int SetKept(nint curl, int option, [Retained] PinnedBuffer<byte> value);
}
