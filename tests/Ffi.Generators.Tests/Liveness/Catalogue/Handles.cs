// A section is a program of its own: what Bug does is reported where marked, what Right does is not.

//// SafeHandle: the raw handle of a parameter, never used again
class Bug
{
    public static int Control(SafeHandle handle, int request) => Codec.codec_control({|FFI1009:handle.DangerousGetHandle()|}, request);
}
class Right
{
    public static int Control(SafeHandle handle, int request)
    {
        int result = Codec.codec_control(handle.DangerousGetHandle(), request);
        GC.KeepAlive(handle);
        return result;
    }
}

//// SafeHandle: the raw handle is used after Dispose
class Bug
{
    public static int Control(string path)
    {
        IntPtr raw;
        using (var file = File.OpenHandle(path)) { raw = file.DangerousGetHandle(); }
        return Codec.codec_control({|FFI1009:raw|}, 1);
    }
}
class Right
{
    public static int Control(string path)
    {
        using var file = File.OpenHandle(path);
        IntPtr raw = file.DangerousGetHandle();
        return Codec.codec_control(raw, 1);
    }
}

//// SafeHandle: the raw handle is cached in a field
class Bug
{
    private IntPtr _raw;
    public void Open(string path)
    {
        var file = File.OpenHandle(path);
        _raw = {|FFI1009:file.DangerousGetHandle()|};
    }
}
class Right
{
    private IntPtr _raw; private Microsoft.Win32.SafeHandles.SafeFileHandle? _file;
    public void Open(string path)
    {
        _file = File.OpenHandle(path);
        _raw = _file.DangerousGetHandle();
    }
}

//// SafeHandle: of a stream that is a local
class Bug
{
    public static int Control(string path)
    {
        var stream = new FileStream(path, FileMode.Open);
        return Codec.codec_control({|FFI1009:stream.SafeFileHandle.DangerousGetHandle()|}, 1);
    }
}
class Right
{
    public static int Control(string path)
    {
        using var stream = new FileStream(path, FileMode.Open);
        return Codec.codec_control(stream.SafeFileHandle.DangerousGetHandle(), 1);
    }
}

//// finalizable: the raw field is read, then the object may die
sealed class Bug : IDisposable
{
    private IntPtr _encoder = Codec.codec_create(48000);
    public int Control(int request) => Codec.codec_control({|FFI1009:_encoder|}, request);
    public void Dispose() { Destroy(); GC.SuppressFinalize(this); }
    ~Bug() => Destroy();
    private void Destroy() { if (_encoder != IntPtr.Zero) { Codec.codec_destroy(_encoder); _encoder = IntPtr.Zero; } }
}
sealed class Right : IDisposable
{
    private IntPtr _encoder = Codec.codec_create(48000);
    public int Control(int request) { int result = Codec.codec_control(_encoder, request); GC.KeepAlive(this); return result; }
    public void Dispose() { Destroy(); GC.SuppressFinalize(this); }
    ~Right() => Destroy();
    private void Destroy() { if (_encoder != IntPtr.Zero) { Codec.codec_destroy(_encoder); _encoder = IntPtr.Zero; } }
}

//// finalizable: copied to a local before the call
class Bug
{
    private readonly IntPtr _handle;
    public Bug() => _handle = Codec.codec_create(8000);
    ~Bug() => Codec.codec_destroy(_handle);
    public int Run(int count)
    {
        IntPtr handle = _handle;
        int last = 0;
        for (int i = 0; i < count; i++) last = Codec.codec_control({|FFI1009:handle|}, i);
        return last;
    }
}
class Right
{
    private readonly IntPtr _handle; private int _calls;
    public Right() => _handle = Codec.codec_create(8000);
    ~Right() => Codec.codec_destroy(_handle);
    public int Run(int count)
    {
        IntPtr handle = _handle;
        int last = 0;
        for (int i = 0; i < count; i++) last = Codec.codec_control(handle, i);
        _calls += count;
        return last;
    }
}

//// finalizable: the other object's handle, by a parameter
class Bug
{
    internal readonly IntPtr Handle = Codec.codec_create(8000);
    ~Bug() => Codec.codec_destroy(Handle);
    public static int Run(Bug other) => Codec.codec_control({|FFI1009:other.Handle|}, 1);
}
class Right
{
    internal readonly IntPtr Handle = Codec.codec_create(8000);
    ~Right() => Codec.codec_destroy(Handle);
    public static int Run(Right other) { try { return Codec.codec_control(other.Handle, 1); } finally { GC.KeepAlive(other); } }
}

//// SafeHandle: the raw handle as a file descriptor
static class Bug
{
    [DllImport("libc")] static extern int fsync(int descriptor);

    public static int Flush(Microsoft.Win32.SafeHandles.SafeFileHandle file) => fsync({|FFI1009:(int)file.DangerousGetHandle()|});
}
static class Right
{
    [DllImport("libc")] static extern int fsync(int descriptor);

    public static int Flush(Microsoft.Win32.SafeHandles.SafeFileHandle file)
    {
        int result = fsync((int)file.DangerousGetHandle());
        GC.KeepAlive(file);
        return result;
    }
}

//// SafeHandle: disposed before an await ends
class Bug
{
    public async Task<int> Run(string path)
    {
        IntPtr raw;
        using (var f = File.OpenHandle(path)) { raw = f.DangerousGetHandle(); await Task.Yield(); }
        return Codec.codec_control({|FFI1009:raw|}, 1);
    }
}
class Right
{
    public async Task<int> Run(string path)
    {
        using var f = File.OpenHandle(path);
        IntPtr raw = f.DangerousGetHandle();
        await Task.Yield();
        return Codec.codec_control(raw, 1);
    }
}

//// finalizable: without and with HandleRef
sealed class Bug
{
    IntPtr _h = Codec.codec_create(1);
    ~Bug() => Codec.codec_destroy(_h);
    [DllImport("n")] static extern int old_control(IntPtr h, int x);
    public int Run() { return old_control({|FFI1009:_h|}, 2); }
}
sealed class Right
{
    IntPtr _h = Codec.codec_create(1);
    ~Right() => Codec.codec_destroy(_h);
    [DllImport("n")] static extern int old_control(HandleRef h, int x);
    public int Run() { return old_control(new HandleRef(this, _h), 2); }
}

//// finalizable: by a property
sealed class Bug
{
    readonly IntPtr _h = Codec.codec_create(1);
    IntPtr Handle => _h;
    ~Bug() { Codec.codec_destroy(_h); }
    public int Run() => Codec.codec_control({|FFI1009:Handle|}, 2);
}
sealed class Right
{
    readonly IntPtr _h = Codec.codec_create(1);
    IntPtr Handle => _h;
    ~Right() { Codec.codec_destroy(_h); }
    public int Run() { int r = Codec.codec_control(Handle, 2); GC.KeepAlive(this); return r; }
}

//// SafeHandle: returned raw from a using
class Bug
{
    public static IntPtr Get(string p) { using var h = File.OpenHandle(p); return {|FFI1009:h.DangerousGetHandle()|}; }
}
class Right
{
    public static int Get(string p) { using var h = File.OpenHandle(p); return Codec.codec_handle(h); }
}
