using Callbacks;
using Ffi.Tests.NativeCalls;

namespace Ffi.Samples.Tests;

public class CallbacksTests
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
}
