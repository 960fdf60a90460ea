using Callbacks;
using Ffi.Tests.NativeCalls;

namespace Ffi.Tests.Callbacks.Samples;

public class CallbackSampleTests
{
    [LibraryFact("The C library", "libc.so.6")]
    public void Sort_ByALambda_Sorts()
    {
        int[] numbers = [.. Enumerable.Range(0, 1_000).Select(static n => (n * 7_919) % 1_009)];
        int[] expected = [.. numbers.OrderDescending()];
        Sorting.Sort(numbers, (in left, in right) => right.CompareTo(left));

        Assert.Equal(expected, numbers);
    }

    [LibraryFact("The C library", "libc.so.6")]
    public void Sort_ByALambdaThatThrows_ThrowsItsException()
    {
        int[] numbers = [3, 1, 2];

        Assert.Throws<InvalidTimeZoneException>(() => Sorting.Sort(numbers, (in _, in _) => throw new InvalidTimeZoneException()));
        Assert.Equal([1, 2, 3], numbers.Order());
    }

    [LibraryFact("The C library", "libc.so.6")]
    public void SortByDistance_PassesThePivotThroughC()
    {
        int[] numbers = [9, 5, 1, 7, 2];
        Sorting.SortByDistance(numbers, pivot: 6);

        Assert.Equal([1, 1, 3, 4, 5], numbers.Select(static number => Math.Abs(number - 6)));
    }

    [LibraryFact("SQLite", "libsqlite3.so.0")]
    public void SqlFunction_IsCSharp_AndItsExceptionAnErrorOfSql()
    {
        using var connection = new SqliteConnection();
        List<string?> rows = [];
        long offset = 3;
        connection.AddFunction("plus", x => x == 13 ? throw new InvalidOperationException("not 13") : x + offset);
        connection.Run("select plus(column1) from (values (1), (20))", rows.Add);

        Assert.Equal(["4", "23"], rows);
        Assert.Contains("not 13", Assert.Throws<InvalidOperationException>(() => connection.Run("select plus(13)")).Message, StringComparison.Ordinal);
    }

    [LibraryFact("SQLite", "libsqlite3.so.0")]
    public void Row_ThatThrows_EndsTheQuery()
    {
        using var connection = new SqliteConnection();
        int rows = 0;

        Assert.Throws<InvalidTimeZoneException>(() => connection.Run(
            "select column1 from (values (1), (2), (3))", _ => rows = rows == 1 ? throw new InvalidTimeZoneException() : rows + 1));
        Assert.Equal(1, rows);
        Assert.True(connection.Run("select 1"));
    }

    [LibraryFact("SQLite", "libsqlite3.so.0")]
    public void Progress_EndsAnEndlessQuery()
    {
        using var connection = new SqliteConnection();
        int asked = 0;
        connection.SetProgress(1_000, () => ++asked == 7);

        Assert.False(connection.Run("with recursive forever(n) as (select 1 union all select n + 1 from forever) select max(n) from forever"));
        Assert.Equal(7, asked);
    }

    [LibraryFact("SQLite", "libsqlite3.so.0")]
    public void Progress_ThatThrows_EndsTheQueryByItsDefault()
    {
        using var connection = new SqliteConnection();
        connection.SetProgress(1_000, () => throw new InvalidOperationException());

        Assert.False(connection.Run("with recursive forever(n) as (select 1 union all select n + 1 from forever) select max(n) from forever"));
    }

    [LibraryFact("libcurl", "libcurl.so.4")]
    public void Download_HandsOverEveryByteInOrder()
    {
        string file = Path.GetTempFileName();
        byte[] bytes = [.. Enumerable.Range(0, 300_000).Select(static n => (byte)(n * 31))];
        File.WriteAllBytes(file, bytes);
        using MemoryStream received = new();
        int pieces = 0;
        Download.Run(new Uri(file).AbsoluteUri, data =>
        {
            received.Write(data);
            pieces++;
        });

        Assert.Equal(bytes, received.ToArray());
        Assert.True(pieces > 1);
        Assert.Equal("full", Assert.Throws<IOException>(() => Download.Run(new Uri(file).AbsoluteUri, static _ => throw new IOException("full"))).Message);
        File.Delete(file);
    }

    [LibraryFact("libuv", "libuv.so.1")]
    public void EventLoop_TicksAndWorksOnItsThreads()
    {
        int ticks = 0;
        List<string> order = [];
        int worker = 0;
        using (var loop = new EventLoop())
        {
            loop.AddTimer(TimeSpan.FromMilliseconds(1), () => ++ticks < 5);
            loop.Queue(
                () =>
                {
                    worker = Environment.CurrentManagedThreadId;
                    order.Add("work");
                },
                () => order.Add($"done on {Environment.CurrentManagedThreadId}"));
            loop.Run();
        }

        Assert.Equal(5, ticks);
        Assert.Equal(["work", $"done on {Environment.CurrentManagedThreadId}"], order);
        Assert.NotEqual(Environment.CurrentManagedThreadId, worker);
    }

    [LibraryFact("libclang", "libclang-14.so.13")]
    public void Visitor_GetsTwoStructsOf32BytesByValue()
    {
        string file = Path.ChangeExtension(Path.GetTempFileName(), ".c");
        File.WriteAllText(file, "struct point { int x, y; };\nint first(int a) { return a; }\nint second(struct point p) { return p.x; }\n");
        List<string> seen = [];
        SyntaxTree.Walk(file, (cursor, parent, _) =>
        {
            string name = SyntaxTree.Name(cursor);
            if (name.Length > 0)
            {
                seen.Add($"{Path.GetFileName(SyntaxTree.Name(parent)).Replace(Path.GetFileName(file), "file", StringComparison.Ordinal)}/{name}");
            }

            return name is "point" or "second" ? Visit.Recurse : Visit.Continue;
        });

        Assert.Equal(["first", "second"], SyntaxTree.FunctionsOf(file));
        Assert.Equal(["file/point", "point/x", "point/y", "file/first", "file/second", "second/p"], seen.Take(6));
        Assert.Throws<InvalidTimeZoneException>(() => SyntaxTree.Walk(file, (_, _, _) => throw new InvalidTimeZoneException()));
        File.Delete(file);
    }
}
