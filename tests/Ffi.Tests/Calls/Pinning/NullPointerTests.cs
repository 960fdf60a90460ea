using System.Runtime.CompilerServices;
using Ffi.Tests.Marshalling;
using static Ffi.Tests.Calls.Pinning.Pointers;

namespace Ffi.Tests.Calls.Pinning;

/// <summary>What is null or <c>default</c> is NULL in C. What is empty lies somewhere.</summary>
public sealed unsafe class NullPointerTests
{
    [Fact]
    public void NullShapes_AreNull()
    {
        Assert.True(IsNull((int[]?)null));
        Assert.True(IsNull((int*[]?)null));
        Assert.True(IsNull((delegate* unmanaged<int>[]?)null));
        Assert.True(IsNull(default(Span<int>)));
        Assert.True(IsNull(default(ReadOnlySpan<double>)));
        Assert.True(IsNull(default(Memory<int>)));
        Assert.True(IsNull(default(ReadOnlyMemory<Pixel>)));
        Assert.True(IsNull(((int[]?)null).AsSpan()));
        Assert.True(IsNull(((int[]?)null).AsMemory()));
        Assert.True(IsNull((Celsius[]?)null));
        Assert.True(IsNull(default(ReadOnlySpan<Celsius>)));
        Assert.True(IsNull(default(Span<Celsius>)));
        Assert.True(IsNull(ref Unsafe.NullRef<int>()));
        Assert.True(IsNullIn(in Unsafe.NullRef<int>()));
        Assert.True(IsNull((nint)0));
    }

    // C# itself makes `default` of these.
    [Fact]
    public void ShapesThatCSharpMakesDefault_AreNull()
    {
        Assert.True(IsNull(Span<int>.Empty));
        Assert.True(IsNull(ReadOnlySpan<double>.Empty));
        Assert.True(IsNull(ReadOnlyMemory<Pixel>.Empty));
        Assert.True(IsNull(stackalloc int[0]));
    }

    [Fact]
    public void EmptyShapes_AreNot()
    {
        int none = 0;
        int[] array = [1, 2];
        Assert.False(IsNull(Array.Empty<int>()));
        Assert.False(IsNull(new int[none]));
        Assert.False(IsNull(new int*[none]));
        Assert.False(IsNull(new delegate* unmanaged<int>[none]));
        Assert.False(IsNull(Array.Empty<int>().AsSpan()));
        Assert.False(IsNull(array.AsSpan(0, 0)));
        Assert.False(IsNull(array.AsSpan(1, 0)));
        Assert.False(IsNull(array.AsSpan(2)));
        Assert.False(IsNull(Array.Empty<double>().AsSpan()));
        Assert.False(IsNull(Array.Empty<int>().AsMemory()));
        Assert.False(IsNull(array.AsMemory(1, 0)));
        Assert.False(IsNull(array.AsMemory(2)));
        Assert.False(IsNull(new ReadOnlyMemory<Pixel>([])));
        Assert.False(IsNull((stackalloc int[1])[..0]));
        Assert.False(IsNull("".AsMemory()));
        Assert.False(IsNull("ab".AsMemory(2)));
        using PinnedBuffer<int> pinned = PinnedBuffer<int>.Rent(0);
        Assert.False(IsNull(pinned));
    }

    [Fact]
    public void EmptyShapesWithElementsToMarshal_AreNot()
    {
        Assert.False(IsNull(Array.Empty<Celsius>()));
        Assert.False(IsNull((ReadOnlySpan<Celsius>)new Celsius[1].AsSpan(1)));
        Assert.False(IsNull(new Celsius[1].AsSpan(0, 0)));
        Assert.False(IsNull(Array.Empty<string?>()));
        Assert.False(IsNull(new string?[1].AsSpan(1)));
    }

