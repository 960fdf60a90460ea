// zlib's streams: gzip, piece by piece, through a struct that zlib keeps.
//
//     dotnet run --project samples/Zlib

using System.Buffers;
using System.IO.Compression;
using System.Text;
using Zlib;

Console.WriteLine($"crc32(\"123456789\")   = {ZlibLibrary.Crc32(new(0), "123456789"u8, 9).Value:X8}");
Console.WriteLine($"adler32(\"Wikipedia\") = {ZlibLibrary.Adler32(new(1), "Wikipedia"u8, 9).Value:X8}");

byte[] line = Encoding.UTF8.GetBytes("She sells sea shells by the sea shore.\n");
ArrayBufferWriter<byte> compressed = new();
using (Compressor compressor = new())
{
    for (int i = 0; i < 10_000; i++)
    {
        compressor.Write(line, compressed);
    }

    compressor.Finish(compressed);
}

Console.WriteLine(
    $"10,000 lines          = {10_000 * line.Length:N0} bytes, compressed {(compressed.WrittenCount < 2_000 ? "to less than 2,000" : "badly")}"
);

ArrayBufferWriter<byte> text = new();
using (Decompressor decompressor = new())
{
    // A few bytes at a time, as they might come from a network.
    foreach (byte[] piece in compressed.WrittenSpan.ToArray().Chunk(100))
    {
        decompressor.Write(piece, text);
    }

    decompressor.Finish(text);
}

Console.WriteLine(
    $"decompressed          = {text.WrittenCount:N0} bytes, the last line \"{Encoding.UTF8.GetString(text.WrittenSpan[^line.Length..]).Trim()}\""
);

using GZipStream theirs = new(new MemoryStream(compressed.WrittenSpan.ToArray()), CompressionMode.Decompress);
Console.WriteLine($".NET reads it as well = {new StreamReader(theirs).ReadToEnd() == Encoding.UTF8.GetString(text.WrittenSpan)}");

byte[] damaged = compressed.WrittenSpan.ToArray();
damaged[^5] ^= 1;
try
{
    using Decompressor decompressor = new();
    decompressor.Write(damaged, text);
}
catch (ZlibException error)
{
    Console.WriteLine($"one bit flipped       = {error.Message}");
}
