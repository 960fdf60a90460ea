using System.Text;
using Ffi;

namespace Sqlite;

/// <summary>The columns of the present row, borrowed until the next step.</summary>
internal readonly ref struct Columns(BorrowedHandle<StatementHandle> statement)
{
    private readonly BorrowedHandle<StatementHandle> _statement = statement;

    public long Integer(int column) => Sqlite3.ColumnInt64(_statement, column);

    /// <summary>The text as SQLite has it: no copy.</summary>
    public ReadOnlySpan<byte> Utf8(int column) => Sqlite3.ColumnText(_statement, column);

    public string Text(int column) => Encoding.UTF8.GetString(Utf8(column));

    /// <summary>The bytes as SQLite has them: no copy.</summary>
    public unsafe ReadOnlySpan<byte> Blob(int column) =>
        new((void*)Sqlite3.ColumnBlob(_statement, column), Sqlite3.ColumnBytes(_statement, column));
}
