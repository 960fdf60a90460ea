using Sqlite;

namespace Ffi.Tests.Samples;

public sealed class SqliteTests : IDisposable
{
    private readonly Database _database = new(":memory:");

    public SqliteTests() => _database.Execute("CREATE TABLE t (id INTEGER PRIMARY KEY, name TEXT, data BLOB)");

    public void Dispose() => _database.Dispose();

    [Fact]
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

    [Fact]
    public void NullText_IsSqlNull()
    {
        using Statement query = _database.Prepare("SELECT ?1 IS NULL, ?2 IS NULL");
        query.Bind(1, (string?)null).Bind(2, "");
        Assert.Equal([(1L, 0L)], query.Read(static (in Columns c) => (c.Integer(0), c.Integer(1))));
    }

    [Fact]
    public void Failure_HasSqlitesOwnWords() =>
        Assert.Equal("no such table: nowhere", Assert.Throws<SqliteException>(() => _database.Execute("SELECT 1 FROM nowhere")).Message);

    [Fact]
    public void ExpandedSql_IsCopiedAndGivenBack()
    {
        using Statement statement = _database.Prepare("SELECT ?1, ?2");
        statement.Bind(1, "it's").Bind(2, 42);
        for (int call = 0; call < 10_000; call++)
        {
            Assert.Equal("SELECT 'it''s', 42", statement.ExpandedSql);
        }
    }

    [Fact]
    public void Backup_HasTheSameRows()
    {
        _database.Execute("INSERT INTO t (name) VALUES ('one'), ('two')");
        using Database copy = new(":memory:");
        _database.BackUpTo(copy);
        using Statement query = copy.Prepare("SELECT name FROM t ORDER BY id");
        Assert.Equal(["one", "two"], query.Read(static (in Columns c) => c.Text(0)));
    }

    [Fact]
    public void StatementOfADisposedDatabase_StillWorks_BecauseSqliteWaitsForIt()
    {
        Database other = new(":memory:");
        using Statement query = other.Prepare("SELECT 6 * 7");
        other.Dispose();
        Assert.Equal([42L], query.Read(static (in Columns c) => c.Integer(0)));
    }
}
