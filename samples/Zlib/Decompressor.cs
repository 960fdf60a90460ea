using Ffi;

namespace Zlib;

/// <summary>Gzip to bytes.</summary>
internal sealed unsafe class Decompressor : Codec
{
    protected override int Start(PinnedBuffer<ZStream> stream) =>
        ZlibLibrary.StartInflate(stream, ZlibLibrary.GzipWindow, Version, sizeof(ZStream));

    protected override int Step(PinnedBuffer<ZStream> stream, int flush) => ZlibLibrary.Inflate(stream, flush);

    protected override void End(PinnedBuffer<ZStream> stream) => ZlibLibrary.EndInflate(stream);
}
