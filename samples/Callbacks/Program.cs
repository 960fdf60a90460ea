// C calls C#: lambdas that live for the call, static methods with an address, and what becomes of their exceptions.
//
//     dotnet run --project samples/Callbacks

using Callbacks;

int[] numbers = [5, 2, 9, 1, 7];
int comparisons = 0;
Sorting.Sort(numbers, (in left, in right) =>
{
    comparisons++;
    return right.CompareTo(left);
});
Console.WriteLine($"descending     {string.Join(' ', numbers)}, {(comparisons > 0 ? "the closure counted" : "nothing counted")}");

Sorting.SortByDistance(numbers, pivot: 6);
Console.WriteLine($"distances to 6 {string.Join(' ', numbers.Select(static number => Math.Abs(number - 6)))}");

int[][] rows = [[3, 1, 2], [9, 8], [4]];
int[] order = [0, 1, 2];
Sorting.Sort(order, (in left, in right) =>
{
    // A sort inside of a comparison: callbacks nest.
    Array.ForEach(rows, static row => Sorting.Sort(row, static (in a, in b) => a.CompareTo(b)));
    return rows[left][0].CompareTo(rows[right][0]);
});
Console.WriteLine($"rows by least  {string.Join("; ", order.Select(row => string.Join(' ', rows[row])))}");

try
{
    Sorting.Sort(numbers, static (in left, in right) => throw new InvalidOperationException($"{left} and {right} are not comparable."));
}
catch (InvalidOperationException error)
{
    Console.WriteLine(
        $"an exception   {(error.StackTrace!.Contains("Program", StringComparison.Ordinal) ? "out of C's frames, with its stack trace" : "lost its place")}"
    );
}

CompareNumbers ascending = static (in left, in right) => left.CompareTo(right);
Sorting.Sort(numbers, ascending);
long before = GC.GetAllocatedBytesForCurrentThread();
for (int i = 0; i < 1_000; i++)
{
    Sorting.Sort(numbers, ascending);
}

Console.WriteLine($"1,000 sorts    {GC.GetAllocatedBytesForCurrentThread() - before} B allocated");
