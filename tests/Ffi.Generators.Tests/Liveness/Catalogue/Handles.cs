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

//// frees: the handle is used after the call that ends it
class Bug
{
    public static void Run()
    {
        IntPtr encoder = Codec.codec_create(48000);
        Codec.codec_destroy(encoder);
        Codec.codec_control({|FFI1017:encoder|}, 2);
    }
}
class Right
{
    public static void Run()
    {
        IntPtr encoder = Codec.codec_create(48000);
        Codec.codec_control(encoder, 2);
        Codec.codec_destroy(encoder);
    }
}

//// frees: the field keeps the dead handle, and it is freed again
class Bug
{
    private IntPtr _encoder = Codec.codec_create(48000);
    public void Restart(int rate)
    {
        Codec.codec_destroy(_encoder);
        if (rate <= 0) return;
        Codec.codec_control({|FFI1017:_encoder|}, rate);
        _encoder = Codec.codec_create(rate);
    }
    public void CloseTwice(IntPtr encoder)
    {
        try { Codec.codec_control(encoder, 0); Codec.codec_destroy(encoder); }
        finally { {|FFI1007:Codec.codec_destroy(encoder)|}; }
    }
}
class Right
{
    private IntPtr _encoder = Codec.codec_create(48000);
    public void Restart(int rate)
    {
        Codec.codec_destroy(_encoder);
        _encoder = IntPtr.Zero;
        if (rate <= 0) return;
        _encoder = Codec.codec_create(rate);
        Codec.codec_control(_encoder, rate);
    }
    public void CloseOnce(IntPtr encoder)
    {
        try { Codec.codec_control(encoder, 0); }
        finally { Codec.codec_destroy(encoder); }
    }
}

//// borrowed: a column's text after the next step
unsafe class Bug
{
    public static List<string> Read(IntPtr statement)
    {
        var rows = new List<string>();
        byte* text = null;
        while (Database.db_step(statement) == 100)
        {
            if (text != null) rows.Add(Marshal.PtrToStringUTF8({|FFI1016:(IntPtr)text|})!);
            text = Database.db_column_text(statement, 0);
        }

        return rows;
    }
}
unsafe class Right
{
    public static List<string> Read(IntPtr statement)
    {
        var rows = new List<string>();
        while (Database.db_step(statement) == 100)
        {
            byte* text = Database.db_column_text(statement, 0);
            if (text != null) rows.Add(Marshal.PtrToStringUTF8((IntPtr)text)!);
        }

        return rows;
    }
}

//// borrowed: a span over a blob after finalize
unsafe class Bug
{
    public static int Read(IntPtr statement, int length)
    {
        Database.db_step(statement);
        var blob = new ReadOnlySpan<byte>((void*)Database.db_column_blob(statement, 0), length);
        Database.db_finalize(statement);
        return {|FFI1016:blob[0]|};
    }
}
unsafe class Right
{
    public static byte[] Read(IntPtr statement, int length)
    {
        Database.db_step(statement);
        byte[] blob = new ReadOnlySpan<byte>((void*)Database.db_column_blob(statement, 0), length).ToArray();
        Database.db_finalize(statement);
        return blob;
    }
}

//// borrowed: returned past finally, which finalizes the owner
unsafe class Bug
{
    public static IntPtr Read(IntPtr connection)
    {
        IntPtr statement = Database.db_prepare(connection);
        try { Database.db_step(statement); return {|FFI1016:Database.db_column_blob(statement, 0)|}; }
        finally { Database.db_finalize(statement); }
    }
}
unsafe class Right
{
    public static string? Read(IntPtr connection)
    {
        IntPtr statement = Database.db_prepare(connection);
        try { Database.db_step(statement); return Marshal.PtrToStringUTF8(Database.db_column_blob(statement, 0)); }
        finally { Database.db_finalize(statement); }
    }
}

//// library: a function pointer is called after the library was freed
unsafe class Bug
{
    public static int Version(string path)
    {
        IntPtr library = NativeLibrary.Load(path);
        var version = (delegate* unmanaged<int>)NativeLibrary.GetExport(library, "version");
        NativeLibrary.Free(library);
        return {|FFI1018:version()|};
    }
}
unsafe class Right
{
    public static int Version(string path)
    {
        IntPtr library = NativeLibrary.Load(path);
        try { return ((delegate* unmanaged<int>)NativeLibrary.GetExport(library, "version"))(); }
        finally { NativeLibrary.Free(library); }
    }
}

