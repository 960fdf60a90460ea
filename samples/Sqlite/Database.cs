using Ffi;

namespace Sqlite;

/// <summary>A database, open until it is disposed.</summary>
internal sealed class Database : IDisposable
{
    private readonly DatabaseHandle _handle;

    /// <param name="path">A file, or <c>:memory:</c>.</param>
    public Database(string path) => Check(SqliteLibrary.Open(path, out _handle));

    /// <summary>Prepares one statement.</summary>
    public Statement Prepare(string sql)
    {
        Check(SqliteLibrary.Prepare(_handle, sql, sqlBytes: -1, out StatementHandle statement, tail: 0));
        return new Statement(this, statement);
    }

    /// <summary>Runs one statement that returns no rows.</summary>
    public void Execute(string sql)
    {
        using Statement statement = Prepare(sql);
        statement.Run();
    }

    /// <summary>Makes a C# function callable in SQL.</summary>
    public void AddFunction(string name, Func<long, long> function) => Check(SqlFunction.Add(_handle, name, function));

    /// <summary>Runs one statement, and asks now and then whether to stop.</summary>
    /// <returns>Whether the statement ran to its end.</returns>
    public bool ExecuteUnless(Func<bool> shallStop, string sql)
    {
        using Statement statement = Prepare(sql);
        using var progress = NativeCallback<Progress>.Create(_ => shallStop(), OnException.Default);
        SqliteLibrary.SetProgress(_handle, steps: 1_000, progress, user: 0);
        try
        {
            return statement.TryRun();
        }
        finally
        {
            SqliteLibrary.SetProgress(_handle, steps: 0, progress: null, user: 0);
        }
    }

    /// <summary>Copies all pages into another database.</summary>
    public void BackUpTo(Database target)
    {
        nint backup = SqliteLibrary.StartBackup(target._handle, "main"u8, _handle, "main"u8);
        if (backup == 0)
        {
            throw new SqliteException(SqliteLibrary.ErrorMessage(target._handle));
        }

        int result = SqliteLibrary.StepBackup(backup, pages: -1);
        target.Check(SqliteLibrary.FinishBackup(backup));
        if (result != SqliteLibrary.Done)
        {
            throw new SqliteException($"The backup stopped with {result}.");
        }
    }

    public void Dispose() => _handle.Dispose();

    public void Check(int result)
    {
        if (result is not (SqliteLibrary.Ok or SqliteLibrary.Row or SqliteLibrary.Done))
        {
            throw new SqliteException(SqliteLibrary.ErrorMessage(_handle));
        }
    }
}
