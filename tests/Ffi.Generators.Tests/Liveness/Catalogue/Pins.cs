// A section is a program of its own: what Bug does is reported where marked, what Right does is not.

//// GCHandle: an early return leaks the pin
class Bug
{
    public bool Run(float[] samples, IntPtr encoder)
    {
        var handle = {|FFI1006:GCHandle.Alloc(samples, GCHandleType.Pinned)|};
        if (Codec.codec_control(encoder, 1) != 0) return false;
        Codec.codec_process_ptr(handle.AddrOfPinnedObject(), samples.Length);
        handle.Free();
        return true;
    }
}
class Right
{
    public bool Run(float[] samples, IntPtr encoder)
    {
        var handle = GCHandle.Alloc(samples, GCHandleType.Pinned);
        if (Codec.codec_control(encoder, 1) != 0) { handle.Free(); return false; }
        Codec.codec_process_ptr(handle.AddrOfPinnedObject(), samples.Length);
        handle.Free();
        return true;
    }
}

//// GCHandle: an exception between Alloc and Free leaks the pin
class Bug
{
    public void Run(byte[] data, IntPtr encoder)
    {
        GCHandle handle = {|FFI1006:GCHandle.Alloc(data, GCHandleType.Pinned)|};
        int result = Codec.codec_process_ptr(handle.AddrOfPinnedObject(), data.Length);
        if (result < 0)
            throw new InvalidOperationException($"codec failed: {result}");
        handle.Free();
    }
}
class Right
{
    public void Run(byte[] data, IntPtr encoder)
    {
        GCHandle handle = GCHandle.Alloc(data, GCHandleType.Pinned);
        int result = Codec.codec_process_ptr(handle.AddrOfPinnedObject(), data.Length);
        handle.Free();
        if (result < 0)
            throw new InvalidOperationException($"codec failed: {result}");
    }
}

//// GCHandle: every frame pins, nobody frees
class Bug
{
    public void Loop(IEnumerable<byte[]> frames)
    {
        foreach (byte[] frame in frames)
        {
            var pin = {|FFI1006:GCHandle.Alloc(frame, GCHandleType.Pinned)|};
            Codec.codec_process_ptr(pin.AddrOfPinnedObject(), frame.Length);
        }
    }
}
class Right
{
    public void Loop(IEnumerable<byte[]> frames)
    {
        foreach (byte[] frame in frames)
        {
            var pin = GCHandle.Alloc(frame, GCHandleType.Pinned);
            try { Codec.codec_process_ptr(pin.AddrOfPinnedObject(), frame.Length); }
            finally { pin.Free(); }
        }
    }
}

//// DangerousAddRef: released only when nothing is thrown
class Bug
{
    public int Run(SafeHandle handle, byte[] data)
    {
        bool added = false;
        {|FFI1006:handle.DangerousAddRef(ref added)|};
        int result = Codec.codec_process_ptr(handle.DangerousGetHandle(), data.Length);
        if (result < 0) throw new IOException("read failed");
        handle.DangerousRelease();
        return result;
    }
}
class Right
{
    public int Run(SafeHandle handle, byte[] data)
    {
        bool added = false;
        try
        {
            handle.DangerousAddRef(ref added);
            int result = Codec.codec_process_ptr(handle.DangerousGetHandle(), data.Length);
            return result < 0 ? throw new IOException("read failed") : result;
        }
        finally
        {
            if (added) handle.DangerousRelease();
        }
    }
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

//// GCHandle: the copy in a field is freed as well
class Bug
{
    private GCHandle _handle;
    public void Run(object state)
    {
        GCHandle handle = GCHandle.Alloc(state);
        _handle = handle;
        handle.Free();
        {|FFI1007:_handle.Free()|};
    }
}
class Right
{
    private GCHandle _handle;
    public void Run(object state)
    {
        if (_handle.IsAllocated) _handle.Free();
        _handle = GCHandle.Alloc(state);
    }
}

//// GCHandle: FromIntPtr makes a second owner
class Bug
{
    public void Run(object state)
    {
        GCHandle handle = GCHandle.Alloc(state);
        IntPtr cookie = GCHandle.ToIntPtr(handle);
        GCHandle again = GCHandle.FromIntPtr(cookie);
        handle.Free();
        {|FFI1007:again.Free()|};
    }
}
class Right
{
    public object? Run(object state)
    {
        GCHandle handle = GCHandle.Alloc(state);
        IntPtr cookie = GCHandle.ToIntPtr(handle);
        GCHandle again = GCHandle.FromIntPtr(cookie);
        object? target = again.Target;
        again.Free();
        return target;
    }
}

//// ArrayPool: returned in the loop and again after it
class Bug
{
    public void Copy(Stream source, Stream target)
    {
        byte[] buffer = ArrayPool<byte>.Shared.Rent(8192);
        int read;
        while ((read = source.Read(buffer, 0, buffer.Length)) > 0)
        {
            target.Write(buffer, 0, read);
            if (read < buffer.Length) { ArrayPool<byte>.Shared.Return(buffer); break; }
        }

        {|FFI1007:ArrayPool<byte>.Shared.Return(buffer)|};
    }
}
class Right
{
    public void Copy(Stream source, Stream target)
    {
        byte[] buffer = ArrayPool<byte>.Shared.Rent(8192);
        int read;
        while ((read = source.Read(buffer, 0, buffer.Length)) > 0)
        {
            target.Write(buffer, 0, read);
            if (read < buffer.Length) break;
        }

        ArrayPool<byte>.Shared.Return(buffer);
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

//// string: written through its fixed pointer
unsafe class Bug
{
    public static void Clear(string secret)
    {
        fixed (char* p = secret)
        {
            for (int i = 0; i < secret.Length; i++) {|FFI1020:p[i]|} = '\0';
        }
    }
    public static void Upper(string text)
    {
        fixed (char* p = text) {|FFI1020:new Span<char>(p, text.Length)|}.Clear();
    }
}
unsafe class Right
{
    public static int Count(string secret)
    {
        int zeros = 0;
        fixed (char* p = secret)
        {
            for (int i = 0; i < secret.Length; i++) if (p[i] == '\0') zeros++;
        }

        return zeros;
    }
}

//// string: written through MemoryMarshal.AsMemory or a span made of its reference
class Bug
{
    public static void Upper(string text)
    {
        Span<char> chars = MemoryMarshal.CreateSpan(ref MemoryMarshal.GetReference(text.AsSpan()), text.Length);
        {|FFI1020:chars[0]|} = char.ToUpperInvariant(chars[0]);
    }
}
class Right
{
    public static string Upper(string text)
    {
        Span<char> chars = stackalloc char[64];
        text.CopyTo(chars);
        chars[0] = char.ToUpperInvariant(chars[0]);
        return new string(chars[..text.Length]);
    }
}
