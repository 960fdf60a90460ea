using System.Runtime.InteropServices;

namespace Ffi.CompilerServices;

/// <summary>Arrays that structs point to during a call, pinned in place.</summary>
internal unsafe struct LoanedPins
{
    private Pin* _last;

    public T* Add<T>(ref LoanRoom room, T[]? array)
        where T : unmanaged
    {
        if (array is null)
        {
            return null;
        }

        // The handle is in the list before it exists, so that nothing comes between.
        Pin* pin = (Pin*)room.Allocate((nuint)sizeof(Pin));
        *pin = new Pin { Next = _last, Handle = GCHandle.Alloc(array, GCHandleType.Pinned) };
        _last = pin;
        return (T*)pin->Handle.AddrOfPinnedObject();
    }

    public void Dispose()
    {
        for (; _last is not null; _last = _last->Next)
        {
            _last->Handle.Free();
        }
    }

    private struct Pin
    {
        public Pin* Next;
        public GCHandle Handle;
    }
}
