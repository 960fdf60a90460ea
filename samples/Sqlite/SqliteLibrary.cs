using Ffi;

namespace Sqlite;

/// <summary>Called every few steps of a statement. True ends it, and so does an exception.</summary>
[NativeCallback(Default = true)]
internal delegate bool Progress(nint user);

/// <summary>The part of SQLite's C interface that the sample uses, declared as its manual has it.</summary>
[NativeLibrary("sqlite3")]
internal static partial class SqliteLibrary
{
    public const int Ok = 0, Interrupt = 9, Row = 100, Done = 101; // SQLITE_OK, SQLITE_INTERRUPT, SQLITE_ROW, SQLITE_DONE

    /// <summary>SQLITE_TRANSIENT: SQLite copies the value before the call returns, so it may be lent.</summary>
    public const nint Transient = -1;

    [NativeFunction("sqlite3_open")] public static partial int Open(string path, out DatabaseHandle database);
    [NativeFunction("sqlite3_close_v2")] public static partial int Close(nint database);
    [NativeFunction("sqlite3_errmsg")] public static partial string? ErrorMessage(DatabaseHandle database);

    [NativeFunction("sqlite3_prepare_v2")]
    public static partial int Prepare(DatabaseHandle database, string sql, int sqlBytes, out StatementHandle statement, nint tail);
    [NativeFunction("sqlite3_finalize")] public static partial int Finish([Frees] nint statement);

    [NativeFunction("sqlite3_bind_text")]
    public static partial int BindText(StatementHandle statement, int index, string? text, int textBytes, nint lifetime);
    [NativeFunction("sqlite3_bind_blob")]
    public static partial int BindBlob(StatementHandle statement, int index, ReadOnlySpan<byte> blob, int blobBytes, nint lifetime);
    [NativeFunction("sqlite3_bind_int64")] public static partial int BindInteger(StatementHandle statement, int index, long value);

    [NativeFunction("sqlite3_step")] public static partial int Step(BorrowedHandle<StatementHandle> statement);
    [NativeFunction("sqlite3_reset")] public static partial int Reset(BorrowedHandle<StatementHandle> statement);
    [NativeFunction("sqlite3_column_int64")] public static partial long ColumnInteger(BorrowedHandle<StatementHandle> statement, int column);
    [NativeFunction("sqlite3_column_bytes")] public static partial int ColumnBytes(BorrowedHandle<StatementHandle> statement, int column);

    [NativeFunction("sqlite3_column_text")]
    [return: BorrowedFrom("statement", InvalidatedBy = ["sqlite3_step", "sqlite3_reset", "sqlite3_finalize"])]
    public static partial ReadOnlySpan<byte> ColumnText(BorrowedHandle<StatementHandle> statement, int column);

    [NativeFunction("sqlite3_column_blob")]
    [return: BorrowedFrom("statement", InvalidatedBy = ["sqlite3_step", "sqlite3_reset", "sqlite3_finalize"])]
    public static partial nint ColumnBlob(BorrowedHandle<StatementHandle> statement, int column);

    [NativeFunction("sqlite3_expanded_sql")] [return: FreedWith("sqlite3_free")]
    public static partial string? ExpandedSql(StatementHandle statement);

    [NativeFunction("sqlite3_create_function_v2")]
    public static partial int CreateFunction(
        DatabaseHandle database, string name, int argumentCount, int encoding, [Retained] nint user, nint function, nint step, nint final, nint destroy);
    [NativeFunction("sqlite3_user_data")] public static partial nint UserData(nint context);
    [NativeFunction("sqlite3_value_int64")] public static partial long ValueInteger(nint value);
    [NativeFunction("sqlite3_result_int64")] public static partial void ReturnInteger(nint context, long value);
    [NativeFunction("sqlite3_result_error")] public static partial void ReturnError(nint context, string message, int messageBytes);

    // Kept until it is called again, which with null just ends it.
    [NativeFunction("sqlite3_progress_handler")]
    public static partial void SetProgress(DatabaseHandle database, int steps, [Retained(Until = "sqlite3_progress_handler")] NativeCallback<Progress>? progress, nint user);

    [NativeFunction("sqlite3_backup_init")]
    public static partial nint StartBackup(DatabaseHandle target, [NulTerminated] ReadOnlySpan<byte> targetName, DatabaseHandle source, [NulTerminated] ReadOnlySpan<byte> sourceName);
    [NativeFunction("sqlite3_backup_step")] public static partial int StepBackup(nint backup, int pages);
    [NativeFunction("sqlite3_backup_finish")] public static partial int FinishBackup([Frees] nint backup);
}