    [Fact]
    public void Text_IsNullOnlyWhereItIsNullOrDefault()
    {
        Assert.True(IsNullText((string?)null));
        Assert.True(IsNullText16((string?)null));
        Assert.True(IsNullText(default(ReadOnlySpan<char>)));
        Assert.True(IsNullText16(default(ReadOnlySpan<char>)));
        Assert.True(IsNullView16(default));
        Assert.True(IsNullText(default(ReadOnlySpan<byte>)));
        Assert.True(IsNull((string?[]?)null));
        Assert.True(IsNull(default(ReadOnlySpan<string?>)));

        Assert.False(IsNullText(""));
        Assert.False(IsNullText16(""));
        Assert.False(IsNullText("".AsSpan()));
        Assert.False(IsNullText("ab".AsSpan(2)));
        Assert.False(IsNullText16("".AsSpan()));
        Assert.False(IsNullText16("ab".AsSpan(1, 0)));
        Assert.False(IsNullView16("".AsSpan()));
        Assert.False(IsNullText(""u8));
    }

    [Fact]
    public void EmptySlices_StartWhereTheyWereCut()
    {
        int[] array = GC.AllocateArray<int>(4, pinned: true);
        nint address = AddressOf(array);

        Assert.Equal(address + (2 * sizeof(int)), AddressOf(array.AsSpan(2, 0)));
        Assert.Equal(address + (4 * sizeof(int)), AddressOf(array.AsSpan(4)));
        Assert.Equal(address + (4 * sizeof(int)), AddressOf(array.AsMemory(4)));
    }

    [Fact]
    public void AnArrayOfPointers_ArrivesInOrder()
    {
        int first = 1, second = 2;
        int*[] pointers = [&first, &second];
        fixed (int** start = pointers)
        {
            Assert.Equal((nint)start, AddressOf(pointers));
        }
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
        Assert.Equal(-1, Sum(default(ReadOnlySpan<int>), 3));
        Assert.Equal(0, Sum(Array.Empty<int>(), 0));
        Assert.Equal(0, Sum((ReadOnlySpan<int>)Array.Empty<int>(), 0));
        Assert.False(Fill((int[]?)null, 3, 1));
        Assert.False(Fill(default(Span<int>), 3, 1));
        Assert.True(Fill(Array.Empty<int>(), 0, 1));
    }

    [Fact]
    public void BoundFunctions_DoTheSame()
    {
        using NativeModule fixture = NativeModule.Load("benchmarktest");
        Check(
            fixture.GetFunction<AddressOfSpan>("same_pointer"), fixture.GetFunction<AddressOfReadOnlySpan>("same_pointer"),
            fixture.GetFunction<AddressOfArray>("same_pointer"), fixture.GetFunction<AddressOfPointers>("same_pointer"));
    }

    [Fact]
    public void FunctionsCompiledAtRunTime_DoTheSame()
    {
        using NativeModule fixture = NativeModule.Load("benchmarktest");
        Check(
            Open<AddressOfSpan>(fixture),
            Open<AddressOfReadOnlySpan>(fixture),
            Open<AddressOfArray>(fixture),
            Open<AddressOfPointers>(fixture));
    }

    private static void Check(AddressOfSpan span, AddressOfReadOnlySpan readOnly, AddressOfArray array, AddressOfPointers pointers)
    {
        int[] pinned = GC.AllocateArray<int>(3, pinned: true);
        nint address = array(pinned);

        Assert.Equal((0, 0, 0, 0), (span(default), readOnly(default), array(null), pointers(null)));
        Assert.NotEqual(0, array([]));
        Assert.NotEqual(0, pointers([]));
        Assert.NotEqual(0, readOnly(Array.Empty<double>().AsSpan()));
        Assert.Equal(address + (2 * sizeof(int)), span(pinned.AsSpan(2, 0)));
        Assert.Equal(address + (3 * sizeof(int)), span(pinned.AsSpan(3)));
    }

    private static TDelegate Open<TDelegate>(NativeModule module)
        where TDelegate : Delegate => module.GetFunction<TDelegate>("same_pointer");
}
