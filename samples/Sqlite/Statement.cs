using Ffi;

namespace Sqlite;

/// <summary>A prepared statement: bind, then run or read.</summary>
internal sealed class Statement(Database database, StatementHandle handle) : IDisposable
{
    /// <summary>Reads one row. What a span shows is SQLite's own memory, and gone after the reader returns.</summary>
    public delegate T Reader<T>(in Columns columns);

    /// <summary>The statement with its parameters filled in.</summary>
    public string? ExpandedSql => Sqlite3.ExpandedSql(handle);

    public Statement Bind(int index, long value) => Checked(Sqlite3.BindInt64(handle, index, value));

    public Statement Bind(int index, string? text) => Checked(Sqlite3.BindText(handle, index, text, -1, Sqlite3.Transient));

    public Statement Bind(int index, ReadOnlySpan<byte> blob) =>
        Checked(Sqlite3.BindBlob(handle, index, blob, blob.Length, Sqlite3.Transient));

    /// <summary>Runs the statement, and makes it ready to be bound and run again.</summary>
    public void Run()
    {
        using BorrowedHandle<StatementHandle> statement = handle.Borrow();
        database.Check(Sqlite3.Step(statement));
        database.Check(Sqlite3.Reset(statement));
    }

    /// <summary>Runs the statement, which a progress handler may stop.</summary>
    /// <returns>Whether it ran to its end.</returns>
    public bool TryRun()
    {
        using BorrowedHandle<StatementHandle> statement = handle.Borrow();
        ResultCode result = Sqlite3.Step(statement);
        if (result == ResultCode.Interrupt)
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
        ResultCode result;
        while ((result = Sqlite3.Step(statement)) == ResultCode.Row)
        {
            rows.Add(reader(new Columns(statement)));
        }

        database.Check(result);
        database.Check(Sqlite3.Reset(statement));
        return rows;
    }

    public void Dispose() => handle.Dispose();

    private Statement Checked(ResultCode result)
    {
        database.Check(result);
        return this;
    }
}
