// A section is a program of its own: what Bug does is reported where marked, what Right does is not.

//// GCHandle: the address is used after Free
class Bug
{
    public int Run(byte[] data)
    {
        var handle = GCHandle.Alloc(data, GCHandleType.Pinned);
        IntPtr address = handle.AddrOfPinnedObject();
        handle.Free();
        return Codec.codec_process_ptr({|FFI1005:address|}, data.Length);
    }
}
class Right
{
    public int Run(byte[] data)
    {
        var handle = GCHandle.Alloc(data, GCHandleType.Pinned);
        try { return Codec.codec_process_ptr(handle.AddrOfPinnedObject(), data.Length); }
        finally { handle.Free(); }
    }
}

//// GCHandle: the pinned address is returned past finally
class Bug
{
    public IntPtr Run(byte[] data)
    {
        var handle = GCHandle.Alloc(data, GCHandleType.Pinned);
        try { return {|FFI1005:handle.AddrOfPinnedObject()|}; }
        finally { handle.Free(); }
    }
}
class Right
{
    public (GCHandle, IntPtr) Run(byte[] data)
    {
        var handle = GCHandle.Alloc(data, GCHandleType.Pinned);
        return (handle, handle.AddrOfPinnedObject());
    }
}

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

//// ArrayPool: the buffer goes back before the last use
class Bug
{
    public string Read(Stream stream)
    {
        byte[] buffer = ArrayPool<byte>.Shared.Rent(4096);
        int count = stream.Read(buffer, 0, buffer.Length);
        ArrayPool<byte>.Shared.Return(buffer);
        return Encoding.UTF8.GetString({|FFI1005:buffer|}, 0, count);
    }
}
class Right
{
    public string Read(Stream stream)
    {
        byte[] buffer = ArrayPool<byte>.Shared.Rent(4096);
        try
        {
            int count = stream.Read(buffer, 0, buffer.Length);
            return Encoding.UTF8.GetString(buffer, 0, count);
        }
        finally
        {
            ArrayPool<byte>.Shared.Return(buffer, clearArray: true);
        }
    }
}

//// ArrayPool: a memory over the rented array is returned to the caller
class Bug
{
    public Memory<byte> Read(int count)
    {
        byte[] buffer = ArrayPool<byte>.Shared.Rent(count);
        try { buffer[0] = 1; return {|FFI1005:buffer.AsMemory(0, count)|}; }
        finally { ArrayPool<byte>.Shared.Return(buffer); }
    }
}
class Right
{
    public byte[] Read(int count)
    {
        byte[] buffer = ArrayPool<byte>.Shared.Rent(count);
        try { buffer[0] = 1; return buffer.AsSpan(0, count).ToArray(); }
        finally { ArrayPool<byte>.Shared.Return(buffer); }
    }
}

//// MemoryPool: the owner is disposed, its memory is used
class Bug
{
    public int Run()
    {
        Memory<byte> memory;
        using (IMemoryOwner<byte> owner = MemoryPool<byte>.Shared.Rent(64)) { memory = owner.Memory; }
        return {|FFI1005:memory.Span|}.Length;
    }
}
class Right
{
    public int Run()
    {
        using IMemoryOwner<byte> owner = MemoryPool<byte>.Shared.Rent(64);
        Memory<byte> memory = owner.Memory;
        return memory.Span.IndexOf((byte)1);
    }
}

//// PinnedBuffer: a span taken before Dispose is used after
class Bug
{
    public int Run()
    {
        var buffer = PinnedBuffer<byte>.Rent(64);
        Span<byte> bytes = buffer.Span;
        buffer.Dispose();
        return {|FFI1005:bytes|}.IndexOf((byte)0);
    }
}
class Right
{
    public int Run()
    {
        using var buffer = PinnedBuffer<byte>.Rent(64);
        return buffer.Span.IndexOf((byte)0);
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

//// Index of a rented array after a goto-style retry
class Bug
{
    public int Run(int size)
    {
        var rented = ArrayPool<int>.Shared.Rent(size);
        try
        {
            rented[0] = 1;
        }
        finally
        {
            ArrayPool<int>.Shared.Return(rented);
        }

        return {|FFI1005:rented[0]|};
    }
}
class Right
{
    public int Run(int size)
    {
        int[]? rented = null;
        try
        {
            rented = ArrayPool<int>.Shared.Rent(size);
            rented[0] = 1;
            return rented[0];
        }
        finally
        {
            if (rented is not null) ArrayPool<int>.Shared.Return(rented);
        }
    }
}