//// library: a delegate of it is kept in a field when it is freed
class Bug
{
    private Comparer? _compare;
    public bool Load(string path)
    {
        if (!NativeLibrary.TryLoad(path, out IntPtr library)) return false;
        IntPtr symbol = NativeLibrary.GetExport(library, "compare");
        _compare = {|FFI1018:Marshal.GetDelegateForFunctionPointer<Comparer>(symbol)|};
        NativeLibrary.Free(library);
        return true;
    }
}
class Right
{
    private Comparer? _compare; private IntPtr _library;
    public bool Load(string path)
    {
        if (!NativeLibrary.TryLoad(path, out IntPtr library)) return false;
        if (!NativeLibrary.TryGetExport(library, "compare", out IntPtr symbol)) { NativeLibrary.Free(library); return false; }
        _compare = Marshal.GetDelegateForFunctionPointer<Comparer>(symbol);
        _library = library;
        return true;
    }
}

//// library: a module in a using gives a delegate that is returned
class Bug
{
    public static Func<double, double> Load()
    {
        using NativeModule module = NativeModule.Load("m");
        return {|FFI1018:module.GetFunction<Func<double, double>>("cos")|};
    }
}
class Right
{
    public static double Call(double x)
    {
        using NativeModule module = NativeModule.Load("m");
        Func<double, double> cos = module.GetFunction<Func<double, double>>("cos");
        return cos(x);
    }
}

//// last error: something else ran in between
class Bug
{
    public static int Open(string path)
    {
        int fd = Libc.open(path, 0);
        if (fd < 0)
        {
            Console.Error.WriteLine("can't open " + path);
            throw new IOException("errno " + {|FFI1019:Marshal.GetLastPInvokeError()|});
        }

        return fd;
    }
}
class Right
{
    public static int Open(string path)
    {
        int fd = Libc.open(path, 0);
        if (fd < 0)
        {
            int error = Marshal.GetLastPInvokeError();
            Console.Error.WriteLine("can't open " + path);
            throw new IOException("errno " + error);
        }

        return fd;
    }
}

//// last error: the call does not keep it
class Bug
{
    public static int Pid() => Libc.getpid() is var pid && pid < 0 ? {|FFI1019:Marshal.GetLastWin32Error()|} : pid;
}
class Right
{
    public static int Close(int fd) => Libc.close(fd) < 0 ? Marshal.GetLastWin32Error() : 0;
}

//// last error: the clean-up call replaces it
class Bug
{
    public static unsafe int Read(string path, byte* buffer)
    {
        int fd = Libc.open(path, 0);
        nint read = Libc.read(fd, buffer, 16);
        Libc.close(fd);
        if (read < 0) throw new System.ComponentModel.Win32Exception({|FFI1019:Marshal.GetLastPInvokeError()|});
        return (int)read;
    }
}
class Right
{
    public static unsafe int Read(string path, byte* buffer)
    {
        int fd = Libc.open(path, 0);
        nint read = Libc.read(fd, buffer, 16);
        int error = Marshal.GetLastPInvokeError();
        Libc.close(fd);
        if (read < 0) throw new System.ComponentModel.Win32Exception(error);
        return (int)read;
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

//// DangerousAddRef: released in try and again in finally
static class Bug
{
    [DllImport("libc")] static extern int fsync(nint descriptor);

    public static void Flush(Microsoft.Win32.SafeHandles.SafeFileHandle file)
    {
        bool isHeld = false;
        file.DangerousAddRef(ref isHeld);
        try
        {
            fsync(file.DangerousGetHandle());
            file.DangerousRelease();
        }
        finally
        {
            {|FFI1007:file.DangerousRelease()|};
        }
    }
}
static class Right
{
    [DllImport("libc")] static extern int fsync(nint descriptor);

    public static void Flush(Microsoft.Win32.SafeHandles.SafeFileHandle file)
    {
        bool isHeld = false;
        bool isHeldTwice = false;
        file.DangerousAddRef(ref isHeld);
        file.DangerousAddRef(ref isHeldTwice);
        try
        {
            fsync(file.DangerousGetHandle());
            file.DangerousRelease();
        }
        finally
        {
            file.DangerousRelease();
        }
    }
}
