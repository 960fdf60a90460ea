using Xunit;

namespace Company_Binding.Tests;

public class LibCTests
{
    [Fact]
    public void Length_CountsBytesOfUtf8() => Assert.Equal(7u, LibC.Length("häuser"));

    [Fact]
    public void Length_AllocatesNothing()
    {
        _ = LibC.Length("warm up"); // The first call looks the symbol up.
        long before = GC.GetAllocatedBytesForCurrentThread();

        _ = LibC.Length("häuser");

        Assert.Equal(before, GC.GetAllocatedBytesForCurrentThread());
    }

    [Fact]
    public void Sort_TakesALambda()
    {
        int[] numbers = [3, 1, 2];

        LibC.Sort(numbers, (nuint)numbers.Length, sizeof(int), (in int left, in int right) => right.CompareTo(left));

        Assert.Equal([3, 2, 1], numbers);
    }
}
