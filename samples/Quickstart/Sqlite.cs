using System.Runtime.InteropServices;
using Ffi;

namespace Quickstart;

/// <summary>As much of SQLite as one query takes.</summary>
[NativeLibrary]
internal sealed unsafe partial class Sqlite
{
    private const int Row = 100; // SQLITE_ROW

    [NativeFunction("sqlite3_open")]
    private partial int Open(ReadOnlySpan<byte> path, out nint database);

    [NativeFunction("sqlite3_prepare_v2")]
    private partial int Prepare(nint database, ReadOnlySpan<byte> sql, int length, out nint statement, nint tail);

    [NativeFunction("sqlite3_step")]
    private partial int Step(nint statement);

    [NativeFunction("sqlite3_column_count")]
    private partial int ColumnCount(nint statement);

    [NativeFunction("sqlite3_column_text")]
    private partial byte* ColumnText(nint statement, int column);

    [NativeFunction("sqlite3_finalize")]
    private partial int Finish(nint statement);

    [NativeFunction("sqlite3_close")]
    private partial int Close(nint database);

    /// <summary>Runs one statement on an empty database in memory.</summary>
    /// <param name="sql">The statement, in UTF-8.</param>
    /// <returns>The rows, as text.</returns>
    public List<string[]> Query(ReadOnlySpan<byte> sql)
    {
        Check(Open(":memory:\0"u8, out nint database));
        Check(Prepare(database, sql, sql.Length, out nint statement, 0));
        List<string[]> rows = [];
        while (Step(statement) == Row)
        {
            // The text is SQLite's until the next step, so it is copied now.
            rows.Add([
                .. Enumerable
                    .Range(0, ColumnCount(statement))
                    .Select(column => Marshal.PtrToStringUTF8((nint)ColumnText(statement, column)) ?? "NULL"),
            ]);
        }

        Check(Finish(statement));
        Check(Close(database));
        return rows;
    }

    private static void Check(int result)
    {
        if (result != 0)
        {
            throw new InvalidOperationException($"SQLite answered {result}.");
        }
    }
}
