using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using Ffi.Tests.NativeCalls;

namespace Ffi.Tests.Checked.Faults;

[Collection(nameof(WrittenLateTests))]
public unsafe class ZlibLies
{
    private static readonly byte[] s_plain =
        [.. Enumerable.Repeat("no two are alike ", 8).SelectMany(static text => text).Select(static c => (byte)c)];

    [LibraryFact("zlib", "libz.so.1")]
    public void EachIsFound_AndItsTwinIsNot()
    {
        byte[] packed = Pack();
        Lie[] lies =
        [
            new(
                "a buffer that is shorter than its length says",
                () => Zlib.Compress(new byte[packed.Length - 4], ref Unsigned(1000), s_plain, (nuint)s_plain.Length),
                NativeFault.WrittenOutside, "compress", "target", Lie.Larger,
                () => Zlib.Compress(new byte[1000], ref Unsigned(1000), s_plain, (nuint)s_plain.Length)),
            new(
                "a short buffer for the way back",
                () => Zlib.Uncompress(new byte[s_plain.Length - 3], ref Unsigned(1000), packed, (nuint)packed.Length),
                NativeFault.WrittenOutside, "uncompress", "target", Lie.Larger,
                () => Zlib.Uncompress(new byte[s_plain.Length], ref Unsigned((nuint)s_plain.Length), packed, (nuint)packed.Length)),
            new(
                "a length of 4 bytes",
                () =>
                {
                    uint length = 1000;
                    Zlib.CompressNarrow(new byte[1000], ref length, s_plain, (nuint)s_plain.Length);
                },
                NativeFault.WrittenOutside, "compress", "targetLength", Lie.Larger,
                () => Zlib.Compress(new byte[1000], ref Unsigned(1000), s_plain, (nuint)s_plain.Length)),
            new(
                "a target that is said to be read",
                () => Zlib.CompressInto(new byte[1000], ref Unsigned(1000), s_plain, (nuint)s_plain.Length),
                NativeFault.WrittenReadOnly, "compress", "target", Lie.Writes + "System.Span<byte>",
                () => Zlib.Compress(new byte[1000], ref Unsigned(1000), s_plain, (nuint)s_plain.Length)),
            new(
                "a length that comes back, as in",
                () => Zlib.CompressIn(new byte[1000], 1000, s_plain, (nuint)s_plain.Length),
                NativeFault.WrittenReadOnly, "compress", "targetLength", Lie.Writes + "ref nuint",
                () => Zlib.Compress(new byte[1000], ref Unsigned(1000), s_plain, (nuint)s_plain.Length)),
            new(
                "a struct without its last fields",
                () =>
                {
                    ShortStream stream = default;
                    Zlib.InitShort(ref stream, 6, "1.2.11", 112);
                },
                NativeFault.WrittenOutside, "deflateInit_", "stream", Lie.Larger,
                () =>
                {
                    Stream stream = default;
                    Assert.Equal(0, Zlib.Init(ref stream, 6, "1.2.11", sizeof(Stream)));
                }),
            new(
                "a header that zlib keeps until it has read it",
                () => Inflate(static stream =>
                {
                    GzipHeader header = default;
                    Zlib.GetHeader(stream, ref header);
                }),
                NativeFault.WrittenLate, "inflateGetHeader", "header", Lie.Keeps,
                () =>
                {
                    using PinnedBuffer<GzipHeader> header = PinnedBuffer<GzipHeader>.Rent(1);
                    header.Span.Clear();
                    Inflate(stream => Zlib.KeepHeader(stream, header));
                    header.Release();
                    Assert.Equal(1, header.Span[0].Done);
                }),
        ];

        Assert.All(lies, static lie => lie.Verify());
    }

    private static ref nuint Unsigned(nuint value)
    {
        nuint[] box = [value];
        return ref box[0];
    }

    private static byte[] Pack()
    {
        byte[] packed = new byte[1000];
        nuint length = 1000;
        Zlib.Compress(packed, ref length, s_plain, (nuint)s_plain.Length);
        return packed[..(int)length];
    }

