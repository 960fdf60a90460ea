using System.Runtime.InteropServices;
using Ffi;

namespace Callbacks;

/// <summary>A function of SQL: its arguments are <c>sqlite3_value*</c>.</summary>
public delegate void ScalarFunction(nint context, int count, [LengthFrom("count")] ReadOnlySpan<nint> arguments);

/// <summary>A row of a result: C strings, valid until the callback returns. Anything but 0 ends the query.</summary>
public delegate int Row(nint user, int count, [LengthFrom("count")] ReadOnlySpan<nint> values, [LengthFrom("count")] ReadOnlySpan<nint> names);

/// <summary>Called every few steps of a query. True ends it.</summary>
[NativeCallback(Default = true)]
public delegate bool Progress(nint user);

/// <summary>A database in memory that calls C# from SQL.</summary>
public sealed partial class SqliteConnection : IDisposable
{
    private const int Utf8 = 1;
    private const int Interrupted = 9;

    // sqlite keeps these addresses until the connection is closed.
    private readonly List<IDisposable> _retained = [];
    private readonly nint _connection;

    public SqliteConnection() => Check(Sqlite.Open(":memory:", out _connection));

    /// <summary>Makes a C# function callable in SQL.</summary>
    public void AddFunction(string name, Func<long, long> function)
    {
        // No frame of C# is above this one when SQL calls it, so an exception must become an error of SQL here.
        var callback = NativeCallback<ScalarFunction>.Create((context, _, arguments) =>
        {
            try
            {
                Sqlite.ResultInt64(context, function(Sqlite.ValueInt64(arguments[0])));
            }
            catch (Exception exception)
            {
                Sqlite.ResultError(context, exception.Message, -1);
            }
        });
        _retained.Add(callback);
        Check(Sqlite.CreateFunction(_connection, name, 1, Utf8, 0, callback, 0, 0, 0));
    }

    /// <summary>Asks while a query runs whether it shall end.</summary>
    public void SetProgress(int steps, Func<bool> shallEnd)
    {
        var callback = NativeCallback<Progress>.Create(_ => shallEnd(), OnException.Default);
        _retained.Add(callback);
        Sqlite.SetProgress(_connection, steps, callback, 0);
    }

    /// <summary>Runs SQL. An exception of <paramref name="row"/> ends the query and comes out here.</summary>
    /// <returns>Whether the query ran to its end.</returns>
    public bool Run(string sql, Action<string?>? row = null)
    {
        int result = Sqlite.Execute(
            _connection,
            sql,
            row is null ? null : (_, _, values, _) =>
            {
                row(Marshal.PtrToStringUTF8(values[0]));
                return 0;
            },
            0,
            0);
        return result == Interrupted ? false : Check(result);
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        Sqlite.Close(_connection);
        _retained.ForEach(static callback => callback.Dispose());
    }

    private bool Check(int result) => result == 0 ? true : throw new InvalidOperationException(Sqlite.ErrorMessage(_connection));

    [NativeLibrary("sqlite3")]
    private static partial class Sqlite
    {
        [NativeFunction("sqlite3_open")]
        public static partial int Open(string path, out nint connection);

        [NativeFunction("sqlite3_close_v2")]
        public static partial int Close(nint connection);

        [NativeFunction("sqlite3_errmsg")]
        public static partial string ErrorMessage(nint connection);

        [NativeFunction("sqlite3_exec")]
        public static partial int Execute(nint connection, string sql, [NativeCallback(Default = 1)] Row? row, nint user, nint message);

        [NativeFunction("sqlite3_create_function_v2")]
        public static partial int CreateFunction(
            nint connection, string name, int count, int encoding, nint user, [Retained(Until = "sqlite3_close_v2")] NativeCallback<ScalarFunction> function, nint step, nint final, nint destroy);

        [NativeFunction("sqlite3_progress_handler")]
        public static partial void SetProgress(nint connection, int steps, [Retained(Until = "sqlite3_close_v2")] NativeCallback<Progress> progress, nint user);

        [NativeFunction("sqlite3_value_int64")]
        public static partial long ValueInt64(nint value);

        [NativeFunction("sqlite3_result_int64")]
        public static partial void ResultInt64(nint context, long value);

        [NativeFunction("sqlite3_result_error")]
        public static partial void ResultError(nint context, string message, int length);
    }
}
