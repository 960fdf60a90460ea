using Ffi;

namespace Quickstart;

/// <summary>zlib's checksums, for an instance of the library: the symbols come from the module that the constructor is given.</summary>
[NativeLibrary]
internal sealed partial class Zlib
{
    [NativeFunction("crc32")]
    private partial nuint Crc32(nuint seed, ReadOnlySpan<byte> data, uint length);

    public uint Crc32(ReadOnlySpan<byte> data) => (uint)Crc32(0, data, (uint)data.Length);
}
