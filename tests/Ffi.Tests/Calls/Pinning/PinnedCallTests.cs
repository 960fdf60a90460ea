namespace Ffi.Tests.Calls.Pinning;

public sealed class PinnedCallTests
{
    private static readonly int[] Powers = [1, 2, 4, 8, 16];

    [Fact]
    public void ReadOnlyShapes_AreReadInPlace()
    {
        Assert.Equal(31, Pointers.Sum((ReadOnlySpan<int>)Powers, 5));
        Assert.Equal(31, Pointers.Sum(Powers, 5));
        Assert.Equal(31, Pointers.Sum((ReadOnlyMemory<int>)Powers, 5));
        Assert.Equal(15, Pointers.Sum([1, 2, 4, 8], 4));
    }

    [Fact]
    public void Slice_StartsAtItsFirstElement()
    {
        Assert.Equal(14, Pointers.Sum(Powers.AsSpan(1, 3), 3));
        Assert.Equal(14, Pointers.Sum(Powers.AsMemory(1, 3), 3));
    }

    [Fact]
    public void WritableShapes_AreWrittenInPlace()
    {
        int[] array = new int[3], throughSpan = new int[5], throughMemory = new int[5];

        Assert.True(Pointers.Fill(array, 3, 7));
        Assert.True(Pointers.Fill(throughSpan.AsSpan(1, 3), 3, 7));
        Assert.True(Pointers.Fill(throughMemory.AsMemory(1, 3), 3, 7));

        Assert.Equal([7, 8, 9], array);
        Assert.Equal([0, 7, 8, 9, 0], throughSpan);
        Assert.Equal([0, 7, 8, 9, 0], throughMemory);
    }

    [Fact]
    public unsafe void StackMemory_IsPassedAsItIs()
    {
        int* values = stackalloc int[3];
        Assert.True(Pointers.Fill(new Span<int>(values, 3), 3, 40));
        Assert.Equal(123, Pointers.Sum(values, 3));
    }

    [Fact]
    public void EveryShapeOfOneArray_HasOneAddress()
    {
        using CheckSuspension suspension = NativeChecks.Suspend(); // Copies have others.
        int[] array = GC.AllocateArray<int>(4, pinned: true);
        nint address = Pointers.AddressOf(array);

        Assert.Equal(address, Pointers.AddressOf(array.AsSpan()));
        Assert.Equal(address, Pointers.AddressOf(array.AsMemory()));
        Assert.Equal(address + sizeof(int), Pointers.AddressOf(array.AsSpan(1)));
        Assert.Equal(address + sizeof(int), Pointers.AddressOf(array.AsMemory(1)));
    }

    [Fact]
    public void RefInAndOut_ArePointersToTheVariable()
    {
        long left = long.MinValue, right = 2;
        Pointers.Swap(ref left, ref right);
        Assert.Equal((2, long.MinValue), (left, right));

        Assert.Equal(-7, Pointers.Divide(-37, 5, out int remainder));
        Assert.Equal(-2, remainder);
        Assert.Equal(1L << 40, Pointers.Read(1L << 40));
    }

    [Fact]
    public void RefToAField_IsPinnedInItsObject()
    {
        var pair = new long[] { 3, 5 };
        Pointers.Swap(ref pair[0], ref pair[1]);
        Assert.Equal([5, 3], pair);
    }

    [Fact]
    public void TwoPinnedArguments_KeepTheirPlaces()
    {
        Assert.Equal(1 * 10 + 2 * 200 + 4 * 3000, Pointers.Dot([1, 2, 4], [10, 200, 3000], 3));
    }

    [Fact]
    public void StructsAndBools_AreSharedAsTheyLie()
    {
        Pointers.Pixel[] pixels = [new(1, 2), new(3, 4)];
        Pointers.Move(pixels, 2, right: 10, down: -100);
        Assert.Equal([new(11, -98), new(13, -96)], pixels);

        bool[] flags = [true, false, false, true, false];
        Pointers.Flip(flags.AsSpan(1, 3), 3);
        Assert.Equal([true, true, true, false, false], flags);
    }
}
