using Ffi;

namespace Zlib;

/// <summary>Gzip to bytes.</summary>
internal sealed unsafe class Decompressor : Codec
{
    protected override ResultCode Start(PinnedBuffer<ZStream> stream) =>
        ZlibLibrary.InflateInit2(stream, GzipWindow, ZlibLibrary.Version, sizeof(ZStream));

    protected override ResultCode Step(PinnedBuffer<ZStream> stream, Flush flush) => ZlibLibrary.Inflate(stream, flush);

    protected override void End(PinnedBuffer<ZStream> stream) => ZlibLibrary.InflateEnd(stream);
}
