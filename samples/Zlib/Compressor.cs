using Ffi;

namespace Zlib;

/// <summary>Bytes to gzip.</summary>
internal sealed unsafe class Compressor : Codec
{
    private const int MemoryLevel = 8; // DEF_MEM_LEVEL, which only zlib's own sources have.

    protected override ResultCode Start(PinnedBuffer<ZStream> stream) => ZlibLibrary.DeflateInit2(
        stream,
        ZlibLibrary.BestCompression,
        ZlibLibrary.Deflated,
        GzipWindow,
        MemoryLevel,
        ZlibLibrary.DefaultStrategy,
        ZlibLibrary.Version,
        sizeof(ZStream));

    protected override ResultCode Step(PinnedBuffer<ZStream> stream, Flush flush) => ZlibLibrary.Deflate(stream, flush);

    protected override void End(PinnedBuffer<ZStream> stream) => ZlibLibrary.DeflateEnd(stream);
}