    // From a gzip stream of nothing, whose header zlib reads in the second call.
    private static void Inflate(Action<nint> keepHeader)
    {
        byte[] gzip = [0x1F, 0x8B, 8, 0, 0, 0, 0, 0, 0, 3, 3, 0, 0, 0, 0, 0, 0, 0, 0, 0];
        byte* input = (byte*)NativeMemory.Alloc((nuint)gzip.Length);
        byte* output = (byte*)NativeMemory.Alloc(16);
        Stream* stream = (Stream*)NativeMemory.AllocZeroed((nuint)sizeof(Stream));
        gzip.CopyTo(new Span<byte>(input, gzip.Length));
        Assert.Equal(0, Zlib.InitInflate((nint)stream, 15 + 16, "1.2.11", sizeof(Stream)));
        keepHeader((nint)stream);
        stream->Input = input;
        stream->InputBytes = (uint)gzip.Length;
        stream->Output = output;
        stream->OutputBytes = 16;
        Zlib.Inflate((nint)stream, 0);
        Zlib.End((nint)stream);
        NativeMemory.Free(stream);
        NativeMemory.Free(output);
        NativeMemory.Free(input);
    }

    internal struct Stream
    {
        public byte* Input;
        public uint InputBytes;
        public nuint InputTotal;
        public byte* Output;
        public uint OutputBytes;
        public nuint OutputTotal;
        public nint Message, State, Allocate, Free, Opaque;
        public int Kind;
        public nuint Checksum, Reserved;
    }

    // As far as `opaque`.
    [InlineArray(11)]
    internal struct ShortStream
    {
        private nint _first;
    }

    internal struct GzipHeader
    {
        public int Text;
        public nuint Time;
        public int ExtraFlags, System;
        public nint Extra;
        public uint ExtraBytes, ExtraRoom;
        public nint Name;
        public uint NameRoom;
        public nint Comment;
        public uint CommentRoom;
        public int HasChecksum, Done;
    }
}

[NativeLibrary("z")]
internal static partial class Zlib
{
    [NativeFunction("compress")]
    internal static partial int Compress(Span<byte> target, ref nuint targetLength, ReadOnlySpan<byte> source, nuint sourceLength);
    [NativeFunction("compress")]
    internal static partial int CompressNarrow(Span<byte> target, ref uint targetLength, ReadOnlySpan<byte> source, nuint sourceLength);
    [NativeFunction("compress")]
    internal static partial int CompressInto(
        ReadOnlySpan<byte> target, ref nuint targetLength, ReadOnlySpan<byte> source, nuint sourceLength);
    [NativeFunction("compress")]
    internal static partial int CompressIn(Span<byte> target, in nuint targetLength, ReadOnlySpan<byte> source, nuint sourceLength);
    [NativeFunction("uncompress")]
    internal static partial int Uncompress(Span<byte> target, ref nuint targetLength, ReadOnlySpan<byte> source, nuint sourceLength);
    [NativeFunction("deflateInit_")] internal static partial int Init(ref ZlibLies.Stream stream, int level, string version, int bytes);
    [NativeFunction("deflateInit_")]
    internal static partial int InitShort(ref ZlibLies.ShortStream stream, int level, string version, int bytes);
    [NativeFunction("inflateInit2_")] internal static partial int InitInflate(nint stream, int windowBits, string version, int bytes);
    [NativeFunction("inflateGetHeader")] internal static partial int GetHeader(nint stream, ref ZlibLies.GzipHeader header);
    [NativeFunction("inflateGetHeader")]
    internal static partial int KeepHeader(nint stream, [Retained] PinnedBuffer<ZlibLies.GzipHeader> header);
    [NativeFunction("inflate")] internal static partial int Inflate(nint stream, int flush);
    [NativeFunction("inflateEnd")] internal static partial int End(nint stream);
}
