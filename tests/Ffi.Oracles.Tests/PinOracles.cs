using System.Buffers;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace Ffi.Oracles.Tests;

/// <summary>Pins that are too short, too long, ended twice, or none.</summary>
public unsafe class PinOracles
{
    [Fact]
    public void FFI1001_PointerKeptPastFixed_Breaks()
    {
        int[] array = Collector.MovableArray();
        nint kept;
        fixed (int* pointer = array)
        {
            kept = (nint)pointer;
        }

        Collector.Compact();

        Assert.NotEqual(kept, Collector.AddressOf(array));
    }

    [Fact]
    public void FFI1001_PinnedBufferForAsLong_Holds()
    {
        using PinnedBuffer<int> buffer = PinnedBuffer<int>.Rent(4);
        int* kept = buffer.Pointer;
        kept[3] = 8;

        Collector.Compact();

        Assert.Equal(8, buffer.Span[3]);
        Assert.Equal((nint)kept, (nint)buffer.Pointer);
    }

    [Fact]
    public void FFI1002_AddressWithoutPin_Breaks()
    {
        int[] array = Collector.MovableArray();
        nint taken = (nint)Unsafe.AsPointer(ref array[0]);

        Native.CallDuring(&Collector.CompactDuringCall, taken);

        Assert.NotEqual(taken, Collector.AddressOf(array));
    }

    [Fact]
    public void FFI1002_AddressInsideFixed_Holds()
    {
        int[] array = Collector.MovableArray();
        fixed (int* pointer = array)
        {
            Native.CallDuring(&Collector.CompactDuringCall, (nint)pointer);

            Assert.Equal((nint)pointer, Collector.AddressOf(array));
        }
    }

    [Fact]
    public void FFI1004_BorrowedPointerThatNativeCodeKeeps_Breaks()
    {
        int[] array = Collector.MovableArray();
        fixed (int* pointer = array)
        {
            Native.KeepAddress((nint)pointer);
        }

        Collector.Compact();

        Assert.NotEqual(Native.KeptAddress(), Collector.AddressOf(array));
    }

    [Fact]
    public void FFI1004_PinThatLastsAsLongAsNativeCodeKeeps_Holds()
    {
        int[] array = Collector.MovableArray();
        GCHandle pin = GCHandle.Alloc(array, GCHandleType.Pinned);
        Native.KeepAddress(pin.AddrOfPinnedObject());

        Collector.Compact();

        Assert.Equal(Native.KeptAddress(), Collector.AddressOf(array));
        pin.Free();
    }

    [Fact]
    public void FFI1005_AddressAfterFree_Breaks()
    {
        int[] array = Collector.MovableArray();
        GCHandle pin = GCHandle.Alloc(array, GCHandleType.Pinned);
        nint address = pin.AddrOfPinnedObject();
        pin.Free();

        Collector.Compact();

        Assert.NotEqual(address, Collector.AddressOf(array));
    }

    [Fact]
    public void FFI1005_RentedArrayAfterReturn_Breaks()
    {
        int[] rented = ArrayPool<int>.Shared.Rent(1_000);
        rented[0] = 1;
        ArrayPool<int>.Shared.Return(rented);
        int[] next = ArrayPool<int>.Shared.Rent(1_000);
        next[0] = 2;

        Assert.Equal(2, rented[0]);
        ArrayPool<int>.Shared.Return(next);
    }

    [Fact]
    public void FFI1005_AddressBeforeFree_Holds()
    {
        int[] array = Collector.MovableArray();
        GCHandle pin = GCHandle.Alloc(array, GCHandleType.Pinned);
        nint address = pin.AddrOfPinnedObject();

        Collector.Compact();

        Assert.Equal(address, Collector.AddressOf(array));
        pin.Free();
    }

    [Fact]
    public void FFI1006_PinNeverFreed_Breaks()
    {
        (WeakReference array, GCHandle leaked) = Pin(isFreed: false);
        Collector.Compact();

        Assert.True(array.IsAlive);
        leaked.Free();
    }

    [Fact]
    public void FFI1006_PinFreed_Holds()
    {
        (WeakReference array, _) = Pin(isFreed: true);
        Collector.Compact();

        Assert.False(array.IsAlive);
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    private static (WeakReference Array, GCHandle Pin) Pin(bool isFreed)
    {
        int[] array = Collector.MovableArray();
        GCHandle pin = GCHandle.Alloc(array, GCHandleType.Pinned);
        Native.KeepAddress(pin.AddrOfPinnedObject());
        if (isFreed)
        {
            pin.Free();
        }

        return (new(array), pin);
    }

    [Fact]
    public void FFI1007_CopyOfAHandleFreedAgain_Breaks()
    {
        GCHandle handle = GCHandle.Alloc(new object());
        GCHandle copy = handle;
        handle.Free();

        // The slot belongs to other code by now.
        var others = new List<GCHandle>();
        do
        {
            others.Add(GCHandle.Alloc(new object()));
        }
        while (GCHandle.ToIntPtr(others[^1]) != GCHandle.ToIntPtr(copy) && others.Count < 100_000);

        Assert.NotNull(others[^1].Target);
        copy.Free();

        Assert.Null(others[^1].Target);
        others.RemoveAt(others.Count - 1);
        others.ForEach(other => other.Free());
    }

    [Fact]
    public void FFI1007_ArrayReturnedTwice_Breaks()
    {
        int[] rented = ArrayPool<int>.Shared.Rent(30_000);
        ArrayPool<int>.Shared.Return(rented);
        ArrayPool<int>.Shared.Return(rented);

        Assert.Same(ArrayPool<int>.Shared.Rent(30_000), ArrayPool<int>.Shared.Rent(30_000));
    }

    [Fact]
    public void FFI1007_ReleasedOnce_Holds()
    {
        int[] rented = ArrayPool<int>.Shared.Rent(60_000);
        ArrayPool<int>.Shared.Return(rented);

        Assert.NotSame(ArrayPool<int>.Shared.Rent(60_000), ArrayPool<int>.Shared.Rent(60_000));
    }

    [Fact]
    public void FFI1023_AddressOfAHandleThatDoesNotPin_Breaks()
    {
        GCHandle handle = GCHandle.Alloc(new int[4]);

        Assert.Throws<InvalidOperationException>(() => handle.AddrOfPinnedObject());
        handle.Free();
    }

    [Fact]
    public void FFI1023_AddressOfAPinnedHandle_Holds()
    {
        GCHandle handle = GCHandle.Alloc(new int[4], GCHandleType.Pinned);

        Assert.NotEqual(0, handle.AddrOfPinnedObject());
        handle.Free();
    }
}
