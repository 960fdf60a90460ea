// A section is a program of its own: what Bug does is reported where marked, what Right does is not.

//// delegate: a temporary's thunk goes to native code
class Bug
{
    private int _count;
    public void Install() => Codec.codec_set_log({|FFI1008:Marshal.GetFunctionPointerForDelegate(new LogHandler(OnLog))|});
    private void OnLog(int level, IntPtr message) => _count++;
}
class Right
{
    private readonly LogHandler _handler; private int _count;
    public Right() => _handler = OnLog;
    public void Install() => Codec.codec_set_log(Marshal.GetFunctionPointerForDelegate(_handler));
    private void OnLog(int level, IntPtr message) => _count++;
}

//// delegate: a local closure, last used before the native call
class Bug
{
    public void Sort(IntPtr items, int count, bool descending)
    {
        Comparer comparer = (left, right) => descending ? right.CompareTo(left) : left.CompareTo(right);
        IntPtr pointer = {|FFI1008:Marshal.GetFunctionPointerForDelegate(comparer)|};
        Codec.codec_sort(items, count, pointer);
    }
}
class Right
{
    public void Sort(IntPtr items, int count, bool descending)
    {
        Comparer comparer = (left, right) => descending ? right.CompareTo(left) : left.CompareTo(right);
        IntPtr pointer = Marshal.GetFunctionPointerForDelegate(comparer);
        Codec.codec_sort(items, count, pointer);
        GC.KeepAlive(comparer);
    }
}

//// delegate: KeepAlive comes before the call
class Bug
{
    public void Sort(IntPtr items, int count, int sign)
    {
        Comparer comparer = (left, right) => sign * left.CompareTo(right);
        IntPtr pointer = {|FFI1008:Marshal.GetFunctionPointerForDelegate(comparer)|};
        GC.KeepAlive(comparer);
        Codec.codec_sort(items, count, pointer);
    }
}
class Right
{
    public void Sort(IntPtr items, int count, int sign)
    {
        Comparer comparer = (left, right) => sign * left.CompareTo(right);
        try { Codec.codec_sort(items, count, Marshal.GetFunctionPointerForDelegate(comparer)); }
        finally { GC.KeepAlive(comparer); }
    }
}

//// delegate: only the pointer is kept in a static
class Bug
{
    private static IntPtr s_pointer; private string _prefix = "";
    public void Install()
    {
        LogHandler handler = (level, message) => Console.WriteLine(_prefix + level);
        s_pointer = {|FFI1008:Marshal.GetFunctionPointerForDelegate(handler)|};
    }
}
class Right
{
    private static IntPtr s_pointer; private static LogHandler? s_handler; private string _prefix = "";
    public void Install()
    {
        LogHandler handler = (level, message) => Console.WriteLine(_prefix + level);
        s_handler = handler;
        s_pointer = Marshal.GetFunctionPointerForDelegate(handler);
    }
}

//// delegate: new of a static method, which the compiler does not cache
class Bug
{
    public static void Install() => Codec.codec_set_log({|FFI1008:Marshal.GetFunctionPointerForDelegate(new LogHandler(OnLog))|});
    private static void OnLog(int level, IntPtr message) { }
}
class Right
{
    private static readonly LogHandler s_handler = new LogHandler(OnLog);
    public static void Install() => Codec.codec_set_log(Marshal.GetFunctionPointerForDelegate(s_handler));
    private static void OnLog(int level, IntPtr message) { }
}

//// delegate: a struct of function pointers filled with thunks of closures
class Bug
{
    struct Callbacks { public IntPtr Log; public IntPtr Compare; }
    static class Native { [DllImport("n")] public static extern void set_callbacks(ref Callbacks callbacks); }
    private int _count;
    public void Install()
    {
        var callbacks = new Callbacks { Log = {|FFI1008:Marshal.GetFunctionPointerForDelegate<LogHandler>((level, message) => _count++)|} };
        Native.set_callbacks(ref callbacks);
    }
}
class Right
{
    struct Callbacks { public IntPtr Log; public IntPtr Compare; }
    static class Native { [DllImport("n")] public static extern void set_callbacks(ref Callbacks callbacks); }
    private int _count; private LogHandler? _log;
    public void Install()
    {
        _log = (level, message) => _count++;
        var callbacks = new Callbacks { Log = Marshal.GetFunctionPointerForDelegate(_log) };
        Native.set_callbacks(ref callbacks);
    }
}

