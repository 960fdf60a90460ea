using System.Runtime.InteropServices;
using Ffi.Tests.Calls.Arity;
using Ffi.Tests.Calls.Pinning;
using Ffi.Tests.Calls.Structs;
using Ffi.Tests.Testing;

namespace Ffi.Tests.Calls;

/// <summary>Not one byte in a million calls, for each way that a value can be passed.</summary>
public sealed class ZeroAllocationTests
{
    private static object? s_kept;

    private readonly int[] _array = [1, 2, 3];
    private long _left = 1, _right = 2;

    [Fact]
    public void Nothing_AllocatesNothing() => Assert.Equal(0, Allocations.OfAMillion(VoidFunctions.Nothing));

    [Theory]
    [InlineData(0), InlineData(1), InlineData(6), InlineData(7), InlineData(15), InlineData(32)]
    public void Integers_AllocateNothing(int arity)
    {
        ArityCase<long, long> sum = Int64Sums.Cases.Single(found => found.Arity == arity);
        long[] values = new long[arity];
        Assert.Equal(0, Allocations.OfAMillion(() => sum.Sum(values)));
    }

    [Theory]
    [InlineData(1), InlineData(8), InlineData(9), InlineData(15), InlineData(32)]
    public void Mixed_AllocatesNothing(int arity)
    {
        ArityCase<double, double> sum = MixedSums.Cases.Single(found => found.Arity == arity);
        double[] values = new double[arity];
        Assert.Equal(0, Allocations.OfAMillion(() => sum.Sum(values)));
    }

    [Fact]
    public void Scalars_AllocateNothing() => Assert.Equal(0, Allocations.OfAMillion(() =>
    {
        Subword.Negate((sbyte)1);
        Subword.Not(true);
        Subword.Next('a');
        Subword.Negate(new CLong(1));
        Subword.Negate(Level16.Above);
    }));

    [Fact]
    public void StructsByValue_AllocateNothing() => Assert.Equal(0, Allocations.OfAMillion(() =>
    {
        ByteStructs.Reverse(default(ByteStructs.Bytes3));
        ByteStructs.Reverse(default(ByteStructs.Bytes16));
        ByteStructs.Reverse(default(ByteStructs.Bytes40));
        FloatStructs.Scale(default(FloatStructs.Float3), 2);
        MixedStructs.Next(default(MixedStructs.TablePart));
    }));

    [Fact]
    public void RefInAndOut_AllocateNothing() => Assert.Equal(0, Allocations.OfAMillion(() =>
    {
        Pointers.Swap(ref _left, ref _right);
        Pointers.Divide(7, 2, out _);
        Pointers.Read(in _left);
    }));

    [Fact]
    public void Spans_AllocateNothing() => Assert.Equal(0, Allocations.OfAMillion(() =>
    {
        Pointers.Sum(_array.AsSpan(), 3);
        Pointers.Fill(_array.AsSpan(), 3, 1);
        Pointers.Sum(ReadOnlySpan<int>.Empty, 0);
    }));

    [Fact]
    public void Arrays_AllocateNothing() => Assert.Equal(0, Allocations.OfAMillion(() =>
    {
        Pointers.Sum(_array, 3);
        Pointers.Sum((int[]?)null, 0);
    }));

    [Fact]
    public void Memory_AllocatesNothing() => Assert.Equal(0, Allocations.OfAMillion(() =>
    {
        Pointers.Sum(_array.AsMemory(), 3);
        Pointers.Fill(_array.AsMemory(), 3, 1);
    }));

    // The measure itself: what it should see, it sees.
    [Fact]
    public void Measure_SeesAnObjectACall() =>
        Assert.InRange(
            Allocations.OfAMillion(() => Volatile.Write(ref s_kept, new object())),
            16L * Allocations.Calls,
            32L * Allocations.Calls);
}
