using System.Runtime.InteropServices;

namespace Ffi.Tests.Linked;

/// <summary>Libraries that are part of the program.</summary>
public class LinkedTests
{
    [Fact]
    public void Zlib_IsDebiansArchive_AndCounts()
    {
        // NativeAOT's own zlib, which compresses for System.IO.Compression, calls itself zlib-ng.
        Assert.StartsWith("1.", Zlib.Version());
        Assert.False(Zlib.Version()!.Contains("ng", StringComparison.Ordinal));
        Assert.Equal(0xCBF43926u, (uint)Zlib.Crc32(default, "123456789"u8, 9).Value);
    }

    [Fact]
    public void Zlib_CompressesAndBack()
    {
        byte[] text = new byte[10_000];
        for (int i = 0; i < text.Length; i++)
        {
            text[i] = (byte)(i % 7);
        }

        byte[] packed = new byte[1_000];
        CULong packedLength = new((nuint)packed.Length);
        Assert.Equal(0, Zlib.Compress(packed, ref packedLength, text, new CULong((nuint)text.Length)));
        byte[] unpacked = new byte[text.Length];
        CULong unpackedLength = new((nuint)unpacked.Length);
        Assert.Equal(0, Zlib.Uncompress(unpacked, ref unpackedLength, packed, packedLength));
        Assert.Equal<byte>(text, unpacked);
    }

    [Fact]
    public unsafe void SQLite_TakesTextHandlesAndClosures_AndItsTextIsFreed()
    {
        Assert.Equal(0, Sqlite.Open(":memory:", out SqliteDatabase database));
        using (database)
        {
            List<string?> rows = [];
            int result = Sqlite.Execute(
                database,
                "create table t(a text, b int); insert into t values ('één', 2), (null, 4), ('drei', 8); select a, b from t order by b",
                (_, columns, values, _) =>
                {
                    rows.Add($"{columns}: {Marshal.PtrToStringUTF8((nint)values[0])} {Marshal.PtrToStringUTF8((nint)values[1])}");
                    return 0;
                },
                0,
                out string? error);

            Assert.Equal((0, null), (result, error));
            Assert.Equal<string?>(["2: één 2", "2:  4", "2: drei 8"], rows);

            Assert.NotEqual(0, Sqlite.Execute(database, "select nonsense", null, 0, out error));
            Assert.Equal("no such column: nonsense", error);

            NotSupportedException thrown = Assert.Throws<NotSupportedException>(() =>
                Sqlite.Execute(database, "select 1", (_, _, _, _) => throw new NotSupportedException("not this row"), 0, out _));
            Assert.Equal("not this row", thrown.Message);
        }
    }

    [Fact]
    public void WhatIsLinked_IsAvailable()
    {
        Assert.True(Sqlite.IsLibraryAvailable);
        Assert.True(Zlib.IsVersionAvailable);
        Assert.False(NotLinked.IsLibraryAvailable);
        Assert.False(NotLinked.IsFAvailable);
    }

    [Fact]
    public void NothingIsLoaded()
    {
        _ = (Zlib.Version(), Sqlite.Version(), Calls.Subword.Negate(-1));
        string maps = File.ReadAllText("/proc/self/maps");

        Assert.Contains("libc.so", maps);
        foreach (string library in (string[])["libz", "sqlite", "benchmarktest", "sharedmemory"])
        {
            // The program's own file is named after the tests.
            Assert.False(
                maps.Split('\n')
                    .Any(line => line.Contains(library, StringComparison.Ordinal) && line.Contains(".so", StringComparison.Ordinal)),
                maps);
        }
    }
}

[NativeLibrary("z")]
internal static partial class Zlib
{
    [NativeFunction("zlibVersion", Optional = true)]
    internal static partial string? Version();

    [NativeFunction("crc32")]
    internal static partial CULong Crc32(CULong seed, ReadOnlySpan<byte> data, uint length);

    [NativeFunction("compress")]
    internal static partial int Compress(Span<byte> target, ref CULong targetLength, ReadOnlySpan<byte> source, CULong length);

    [NativeFunction("uncompress")]
    internal static partial int Uncompress(Span<byte> target, ref CULong targetLength, ReadOnlySpan<byte> source, CULong length);
}

internal unsafe delegate int SqliteRow(nint state, int columns, byte** values, byte** names);

internal sealed class SqliteDatabase() : SafeHandle(0, ownsHandle: true)
{
    public override bool IsInvalid => handle == 0;

    protected override bool ReleaseHandle() => Sqlite.Close(handle) == 0;
}

[NativeLibrary("sqlite3", Optional = true)]
internal static partial class Sqlite
{
    [NativeFunction("sqlite3_libversion_number")] internal static partial int Version();
    [NativeFunction("sqlite3_open")] internal static partial int Open(string path, out SqliteDatabase database);
    [NativeFunction("sqlite3_close")] internal static partial int Close(nint database);
    [NativeFunction("sqlite3_exec")]
    internal static partial int Execute(
        SqliteDatabase database,
        string sql,
        SqliteRow? row,
        nint state,
        [FreedWith("sqlite3_free")] out string? error);
}

[NativeLibrary("no such library", Optional = true)]
internal static partial class NotLinked
{
    [NativeFunction("f", Optional = true)] internal static partial int F();
}
