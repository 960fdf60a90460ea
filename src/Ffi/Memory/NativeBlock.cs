using System.Runtime.InteropServices;

namespace Ffi;

/// <summary>Zeroed native memory on cache lines of its own; freed once, by the last user that disposes it.</summary>
internal sealed unsafe class NativeBlock : SafeHandle
{
    private const int CacheLine = 64;

    public NativeBlock(nuint bytes) : base(0, ownsHandle: true)
    {
        nuint rounded = (bytes + CacheLine - 1) & ~(nuint)(CacheLine - 1);
        void* memory = NativeMemory.AlignedAlloc(rounded, CacheLine);
        NativeMemory.Clear(memory, rounded);
        SetHandle((nint)memory);
    }

    public override bool IsInvalid => handle == 0;

    /// <summary>The first byte.</summary>
    public void* Pointer => (void*)handle;

    /// <summary>Lets the memory live as long as the process.</summary>
    public void* Keep()
    {
        SetHandleAsInvalid();
        return Pointer;
    }

    protected override bool ReleaseHandle()
    {
        NativeMemory.AlignedFree((void*)handle);
        return true;
    }
}
