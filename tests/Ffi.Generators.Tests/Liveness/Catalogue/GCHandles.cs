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

//// GCHandle: handle and address in fields
class Bug
{
    GCHandle _pin; IntPtr _address;
    public int Run(byte[] data)
    {
        _pin = GCHandle.Alloc(data, GCHandleType.Pinned);
        _address = {|FFI1005:_pin.AddrOfPinnedObject()|};
        _pin.Free();
        return Codec.codec_process_ptr(_address, data.Length);
    }
}
class Right
{
    GCHandle _pin; IntPtr _address;
    public int Run(byte[] data)
    {
        _pin = GCHandle.Alloc(data, GCHandleType.Pinned);
        _address = _pin.AddrOfPinnedObject();
        int result = Codec.codec_process_ptr(_address, data.Length);
        _pin.Free();
        _address = IntPtr.Zero;
        return result;
    }
}

//// GCHandle: native code has the address, and nobody the handle
unsafe class Bug
{
    [DllImport("n")] static extern void start(IntPtr data, IntPtr user);
    public void Run(byte[] b)
    {
        GCHandle h = {|FFI1006:GCHandle.Alloc(b, GCHandleType.Pinned)|};
        start(h.AddrOfPinnedObject(), IntPtr.Zero);
    }
}
unsafe class Right
{
    [DllImport("n")] static extern void start(IntPtr data, IntPtr user);
    public void Run(object state)
    {
        GCHandle h = GCHandle.Alloc(state);
        start(IntPtr.Zero, GCHandle.ToIntPtr(h));
    }
    public void Run2(byte[] b)
    {
        GCHandle h = GCHandle.Alloc(b, GCHandleType.Pinned);
        start(h.AddrOfPinnedObject(), (IntPtr)h);
    }
}

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
