using System.Runtime.InteropServices;

namespace Ffi.Oracles.Tests;

/// <summary>Addresses that live across an <c>await</c>.</summary>
public class AwaitOracles
{
    [Fact]
    public async Task FFI1010_FixedAddressAcrossAwait_Breaks()
    {
        int[] array = Collector.MovableArray();
        nint address = FixedAddress(array);
        await Task.Yield();
        Collector.Compact();

        Assert.NotEqual(address, Collector.AddressOf(array));
    }

    [Fact]
    public async Task FFI1010_PinAcrossAwait_Holds()
    {
        int[] array = Collector.MovableArray();
        GCHandle pin = GCHandle.Alloc(array, GCHandleType.Pinned);
        nint address = pin.AddrOfPinnedObject();
        await Task.Yield();
        Collector.Compact();

        Assert.Equal(address, Collector.AddressOf(array));
        pin.Free();
    }

    private static unsafe nint FixedAddress(int[] array)
    {
        fixed (int* pointer = array)
        {
            return (nint)pointer;
        }
    }
}
