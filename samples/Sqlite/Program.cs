// SQLite: statements, text and blobs, columns where SQLite has them, functions of C# in SQL, and a backup.
//
//     dotnet run --project samples/Sqlite

using Sqlite;

using Database database = new(":memory:");
database.Execute("CREATE TABLE track (id INTEGER PRIMARY KEY, title TEXT, cover BLOB)");

using (Statement insert = database.Prepare("INSERT INTO track (title, cover) VALUES (?1, ?2)"))
{
    insert.Bind(1, "Für Elise").Bind(2, [0x89, 0x50, 0x4E, 0x47]).Run();
    insert.Bind(1, "Гимн").Bind(2, [1, 2, 3]);
    Console.WriteLine(insert.ExpandedSql);
    insert.Run();
}

using (Statement query = database.Prepare("SELECT id, title, cover FROM track WHERE id >= ?1 ORDER BY id"))
{
    foreach (string row in query.Bind(1, 1).Read(static (in Columns c) => $"{c.Integer(0)}: {c.Text(1)}, {Convert.ToHexString(c.Blob(2))}"))
    {
        Console.WriteLine(row);
    }
}

try
{
    database.Execute("SELECT 1 FROM nowhere");
}
catch (SqliteException e)
{
    Console.WriteLine(e.Message);
}

database.AddFunction("square", static x => checked(x * x));
using (Statement squares = database.Prepare("SELECT square(id + 11) FROM track"))
{
    Console.WriteLine($"square(12), square(13): {string.Join(", ", squares.Read(static (in Columns c) => c.Integer(0)))}");
}

try
{
    database.Execute("SELECT square(9223372036854775807)");
}
catch (SqliteException e)
{
    Console.WriteLine(e.Message);
}

int asked = 0;
bool finished = database.ExecuteUnless(
    shallStop: () => ++asked == 100,
    "WITH RECURSIVE forever(n) AS (SELECT 1 UNION ALL SELECT n + 1 FROM forever) SELECT max(n) FROM forever");
Console.WriteLine(finished ? "An endless query ended by itself." : $"An endless query, stopped at question {asked}.");

using Database copy = new(":memory:");
database.BackUpTo(copy);
using Statement count = copy.Prepare("SELECT count(*) FROM track");
Console.WriteLine($"{count.Read(static (in Columns c) => c.Integer(0))[0]} tracks in the backup");
