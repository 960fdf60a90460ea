using Ffi;

namespace Sqlite;

/// <summary>A prepared statement: bind, then run or read.</summary>
internal sealed class Statement(Database database, StatementHandle handle) : IDisposable
{
    /// <summary>Reads one row. What a span shows is SQLite's own memory, and gone after the reader returns.</summary>
    public delegate T Reader<T>(in Columns columns);

    /// <summary>The statement with its parameters filled in.</summary>
    public string? ExpandedSql => SqliteLibrary.ExpandedSql(handle);

    public Statement Bind(int index, long value) => Checked(SqliteLibrary.BindInteger(handle, index, value));

    public Statement Bind(int index, string? text) => Checked(SqliteLibrary.BindText(handle, index, text, textBytes: -1, SqliteLibrary.Transient));

    public Statement Bind(int index, ReadOnlySpan<byte> blob) =>
        Checked(SqliteLibrary.BindBlob(handle, index, blob, blob.Length, SqliteLibrary.Transient));

    /// <summary>Runs the statement, and makes it ready to be bound and run again.</summary>
    public void Run()
    {
        using BorrowedHandle<StatementHandle> statement = handle.Borrow();
        database.Check(SqliteLibrary.Step(statement));
        database.Check(SqliteLibrary.Reset(statement));
    }

    /// <summary>Runs the statement, which a progress handler may stop.</summary>
    /// <returns>Whether it ran to its end.</returns>
    public bool TryRun()
    {
        using BorrowedHandle<StatementHandle> statement = handle.Borrow();
        int result = SqliteLibrary.Step(statement);
        if (result == SqliteLibrary.Interrupt)
        {
            return false;
        }

        database.Check(result);
        return true;
    }

    /// <summary>All rows. One add-ref covers the whole query.</summary>
    public List<T> Read<T>(Reader<T> reader)
    {
        List<T> rows = [];
        using BorrowedHandle<StatementHandle> statement = handle.Borrow();
        int result;
        while ((result = SqliteLibrary.Step(statement)) == SqliteLibrary.Row)
        {
            rows.Add(reader(new Columns(statement)));
        }

        database.Check(result);
        database.Check(SqliteLibrary.Reset(statement));
        return rows;
    }

    public void Dispose() => handle.Dispose();

    private Statement Checked(int result)
    {
        database.Check(result);
        return this;
    }
}
