using Ffi;

namespace Zlib;

/// <summary>Bytes to gzip.</summary>
internal sealed unsafe class Compressor : Codec
{
    private const int BestCompression = 9, Deflated = 8, MemoryLevel = 8, DefaultStrategy = 0;

    protected override int Start(PinnedBuffer<ZStream> stream) => ZlibLibrary.StartDeflate(
        stream, BestCompression, Deflated, ZlibLibrary.GzipWindow, MemoryLevel, DefaultStrategy, Version, sizeof(ZStream));

    protected override int Step(PinnedBuffer<ZStream> stream, int flush) => ZlibLibrary.Deflate(stream, flush);

    protected override void End(PinnedBuffer<ZStream> stream) => ZlibLibrary.EndDeflate(stream);
}
