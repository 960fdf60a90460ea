using System.Buffers;
using System.IO.Compression;
using Ffi.Tests.NativeCalls;
using Zlib;

namespace Ffi.Samples.Tests;

public class ZlibTests
{
    [LibraryFact("zlib", "libz.so.1")]
    public void Checksums_AreTheKnownOnes()
    {
        Assert.Equal(0xCBF43926, (ulong)ZlibLibrary.Crc32(new(0), "123456789"u8, 9).Value);
        Assert.Equal(0x11E60398u, (ulong)ZlibLibrary.Adler32(new(1), "Wikipedia"u8, 9).Value);
    }

    [LibraryFact("zlib", "libz.so.1")]
    public void Compressed_IsReadByDotnet()
    {
        byte[] data = Data(100_000);
        using GZipStream gzip = new(new MemoryStream(Compress(data, pieceBytes: 30_000)), CompressionMode.Decompress);
        using MemoryStream read = new();
        gzip.CopyTo(read);
        Assert.Equal(data, read.ToArray());
    }

    [LibraryFact("zlib", "libz.so.1")]
    public void CompressedByDotnet_IsDecompressed_WhateverThePieces()
    {
        byte[] data = Data(100_000);
        using MemoryStream compressed = new();
        using (GZipStream gzip = new(compressed, CompressionLevel.Fastest, leaveOpen: true))
        {
            gzip.Write(data);
        }

        foreach (int pieceBytes in new[] { 1, 1_000, 1 << 20 })
        {
            Assert.Equal(data, Decompress(compressed.ToArray(), pieceBytes));
        }
    }

    [LibraryFact("zlib", "libz.so.1")]
    public void Streams_KeepTheirPlace_WhileTheCollectorCompacts()
    {
        byte[] data = Data(200_000);
        ArrayBufferWriter<byte> compressed = new();
        using Compressor compressor = new();
        foreach (byte[] piece in data.Chunk(10_000))
        {
            compressor.Write(piece, compressed);
            _ = new byte[100_000];
            GC.Collect(2, GCCollectionMode.Forced, blocking: true, compacting: true);
        }

        compressor.Finish(compressed);
        Assert.Equal(data, Decompress(compressed.WrittenSpan.ToArray(), 5_000));
    }

    [LibraryFact("zlib", "libz.so.1")]
    public void EmptyInput_HasAnEndOfItsOwn() => Assert.Empty(Decompress(Compress([], 1), 100));

    [LibraryFact("zlib", "libz.so.1")]
    public void DamagedOrShortenedData_IsRefusedInZlibsWords()
    {
        byte[] compressed = Compress(Data(1_000), 1_000);
        Assert.Equal("incorrect header check", Assert.Throws<ZlibException>(() => Decompress([.. compressed.Skip(1)], 100)).Message);
        Assert.Equal(
            "incorrect data check",
            Assert.Throws<ZlibException>(() => Decompress([.. compressed[..^8], 0, .. compressed[^7..]], 100)).Message);
        Assert.Equal("The data ends too early.", Assert.Throws<ZlibException>(() => Decompress(compressed[..^9], 100)).Message);
    }

    [LibraryFact("zlib", "libz.so.1")]
    public void Disposing_GivesEveryBufferBack()
    {
        Compressor compressor = new();
        compressor.Dispose();
        compressor.Dispose();
        Assert.Throws<ObjectDisposedException>(() => compressor.Write([1], new ArrayBufferWriter<byte>()));
    }

    private static byte[] Data(int bytes) => [.. Enumerable.Range(0, bytes).Select(static n => (byte)((n * n) >> 7))];

    private static byte[] Compress(byte[] data, int pieceBytes)
    {
        using Compressor compressor = new();
        return Run(compressor, data, pieceBytes);
    }

    private static byte[] Decompress(byte[] data, int pieceBytes)
    {
        using Decompressor decompressor = new();
        return Run(decompressor, data, pieceBytes);
    }

    private static byte[] Run(Codec codec, byte[] data, int pieceBytes)
    {
        ArrayBufferWriter<byte> target = new();
        foreach (byte[] piece in data.Chunk(pieceBytes))
        {
            codec.Write(piece, target);
        }

        codec.Finish(target);
        return target.WrittenSpan.ToArray();
    }
}
