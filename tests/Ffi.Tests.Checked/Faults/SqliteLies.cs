using Ffi.Tests.NativeCalls;

namespace Ffi.Tests.Checked.Faults;

[Collection(nameof(WrittenLateTests))]
public class SqliteLies
{
    [LibraryFact("SQLite", "libsqlite3.so.0")]
    public void EachIsFound_AndItsTwinIsNot()
    {
        Assert.Equal(0, Sqlite.Open(":memory:", out nint database));
        Lie[] lies =
        [
            new(
                "a handle of 4 bytes",
                static () => Sqlite.OpenNarrow(":memory:", out _),
                NativeFault.WrittenOutside, "sqlite3_open", "database", Lie.Larger,
                static () =>
                {
                    Assert.Equal(0, Sqlite.Open(":memory:", out nint opened));
                    Sqlite.Close(opened);
                }),
            new(
                "more bytes than there are",
                static () => Sqlite.Randomize(20, new byte[16]),
                NativeFault.WrittenOutside, "sqlite3_randomness", "target", Lie.Larger,
                static () => Sqlite.Randomize(16, new byte[16])),
            new(
                "a target that is said to be read",
                static () => Sqlite.RandomizeRead(16, new byte[16]),
                NativeFault.WrittenReadOnly, "sqlite3_randomness", "target", Lie.Writes + "System.Span<byte>",
                static () => Sqlite.Randomize(16, new byte[16])),
            new(
                "the tail of a statement in 4 bytes",
                () => Sqlite.PrepareNarrow(database, "SELECT 1", -1, out _, out _),
                NativeFault.WrittenOutside, "sqlite3_prepare_v2", "tail", Lie.Larger,
                () =>
                {
                    Assert.Equal(0, Sqlite.Prepare(database, "SELECT 1", -1, out nint statement, out _));
                    Sqlite.Finish(statement);
                }),
            new(
                "a status in 2 bytes",
                () => Sqlite.StatusNarrow(database, 0, out _, out _, 0),
                NativeFault.WrittenOutside, "sqlite3_db_status", "highest", Lie.Larger,
                () => Assert.Equal(0, Sqlite.Status(database, 0, out _, out _, 0))),
            new(
                "a text that is longer than its buffer",
                static () => Sqlite.Print(32, new byte[8], "eleven bytes"),
                NativeFault.WrittenOutside, "sqlite3_snprintf", "target", Lie.Larger,
                static () => Sqlite.Print(8, new byte[8], "eleven bytes")),
        ];

        Assert.All(lies, static lie => lie.Verify());
        Sqlite.Close(database);
    }
}

[NativeLibrary("sqlite3")]
internal static partial class Sqlite
{
    [NativeFunction("sqlite3_open")] internal static partial int Open(string file, out nint database);
    [NativeFunction("sqlite3_open")] internal static partial int OpenNarrow(string file, out int database);
    [NativeFunction("sqlite3_close")] internal static partial int Close(nint database);
    [NativeFunction("sqlite3_randomness")] internal static partial void Randomize(int bytes, Span<byte> target);
    [NativeFunction("sqlite3_randomness")] internal static partial void RandomizeRead(int bytes, ReadOnlySpan<byte> target);
    [NativeFunction("sqlite3_prepare_v2")]
    internal static partial int Prepare(nint database, string text, int bytes, out nint statement, out nint tail);
    [NativeFunction("sqlite3_prepare_v2")]
    internal static partial int PrepareNarrow(nint database, string text, int bytes, out nint statement, out int tail);
    [NativeFunction("sqlite3_finalize")] internal static partial int Finish(nint statement);
    [NativeFunction("sqlite3_db_status")]
    internal static partial int Status(nint database, int what, out int current, out int highest, int reset);
    [NativeFunction("sqlite3_db_status")]
    internal static partial int StatusNarrow(nint database, int what, out int current, out short highest, int reset);
    [NativeFunction("sqlite3_snprintf")] internal static partial nint Print(int bytes, Span<byte> target, string format);
}
