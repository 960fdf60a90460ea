using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using Ffi.Tests.Testing;

namespace Ffi.Tests.Calls.Pinning;

/// <summary>A collector that compacts while native code holds the pointer. Each array lies after garbage, so that it would be
/// moved.</summary>
public sealed unsafe class CompactionTests
{
    private delegate void Call(int[] values, int* arrived, int* told);

    [Fact]
    public void Span_StaysWhereItIsDuringTheCall() =>
        Assert.Equal([7, 8, 9], CompactDuring((values, arrived, told) => Pointers.FillLater(values.AsSpan(), 3, 7, arrived, told)));

    [Fact]
    public void Array_StaysWhereItIsDuringTheCall() =>
        Assert.Equal([7, 8, 9], CompactDuring((values, arrived, told) => Pointers.FillLater(values, 3, 7, arrived, told)));

    [Fact]
    public void Memory_StaysWhereItIsDuringTheCall() =>
        Assert.Equal([7, 8, 9], CompactDuring((values, arrived, told) => Pointers.FillLater(values.AsMemory(), 3, 7, arrived, told)));

    [Fact]
    public void Ref_StaysWhereItIsDuringTheCall() =>
        Assert.Equal([7, 8, 9], CompactDuring((values, arrived, told) => Pointers.FillLater(ref values[0], 3, 7, arrived, told)));

    // The control: without a pin the same array does move, so that a write to its old address would have been lost.
    [Fact]
    public void UnpinnedArray_IsMovedByTheSameCollection()
    {
        int[] values = AfterGarbage();
        nint before = AddressOf(values);
        Compact();
        Assert.NotEqual(before, AddressOf(values));
    }

    private static int[] CompactDuring(Call call)
    {
        int* signals = (int*)NativeMemory.AllocZeroed(2, sizeof(int));
        int[] values = AfterGarbage();

        var caller = new Thread(() => call(values, signals, signals + 1));
        caller.Start();
        Patience.Until(() => Volatile.Read(ref signals[0]) == 1);
        Compact();
        Volatile.Write(ref signals[1], 1);
        caller.JoinOrFail();

        NativeMemory.Free(signals);
        return values;
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    private static int[] AfterGarbage()
    {
        for (int i = 0; i < 1000; i++)
        {
            GC.KeepAlive(new byte[100]);
        }

        return new int[3];
    }

    private static void Compact() => GC.Collect(GC.MaxGeneration, GCCollectionMode.Forced, blocking: true, compacting: true);

    private static nint AddressOf(int[] values) => (nint)Unsafe.AsPointer(ref MemoryMarshal.GetArrayDataReference(values));
}
