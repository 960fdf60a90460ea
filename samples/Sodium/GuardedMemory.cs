using System.Runtime.InteropServices;
using Ffi;

namespace Sodium;

/// <summary>A block of <c>sodium_malloc</c>. Disposing wipes it.</summary>
public sealed class GuardedMemory() : SafeHandle(0, ownsHandle: true)
{
    public override bool IsInvalid => handle == 0;

    /// <summary>Copies bytes to the start of the block.</summary>
    public unsafe void Fill(ReadOnlySpan<byte> bytes)
    {
        using BorrowedHandle<GuardedMemory> memory = this.Borrow();
        bytes.CopyTo(new Span<byte>((void*)memory.Value, bytes.Length));
    }

    protected override bool ReleaseHandle()
    {
        SodiumLibrary.Free(handle);
        return true;
    }
}
