// A section is a program of its own: what Bug does is reported where marked, what Right does is not.

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

//// last error: a log file is written in between
class Bug
{
    public void Run(string p) { if (Libc.open(p, 0) < 0) { File.AppendAllText("log", p); throw {|FFI1019:new System.ComponentModel.Win32Exception()|}; } }
}
class Right
{
    public void Run(string p) { if (Libc.open(p, 0) < 0) throw new System.ComponentModel.Win32Exception(); }
}

//// library: a symbol in a field when finally frees it
unsafe class Bug
{
    delegate* unmanaged<int> _f;
    public void Run()
    {
        nint lib = NativeLibrary.Load("x");
        try { _f = {|FFI1018:(delegate* unmanaged<int>)NativeLibrary.GetExport(lib, "f")|}; }
        finally { NativeLibrary.Free(lib); }
    }
}
unsafe class Right
{
    delegate* unmanaged<int> _f; nint _lib;
    public void Run()
    {
        _lib = NativeLibrary.Load("x");
        try { _f = (delegate* unmanaged<int>)NativeLibrary.GetExport(_lib, "f"); }
        catch { NativeLibrary.Free(_lib); throw; }
    }
}
