using Ffi.Tests.NativeCalls;
using Sqlite;

namespace Ffi.Samples.Tests;

public sealed class SqliteTests : IDisposable
{
    private const string Endless = "WITH RECURSIVE forever(n) AS (SELECT 1 UNION ALL SELECT n + 1 FROM forever) SELECT max(n) FROM forever";

    private readonly Database _database = new(":memory:");

    public SqliteTests() => _database.Execute("CREATE TABLE t (id INTEGER PRIMARY KEY, name TEXT, data BLOB)");

    public void Dispose() => _database.Dispose();

    [LibraryFact("SQLite", "libsqlite3.so.0")]
    public void BoundValues_ComeBackFromTheirColumns()
    {
        using Statement insert = _database.Prepare("INSERT INTO t (name, data) VALUES (?1, ?2)");
        insert.Bind(1, "grüße 🌍").Bind(2, [0, 255, 7]).Run();
        insert.Bind(1, new string('x', 5_000)).Bind(2, new byte[9_000]).Run();

        using Statement query = _database.Prepare("SELECT id, name, data FROM t WHERE id <= ?1 ORDER BY id");
        List<(long Id, string Name, string Data)> rows =
            query.Bind(1, 2).Read(static (in Columns c) => (c.Integer(0), c.Text(1), Convert.ToHexString(c.Blob(2))));

        Assert.Equal((1, "grüße 🌍", "00FF07"), rows[0]);
        Assert.Equal((2, new string('x', 5_000), new string('0', 18_000)), rows[1]);
    }

    [LibraryFact("SQLite", "libsqlite3.so.0")]
    public void NullText_IsSqlNull()
    {
        using Statement query = _database.Prepare("SELECT ?1 IS NULL, ?2 IS NULL");
        query.Bind(1, (string?)null).Bind(2, "");
        Assert.Equal([(1L, 0L)], query.Read(static (in Columns c) => (c.Integer(0), c.Integer(1))));
    }

    [LibraryFact("SQLite", "libsqlite3.so.0")]
    public void Failure_HasSqlitesOwnWords() =>
        Assert.Equal("no such table: nowhere", Assert.Throws<SqliteException>(() => _database.Execute("SELECT 1 FROM nowhere")).Message);

    [LibraryFact("SQLite", "libsqlite3.so.0")]
    public void ExpandedSql_IsCopiedAndGivenBack()
    {
        using Statement statement = _database.Prepare("SELECT ?1, ?2");
        statement.Bind(1, "it's").Bind(2, 42);
        for (int call = 0; call < 10_000; call++)
        {
            Assert.Equal("SELECT 'it''s', 42", statement.ExpandedSql);
        }
    }

    [LibraryFact("SQLite", "libsqlite3.so.0")]
    public void Backup_HasTheSameRows()
    {
        _database.Execute("INSERT INTO t (name) VALUES ('one'), ('two')");
        using Database copy = new(":memory:");
        _database.BackUpTo(copy);
        using Statement query = copy.Prepare("SELECT name FROM t ORDER BY id");
        Assert.Equal(["one", "two"], query.Read(static (in Columns c) => c.Text(0)));
    }

    [LibraryFact("SQLite", "libsqlite3.so.0")]
    public void StatementOfADisposedDatabase_StillWorks_BecauseSqliteWaitsForIt()
    {
        Database other = new(":memory:");
        using Statement query = other.Prepare("SELECT 6 * 7");
        other.Dispose();
        Assert.Equal([42L], query.Read(static (in Columns c) => c.Integer(0)));
    }

    [LibraryFact("SQLite", "libsqlite3.so.0")]
    public void AddedFunction_IsCalledBySql_WithItsClosure()
    {
        long offset = 3;
        _database.AddFunction("plus", x => x + offset);
        using Statement query = _database.Prepare("SELECT plus(column1) FROM (VALUES (1), (20))");

        Assert.Equal([4L, 23L], query.Read(static (in Columns c) => c.Integer(0)));
        offset = -1;
        Assert.Equal([0L, 19L], query.Read(static (in Columns c) => c.Integer(0)));
    }

    [LibraryFact("SQLite", "libsqlite3.so.0")]
    public void AddedFunction_ThatThrows_IsAnErrorOfSql()
    {
        _database.AddFunction("unlucky", static x => x == 13 ? throw new InvalidOperationException("not 13, ünd not today") : x);

        _database.Execute("SELECT unlucky(12)");
        Assert.Equal("not 13, ünd not today", Assert.Throws<SqliteException>(() => _database.Execute("SELECT unlucky(13)")).Message);
    }

    [LibraryFact("SQLite", "libsqlite3.so.0")]
    public void AddedFunction_IsForgotten_WhenTheLastStatementOfItsDatabaseIsFinished()
    {
        (WeakReference function, Statement query) = AddToADatabaseAndDisposeIt();
        Assert.Equal([42L], query.Read(static (in Columns c) => c.Integer(0)));
        Collect();
        Assert.True(function.IsAlive);

        query.Dispose();
        Collect();
        Assert.False(function.IsAlive);
    }

    [LibraryFact("SQLite", "libsqlite3.so.0")]
    public void FunctionThatCannotBeAdded_IsForgottenToo()
    {
        WeakReference function = FailToAdd();
        Collect();
        Assert.False(function.IsAlive);
    }

    [LibraryFact("SQLite", "libsqlite3.so.0")]
    public void EndlessQuery_StopsWhenAsked()
    {
        int asked = 0;
        Assert.False(_database.ExecuteUnless(() => ++asked == 7, Endless));
        Assert.Equal(7, asked);
        Assert.True(_database.ExecuteUnless(static () => false, "SELECT 1"));
    }

    [LibraryFact("SQLite", "libsqlite3.so.0")]
    public void QuestionThatThrows_StopsTheQueryByItsDefault() =>
        Assert.False(_database.ExecuteUnless(static () => throw new InvalidOperationException(), Endless));

    [System.Runtime.CompilerServices.MethodImpl(System.Runtime.CompilerServices.MethodImplOptions.NoInlining)]
    private static (WeakReference Function, Statement Query) AddToADatabaseAndDisposeIt()
    {
        using Database database = new(":memory:");
        long answer = 42;
        Func<long, long> function = x => x * answer;
        database.AddFunction("times", function);
        return (new WeakReference(function), database.Prepare("SELECT times(1)"));
    }

    [System.Runtime.CompilerServices.MethodImpl(System.Runtime.CompilerServices.MethodImplOptions.NoInlining)]
    private WeakReference FailToAdd()
    {
        long answer = 42;
        Func<long, long> function = x => x * answer;
        // SQLite allows 255 bytes in a function's name.
        Assert.Throws<SqliteException>(() => _database.AddFunction(new string('x', 300), function));
        return new WeakReference(function);
    }

    private static void Collect()
    {
        GC.Collect();
        GC.WaitForPendingFinalizers();
        GC.Collect();
    }
}
