using Ffi;

namespace Sqlite;

/// <summary>A database, open until it is disposed.</summary>
internal sealed class Database : IDisposable
{
    private readonly DatabaseHandle _handle;

    /// <param name="path">A file, or <c>:memory:</c>.</param>
    public Database(string path) => Check(Sqlite3.Open(path, out _handle));

    /// <summary>Prepares one statement.</summary>
    public Statement Prepare(string sql)
    {
        Check(Sqlite3.PrepareV2(_handle, sql, nByte: -1, out StatementHandle statement, pzTail: default));
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
        Sqlite3.ProgressHandler(_handle, 1_000, progress, data: 0);
        try
        {
            return statement.TryRun();
        }
        finally
        {
            Sqlite3.ProgressHandler(_handle, 0, callback: null, data: 0);
        }
    }

    /// <summary>Copies all pages into another database.</summary>
    public void BackUpTo(Database target)
    {
        Backup backup = Sqlite3.BackupInit(target._handle, "main"u8, _handle, "main"u8);
        if (backup == default)
        {
            throw new SqliteException(Sqlite3.Errmsg(target._handle));
        }

        ResultCode result = Sqlite3.BackupStep(backup, nPage: -1);
        target.Check(Sqlite3.BackupFinish(backup));
        if (result != ResultCode.Done)
        {
            throw new SqliteException($"The backup stopped with {result}.");
        }
    }

    public void Dispose() => _handle.Dispose();

    public void Check(ResultCode result)
    {
        if (result is not (ResultCode.Ok or ResultCode.Row or ResultCode.Done))
        {
            throw new SqliteException(Sqlite3.Errmsg(_handle));
        }
    }
}