//// delegate: a closure for a retained parameter
class Bug
{
    private int _count;
    public void Install() => Codec.codec_on_log({|FFI1008:(level, message) => _count++|});
}
class Right
{
    private int _count; private LogHandler? _handler;
    public void Install() { _handler = (level, message) => _count++; Codec.codec_on_log(_handler); }
    public void Static() => Codec.codec_on_log(static (level, message) => { });
}

//// delegate: an instance method group for a retained parameter
class Bug
{
    private int _count;
    public void Install() => Codec.codec_on_log({|FFI1008:OnLog|});
    private void OnLog(int level, IntPtr message) => _count++;
}
class Right
{
    private static void OnLog(int level, IntPtr message) { }
    public void Install() => Codec.codec_on_log(OnLog);
}

//// delegate: the closure's pointer is returned
class Bug
{
    public static IntPtr Make(List<int> seen)
    {
        LogHandler handler = (level, message) => seen.Add(level);
        return {|FFI1008:Marshal.GetFunctionPointerForDelegate(handler)|};
    }
}
class Right
{
    public static (LogHandler, IntPtr) Make(List<int> seen)
    {
        LogHandler handler = (level, message) => seen.Add(level);
        return (handler, Marshal.GetFunctionPointerForDelegate(handler));
    }
}

//// delegate: a GCHandle holds it, and is freed before the last call
class Bug
{
    public void Run(IntPtr items, int count, int sign)
    {
        Comparer comparer = (left, right) => sign * left.CompareTo(right);
        GCHandle handle = GCHandle.Alloc(comparer);
        IntPtr pointer = {|FFI1008:Marshal.GetFunctionPointerForDelegate(comparer)|};
        handle.Free();
        Codec.codec_sort(items, count, pointer);
    }
}
class Right
{
    public void Run(IntPtr items, int count, int sign)
    {
        Comparer comparer = (left, right) => sign * left.CompareTo(right);
        GCHandle handle = GCHandle.Alloc(comparer);
        Codec.codec_sort(items, count, Marshal.GetFunctionPointerForDelegate(comparer));
        handle.Free();
    }
}

//// delegate: only a weak reference is kept
sealed class Bug
{
    private WeakReference? _handler;
    private int _count;

    public void Start()
    {
        LogHandler handler = (_, _) => _count++;
        _handler = new(handler);
        Codec.codec_set_log({|FFI1008:Marshal.GetFunctionPointerForDelegate(handler)|});
    }
}
sealed class Right
{
    private LogHandler? _handler;
    private int _count;

    public void Start()
    {
        _handler = (_, _) => _count++;
        Codec.codec_set_log(Marshal.GetFunctionPointerForDelegate(_handler));
    }
}

//// delegate: only the pointer is kept by a constructor
class Bug
{
    IntPtr _fn; int _n;
    public Bug() { var d = new Comparer((a, b) => _n); _fn = {|FFI1008:Marshal.GetFunctionPointerForDelegate(d)|}; }
}
class Right
{
    IntPtr _fn; int _n; readonly Comparer _d;
    public Right() { _d = new Comparer((a, b) => _n); _fn = Marshal.GetFunctionPointerForDelegate(_d); }
}

//// delegate: a cast lambda
class Bug
{
    int _n;
    public void Run(IntPtr items)
    {
        Codec.codec_sort(items, 3, {|FFI1008:Marshal.GetFunctionPointerForDelegate((Comparer)((a, b) => _n))|});
    }
}
class Right
{
    int _n; readonly List<Delegate> _keep = new();
    public void Run(IntPtr items)
    {
        Comparer c = (a, b) => _n;
        _keep.Add(c);
        Codec.codec_sort(items, 3, Marshal.GetFunctionPointerForDelegate(c));
    }
}
