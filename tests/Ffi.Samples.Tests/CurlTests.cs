using Curl;
using Ffi.Tests.NativeCalls;

namespace Ffi.Samples.Tests;

public sealed class CurlTests : IDisposable
{
    private readonly string _file = Path.GetTempFileName();

    public void Dispose() => File.Delete(_file);

    private string Url => new Uri(_file).AbsoluteUri;

    [LibraryFact("libcurl", "libcurl.so.4")]
    public void Download_HandsOverEveryByteInOrder()
    {
        byte[] bytes = [.. Enumerable.Range(0, 300_000).Select(static n => (byte)(n * 31))];
        File.WriteAllBytes(_file, bytes);
        using MemoryStream received = new();
        int pieces = 0;
        long count = Download.Run(Url, data =>
        {
            received.Write(data);
            pieces++;
        });

        Assert.Equal(bytes, received.ToArray());
        Assert.Equal(bytes.Length, count);
        Assert.True(pieces > 1);
    }

    [LibraryFact("libcurl", "libcurl.so.4")]
    public void Download_OfAnEmptyFile_CallsNobody()
    {
        File.WriteAllBytes(_file, []);
        Assert.Equal(0, Download.Run(Url, static _ => throw new InvalidOperationException()));
    }

    [LibraryFact("libcurl", "libcurl.so.4")]
    public void WriterThatThrows_EndsTheTransfer_AndItsExceptionComesOut()
    {
        File.WriteAllBytes(_file, new byte[300_000]);
        int pieces = 0;
        Assert.Equal(
            "full",
            Assert
                .Throws<InvalidTimeZoneException>(() =>
                    Download.Run(Url, _ => throw new InvalidTimeZoneException(++pieces == 1 ? "full" : "again")))
                .Message);
    }

    [LibraryFact("libcurl", "libcurl.so.4")]
    public void Failure_HasCurlsOwnWords()
    {
        File.Delete(_file);
        Assert.Equal("Couldn't read a file:// file", Assert.Throws<IOException>(() => Download.Run(Url, static _ => { })).Message);
    }
}
