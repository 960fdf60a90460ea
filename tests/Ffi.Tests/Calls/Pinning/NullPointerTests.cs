using System.Runtime.CompilerServices;
using static Ffi.Tests.Calls.Pinning.Pointers;

namespace Ffi.Tests.Calls.Pinning;

/// <summary>What has no element has no address: it is NULL in C.</summary>
public sealed class NullPointerTests
{
    [Fact]
    public void NullShapes_AreNull()
    {
        Assert.True(IsNull((int[]?)null));
        Assert.True(IsNull(default(Span<int>)));
        Assert.True(IsNull(default(ReadOnlySpan<double>)));
        Assert.True(IsNull(default(Memory<int>)));
        Assert.True(IsNull(default(ReadOnlyMemory<Pixel>)));
        Assert.True(IsNull(ref Unsafe.NullRef<int>()));
        Assert.True(IsNullIn(in Unsafe.NullRef<int>()));
        Assert.True(IsNull((nint)0));
    }

    [Fact]
    public void EmptyShapes_AreNull()
    {
        int[] array = [1];
        Assert.True(IsNull(Array.Empty<int>()));
        Assert.True(IsNull(array.AsSpan(0, 0)));
        Assert.True(IsNull(array.AsSpan(1)));
        Assert.True(IsNull(ReadOnlySpan<double>.Empty));
        Assert.True(IsNull(array.AsMemory(1)));
        Assert.True(IsNull(ReadOnlyMemory<Pixel>.Empty));
    }

    [Fact]
    public void ShapesOfOneElement_AreNot()
    {
        int[] array = [1];
        Assert.False(IsNull(array));
        Assert.False(IsNull(array.AsSpan()));
        Assert.False(IsNull([0.0]));
        Assert.False(IsNull(array.AsMemory()));
        Assert.False(IsNull(new ReadOnlyMemory<Pixel>([default])));
        Assert.False(IsNull(ref array[0]));
        Assert.False(IsNullIn(in array[0]));
        Assert.False(IsNull((nint)1));
    }

    [Fact]
    public void NullAndEmpty_AreSeenByTheCallee()
    {
        Assert.Equal(-1, Sum((int[]?)null, 3));
        Assert.Equal(-1, Sum(ReadOnlySpan<int>.Empty, 3));
        Assert.False(Fill((int[]?)null, 3, 1));
        Assert.False(Fill(Span<int>.Empty, 3, 1));
    }
}
