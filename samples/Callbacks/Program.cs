using System.Text;
using Callbacks;

int[] numbers = [5, 2, 9, 1, 7];
Sorting.Sort(numbers, (in left, in right) => right.CompareTo(left));
Console.WriteLine($"qsort, descending:        {string.Join(' ', numbers)}");
Sorting.SortByDistance(numbers, pivot: 6);
Console.WriteLine($"qsort_r, from 6:          {string.Join(' ', numbers)}");

using (var connection = new SqliteConnection())
{
    connection.AddFunction("square", static x => x * x);
    connection.Run("select square(12)", static text => Console.WriteLine($"sqlite, square(12):       {text}"));
    int asked = 0;
    connection.SetProgress(1_000, () => ++asked == 100);
    bool finished = connection.Run("with recursive forever(n) as (select 1 union all select n + 1 from forever) select max(n) from forever");
    Console.WriteLine($"sqlite, an endless query: {(finished ? "finished" : $"ended after {asked} questions")}");
}

string file = Path.GetTempFileName();
File.WriteAllText(file, "int twice(int x) { return 2 * x; }\nint main(void) { return twice(21); }\n");
StringBuilder text = new();
Download.Run(new Uri(file).AbsoluteUri, data => text.Append(Encoding.UTF8.GetString(data)));
Console.WriteLine($"curl, a local file:       {text.Length} characters");

using (var loop = new EventLoop())
{
    int ticks = 0;
    loop.AddTimer(TimeSpan.FromMilliseconds(1), () => ++ticks < 3);
    int worker = 0;
    loop.Queue(() => worker = Environment.CurrentManagedThreadId, () => Console.WriteLine($"libuv, work elsewhere:    {worker != Environment.CurrentManagedThreadId}"));
    loop.Run();
    Console.WriteLine($"libuv, timer:             {ticks} ticks");
}

string source = Path.ChangeExtension(file, ".c");
File.Move(file, source);
Console.WriteLine($"libclang, functions:      {string.Join(' ', SyntaxTree.FunctionsOf(source))}");
File.Delete(source);
