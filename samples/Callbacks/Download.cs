using Ffi;

namespace Callbacks;

/// <summary>Takes what curl received: <c>size * count</c> bytes. Taking fewer, as after an exception, ends the transfer.</summary>
[NativeCallback(Default = 0)]
public delegate nuint WriteData([LengthFrom("size", "count")] ReadOnlySpan<byte> data, nuint size, nuint count, nint user);

/// <summary>libcurl hands over what it downloads, piece by piece, in curl's own buffer.</summary>
public static partial class Download
{
    private const int WriteFunction = 20011;
    private const int Url = 10002;
    private const int WriteError = 23;

    /// <summary>Downloads a URL. An exception of <paramref name="write"/> ends the transfer and comes out here.</summary>
    public static void Run(string url, Action<ReadOnlySpan<byte>> write)
    {
        // curl keeps the address from one call to the next, so the callback must outlive more than a call.
        Exception? failure = null;
        using var callback = NativeCallback<WriteData>.Create((data, size, count, _) =>
        {
            try
            {
                write(data);
                return size * count;
            }
            catch (Exception exception)
            {
                failure = exception;
                return 0;
            }
        });

        nint curl = Curl.Initialize();
        try
        {
            Curl.SetText(curl, Url, url);
            Curl.SetCallback(curl, WriteFunction, callback);
            int result = Curl.Perform(curl);
            if (result == WriteError && failure is not null)
            {
                System.Runtime.ExceptionServices.ExceptionDispatchInfo.Throw(failure);
            }

            if (result != 0)
            {
                throw new IOException($"curl: error {result}");
            }
        }
        finally
        {
            Curl.CleanUp(curl);
        }
    }

    [NativeLibrary("curl")]
    private static partial class Curl
    {
        [NativeFunction("curl_easy_init")]
        public static partial nint Initialize();

        [NativeFunction("curl_easy_setopt", Variadic = 2)]
        public static partial int SetText(nint curl, int option, string value);

        [NativeFunction("curl_easy_setopt", Variadic = 2)]
        public static partial int SetCallback(nint curl, int option, [Retained(Until = "curl_easy_cleanup")] NativeCallback<WriteData> value);

        [NativeFunction("curl_easy_perform")]
        public static partial int Perform(nint curl);

        [NativeFunction("curl_easy_cleanup")]
        public static partial void CleanUp(nint curl);
    }
}
