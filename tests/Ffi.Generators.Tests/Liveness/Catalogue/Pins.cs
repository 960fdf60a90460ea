// A section is a program of its own: what Bug does is reported where marked, what Right does is not.

//// Memory.Pin: the pointer of a temporary handle, disposed at the end of using
unsafe class Bug
{
    public int Run(ReadOnlyMemory<byte> memory)
    {
        byte* p;
        using (MemoryHandle handle = memory.Pin())
        {
            p = (byte*)handle.Pointer;
        }

        return Codec.codec_process({|FFI1005:p|}, memory.Length);
    }
}
unsafe class Right
{
    public int Run(ReadOnlyMemory<byte> memory)
    {
        using MemoryHandle handle = memory.Pin();
        byte* p = (byte*)handle.Pointer;
        return Codec.codec_process(p, memory.Length);
    }
}

//// await: a fixed address laundered through nint
class Bug
{
    public async Task<int> RunAsync(byte[] data)
    {
        nint address;
        unsafe { fixed (byte* p = data) address = (nint)p; }
        await Task.Delay(10);
        return Codec.codec_process_ptr({|FFI1010:address|}, data.Length);
    }
}
class Right
{
    public async Task<int> RunAsync(byte[] data)
    {
        var pin = GCHandle.Alloc(data, GCHandleType.Pinned);
        try
        {
            nint address = pin.AddrOfPinnedObject();
            await Task.Delay(10);
            return Codec.codec_process_ptr(address, data.Length);
        }
        finally { pin.Free(); }
    }
}

//// yield: a fixed address survives into the next MoveNext
class Bug
{
    public IEnumerable<int> Run(int[] seeds)
    {
        nint address;
        unsafe { fixed (int* p = seeds) address = (nint)p; }
        for (int i = 0; i < 4; i++)
        {
            yield return i;
            Codec.codec_process_ptr({|FFI1010:address|}, 4);
        }
    }
}
class Right
{
    public IEnumerable<int> Run(int[] seeds)
    {
        for (int i = 0; i < 4; i++)
        {
            int result;
            unsafe { fixed (int* p = seeds) result = Codec.codec_process_ptr((nint)p, 4); }
            yield return result;
        }
    }
}

//// await: last error is read on another thread
class Bug
{
    public static async Task<int> OpenAsync(string path)
    {
        int fd = Libc.open(path, 0);
        await Task.Yield();
        return fd < 0 ? {|FFI1019:Marshal.GetLastPInvokeError()|} : fd;
    }
}
class Right
{
    public static async Task<int> OpenAsync(string path)
    {
        await Task.Yield();
        int fd = Libc.open(path, 0);
        return fd < 0 ? Marshal.GetLastPInvokeError() : fd;
    }
}

//// PinnedGCHandle: used after Dispose
unsafe class Bug
{
    public int Run(byte[] data)
    {
        var pin = new PinnedGCHandle<byte[]>(data);
        byte* p = pin.GetAddressOfArrayData();
        pin.Dispose();
        return Codec.codec_process({|FFI1005:p|}, data.Length);
    }
}
unsafe class Right
{
    public int Run(byte[] data)
    {
        using var pin = new PinnedGCHandle<byte[]>(data);
        return Codec.codec_process(pin.GetAddressOfArrayData(), data.Length);
    }
}

//// Memory.Pin: the pointer is returned from a using
unsafe class Bug
{
    public static void* Get(Memory<byte> m) { using MemoryHandle h = m.Pin(); return {|FFI1005:h.Pointer|}; }
}
unsafe class Right
{
    public static MemoryHandle Get(Memory<byte> m) => m.Pin();
}

//// Memory.Pin: the handle is dropped after its pointer was taken
unsafe class Bug
{
    public int Run(Memory<byte> memory)
    {
        byte* p = (byte*){|FFI1006:memory.Pin()|}.Pointer;
        return Codec.codec_process(p, memory.Length);
    }
}
unsafe class Right
{
    public int Run(Memory<byte> memory)
    {
        using var pin = memory.Pin();
        return Codec.codec_process((byte*)pin.Pointer, memory.Length);
    }
}

//// AddrOfPinnedObject: the handle is a normal one
class Bug
{
    private readonly GCHandle _handle;
    public Bug(byte[] data) => _handle = GCHandle.Alloc(data);
    public static IntPtr Address(byte[] data)
    {
        var handle = GCHandle.Alloc(data, GCHandleType.Normal);
        try { return (IntPtr)((long){|FFI1023:handle.AddrOfPinnedObject()|} + 16); }
        finally { handle.Free(); }
    }
}
class Right
{
    public static object? Address(byte[] data)
    {
        var handle = GCHandle.Alloc(data, GCHandleType.Normal);
        try { return GCHandle.FromIntPtr(GCHandle.ToIntPtr(handle)).Target; }
        finally { handle.Free(); }
    }
}

//// GCHandle?: made for an array that may be missing
unsafe class Bug
{
    public static int Process(byte[]? data)
    {
        GCHandle? pin = null;
        if (data is not null)
        {
            pin = {|FFI1006:GCHandle.Alloc(data, GCHandleType.Pinned)|};
        }

        return Codec.codec_process_ptr(pin.HasValue ? pin.Value.AddrOfPinnedObject() : 0, data?.Length ?? 0);
    }

    public static int ProcessLate(byte[] data)
    {
        GCHandle? pin = GCHandle.Alloc(data, GCHandleType.Pinned);
        IntPtr address = pin.Value.AddrOfPinnedObject();
        pin.Value.Free();
        return Codec.codec_process_ptr({|FFI1005:address|}, data.Length);
    }

    public static void FreeTwice(byte[] data)
    {
        GCHandle? pin = GCHandle.Alloc(data, GCHandleType.Pinned);
        Codec.codec_process_ptr(pin.Value.AddrOfPinnedObject(), data.Length);
        pin.Value.Free();
        {|FFI1007:pin.Value.Free()|};
    }
}
unsafe class Right
{
    public static int Process(byte[]? data)
    {
        GCHandle? pin = null;
        if (data is not null)
        {
            pin = GCHandle.Alloc(data, GCHandleType.Pinned);
        }

        int result = Codec.codec_process_ptr(pin.HasValue ? pin.Value.AddrOfPinnedObject() : 0, data?.Length ?? 0);
        pin?.Free();
        return result;
    }

    public static int ProcessInTry(byte[]? data)
    {
        GCHandle? pin = data is null ? null : GCHandle.Alloc(data, GCHandleType.Pinned);
        try
        {
            return Codec.codec_process_ptr(pin?.AddrOfPinnedObject() ?? 0, data?.Length ?? 0);
        }
        finally
        {
            if (pin.HasValue)
            {
                pin.Value.Free();
            }
        }
    }
}
