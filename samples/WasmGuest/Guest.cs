using System.Runtime.InteropServices;
using Ffi;

namespace WasmGuest;

/// <summary>One instance of the guest: its memory, and its functions as methods that throw when the guest traps.</summary>
internal sealed unsafe class Guest : GuestMemory, IDisposable
{
    private readonly nint _guest = GuestLibrary.Open();

    public override long Size
    {
        get
        {
            GuestLibrary.Memory(_guest, out uint size);
            return size;
        }
    }

    protected override nint Base => GuestLibrary.Memory(_guest, out _);

    public uint LiveBlocks
    {
        get
        {
            Check(GuestLibrary.LiveBlocks(_guest, out uint count));
            return count;
        }
    }

    public long Sum(uint numbers, uint count)
    {
        Check(GuestLibrary.Sum(_guest, numbers, count, out long sum));
        return sum;
    }

    /// <summary>The text backwards, in a block that the guest has allocated for the caller.</summary>
    public GuestAllocation Reverse(GuestSlice text)
    {
        Check(GuestLibrary.Reversed(_guest, text.Offset, text.Length, out ulong packed));
        return Adopt(packed);
    }

    public GuestAllocation Lie()
    {
        Check(GuestLibrary.Lying(_guest, out ulong packed));
        return Adopt(packed);
    }

    public void Grow(uint pages) => Check(GuestLibrary.Grow(_guest, pages));

    public uint Divide(uint left, uint right)
    {
        Check(GuestLibrary.Divide(_guest, left, right, out uint quotient));
        return quotient;
    }

    public uint Load(uint offset)
    {
        Check(GuestLibrary.Load(_guest, offset, out uint value));
        return value;
    }

    public void Dispose() => GuestLibrary.Close(_guest);

    protected override uint AllocateInGuest(uint bytes)
    {
        Check(GuestLibrary.Allocate(_guest, bytes, out uint offset));
        return offset;
    }

    protected override void DeallocateInGuest(uint offset, uint bytes) => Check(GuestLibrary.Deallocate(_guest, offset, bytes));

    private static void Check(int trap)
    {
        if (trap != 0)
        {
            throw new GuestTrapException(Marshal.PtrToStringUTF8((nint)GuestLibrary.Explain(trap))!);
        }
    }
}
