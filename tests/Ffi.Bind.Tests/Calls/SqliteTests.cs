using Ffi.Bind.Tests.Testing;
using Ffi.Bindgen;
using Ffi.Bindgen.Recipes;
using Ffi.Bindgen.Tests.Testing;
using Ffi.Tests.Testing;

namespace Ffi.Bind.Tests.Calls;

/// <summary>SQLite through the bindings that the golden shows.</summary>
public sealed class SqliteTests
{
    private const string Calls = """
        using System;
        using System.Collections.Generic;
        using System.Text;
        namespace Acme.Sqlite;

        static class Test
        {
            public static object Run()
            {
                Sqlite3.Open(":memory:", out Database database, OpenFlags.Readwrite | OpenFlags.Create, null);
                using (database)
                {
                    List<string> rows = [];
                    Sqlite3.Exec(database, "create table t (a int, b text); insert into t values (1, 'one'), (2, 'zwei')", null, 0, default);
                    ReadOnlySpan<byte> query = "select a, b from t order by a desc"u8;
                    Sqlite3.Prepare(database, query, query.Length, out Statement statement, default);
                    using (statement)
                    {
                        while (Sqlite3.Step(statement) == Sqlite3.Row)
                        {
                            rows.Add($"{Sqlite3.ColumnInt(statement, 0)}={Encoding.UTF8.GetString(Sqlite3.ColumnText(statement, 1))}");
                        }

                        rows.Add(Sqlite3.ExpandedSql(statement)!);
                    }

                    Sqlite3.Exec(database, "select missing", null, 0, default);
                    rows.Add(Sqlite3.Errmsg(database)!);
                    return string.Join("; ", rows);
                }
            }
        }
        """;

    [CorpusTheory, InlineData("sqlite3")]
    public void Query_Runs(string library)
    {
        Recipe recipe = Bound.Parse(File.ReadAllText(Repository.PathOf("tests/Ffi.Bind.Tests/Goldens/sqlite3.ffi-bind")));
        string source = Binder.Bind(Bound.DigestOf(library), recipe).Source;
        object? answer = BindingCompiler
            .Load(source, Calls)
            .GetType("Acme.Sqlite.Test", throwOnError: true)!
            .GetMethod("Run")!
            .Invoke(null, null);
        Assert.Equal("2=zwei; 1=one; select a, b from t order by a desc; no such column: missing", answer);
    }
}
