using System.Runtime.ExceptionServices;
using Ffi;

namespace Curl;

/// <summary>libcurl hands over what it downloads, piece by piece, in its own buffer.</summary>
internal static class Download
{
    /// <summary>Downloads a URL.</summary>
    /// <param name="url">A file or a page.</param>
    /// <param name="write">Gets each piece; nothing is copied. An exception ends the transfer and comes out here.</param>
    /// <returns>How many bytes came, as curl counted them.</returns>
    /// <exception cref="IOException">The transfer failed; the message is curl's.</exception>
    public static long Run(string url, Action<ReadOnlySpan<byte>> write)
    {
        ExceptionDispatchInfo? failure = null;
        // curl keeps its address until it is cleaned up, which is before the end of this callback.
        using var writer = NativeCallback<WriteData>.Create((data, size, count, _) =>
        {
            try
            {
                write(data);
                return size * count;
            }
            catch (Exception exception)
            {
                // No exception may cross curl's frames: it is told that nothing was written, and stops.
                failure = ExceptionDispatchInfo.Capture(exception);
                return 0;
            }
        });
        using CurlHandle curl = CurlLibrary.Init();
        Check(CurlLibrary.SetOption(curl, Option.Url, url));
        Check(CurlLibrary.SetOption(curl, Option.Writefunction, writer));

        ResultCode result = CurlLibrary.Perform(curl);
        if (result == ResultCode.WriteError)
        {
            failure?.Throw();
        }

        Check(result);
        Check(CurlLibrary.GetInfo(curl, Info.SizeDownloadT, out long bytes));
        return bytes;
    }

    private static void Check(ResultCode result)
    {
        if (result != ResultCode.Ok)
        {
            throw new IOException(CurlLibrary.Strerror(result));
        }
    }
}
