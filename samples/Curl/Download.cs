using System.Runtime.ExceptionServices;

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
        using CurlHandle curl = CurlLibrary.Initialize();
        Check(CurlLibrary.SetOption(curl, CurlLibrary.Url, url));
        ExceptionDispatchInfo? failure = null;
        Check(curl.SetWriter((data, size, count, _) =>
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
        }));

        int result = CurlLibrary.Perform(curl);
        if (result == CurlLibrary.WriteError)
        {
            failure?.Throw();
        }

        Check(result);
        Check(CurlLibrary.GetInfo(curl, CurlLibrary.SizeDownload, out double bytes));
        return (long)bytes;
    }

    private static void Check(int result)
    {
        if (result != CurlLibrary.Ok)
        {
            throw new IOException(CurlLibrary.ErrorMessage(result));
        }
    }
}
