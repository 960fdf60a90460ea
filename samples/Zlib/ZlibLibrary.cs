using System.Runtime.InteropServices;
using Ffi;

namespace Zlib;

/// <summary>The part of zlib's C interface that the sample uses.</summary>
[NativeLibrary("z", Windows = "zlib1")]
internal static partial class ZlibLibrary
{
    public const int Ok = 0, StreamEnd = 1, BufferError = -5; // Z_OK, Z_STREAM_END, Z_BUF_ERROR
    public const int NoFlush = 0, Finish = 4; // Z_NO_FLUSH, Z_FINISH

    /// <summary>MAX_WBITS + 16: with gzip's header and trailer.</summary>
    public const int GzipWindow = 15 + 16;

    [NativeFunction("crc32")] public static partial CULong Crc32(CULong seed, ReadOnlySpan<byte> data, uint length);
    [NativeFunction("adler32")] public static partial CULong Adler32(CULong seed, ReadOnlySpan<byte> data, uint length);

    // deflateInit2 and inflateInit2 are macros of zlib.h: the version and size let zlib refuse a struct that is not the one it knows.
    [NativeFunction("deflateInit2_")]
    public static partial int StartDeflate(
        [Retained(Until = "deflateEnd")] PinnedBuffer<ZStream> stream,
        int level, int method, int windowBits, int memoryLevel, int strategy, [NulTerminated] ReadOnlySpan<byte> version, int streamBytes);

    [NativeFunction("inflateInit2_")]
    public static partial int StartInflate(
        [Retained(Until = "inflateEnd")] PinnedBuffer<ZStream> stream, int windowBits, [NulTerminated] ReadOnlySpan<byte> version, int streamBytes);

    [NativeFunction("deflate")] public static partial int Deflate(PinnedBuffer<ZStream> stream, int flush);
    [NativeFunction("inflate")] public static partial int Inflate(PinnedBuffer<ZStream> stream, int flush);
    [NativeFunction("deflateEnd")] public static partial int EndDeflate(PinnedBuffer<ZStream> stream);
    [NativeFunction("inflateEnd")] public static partial int EndInflate(PinnedBuffer<ZStream> stream);
}
