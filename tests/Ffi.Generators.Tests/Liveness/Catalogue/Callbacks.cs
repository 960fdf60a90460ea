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

//// delegate: KeepAlive stands before the call
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

//// NativeCallback: disposed by using while native code still has the address
unsafe class Bug
{
    public void Install(List<int> seen)
    {
        using var callback = NativeCallback<LogHandler>.Create((level, message) => seen.Add(level));
        RegisterPointer({|FFI1008:callback.Pointer|});
    }
    [DllImport("n")] static extern void RegisterPointer([Retained] nint handler);
}
unsafe class Right
{
    private NativeCallback<LogHandler>? _callback;
    public void Install(List<int> seen)
    {
        _callback = NativeCallback<LogHandler>.Create((level, message) => seen.Add(level));
        RegisterPointer(_callback.Pointer);
    }
    [DllImport("n")] static extern void RegisterPointer([Retained] nint handler);
}

//// UnmanagedCallersOnly: user code runs without a catch
unsafe class Bug
{
    private static readonly Dictionary<int, Action> s_handlers = new();
    [UnmanagedCallersOnly(CallConvs = [typeof(CallConvCdecl)])]
    private static void {|FFI1012:OnEvent|}(int id) => s_handlers[id]();
}
unsafe class Right
{
    private static readonly Dictionary<int, Action> s_handlers = new();
    [UnmanagedCallersOnly(CallConvs = [typeof(CallConvCdecl)])]
    private static void OnEvent(int id)
    {
        try { s_handlers[id](); }
        catch (Exception exception) { Console.Error.WriteLine(exception); }
    }
}

//// UnmanagedCallersOnly: the catch is only for one exception
unsafe class Bug
{
    [UnmanagedCallersOnly]
    private static int {|FFI1012:OnRead|}(IntPtr context, byte* buffer, int length)
    {
        var stream = (Stream)GCHandle.FromIntPtr(context).Target!;
        try { return stream.Read(new Span<byte>(buffer, length)); }
        catch (IOException) { return -1; }
    }
}
unsafe class Right
{
    [UnmanagedCallersOnly]
    private static int OnRead(IntPtr context, byte* buffer, int length)
    {
        try
        {
            var stream = (Stream)GCHandle.FromIntPtr(context).Target!;
            return stream.Read(new Span<byte>(buffer, length));
        }
        catch (IOException) { return -1; }
        catch { return -2; }
    }
}

//// UnmanagedCallersOnly: a helper that throws is called outside of try
unsafe class Bug
{
    private static int Check(int code) => code < 0 ? throw new InvalidOperationException("failed") : code;
    [UnmanagedCallersOnly] private static int {|FFI1012:OnResult|}(int code) => Check(code) + 1;
}
unsafe class Right
{
    private static int Clamp(int code) => code < 0 ? 0 : code;
    [UnmanagedCallersOnly] private static int OnResult(int code) => Clamp(code) + 1;
}

//// UnmanagedCallersOnly: bool result and char parameter
unsafe class Bug
{
    [UnmanagedCallersOnly] private static {|FFI1013:bool|} IsKnown(int id) => id == 1;
    [UnmanagedCallersOnly] private static int Classify({|FFI1013:char|} c) => c < 128 ? 1 : 0;
}
unsafe class Right
{
    [UnmanagedCallersOnly] private static byte IsKnown(int id) => (byte)(id == 1 ? 1 : 0);
    [UnmanagedCallersOnly] private static int Classify(ushort c) => c < 128 ? 1 : 0;
}

//// UnmanagedCallersOnly: string and object parameters
unsafe class Bug
{
    struct Event { public int Id; public bool IsDown; }
    [UnmanagedCallersOnly] private static void OnKey({|FFI1013:Event|} e) { }
}
unsafe class Right
{
    struct Event { public int Id; public byte IsDown; }
    [UnmanagedCallersOnly] private static void OnKey(Event e) { }
    [UnmanagedCallersOnly] private static void OnKeyPointer(Event* e) { }
}

//// managed function pointer: cast through void* for a native call
unsafe class Bug
{
    private static int Twice(int x) => 2 * x;
    public void Run() => Codec.codec_invoke({|FFI1021:(delegate* unmanaged<int, int>)(void*)(delegate*<int, int>)&Twice|});
}
unsafe class Right
{
    [UnmanagedCallersOnly] private static int Twice(int x) => 2 * x;
    public void Run() => Codec.codec_invoke(&Twice);
}

//// SuppressGCTransition: on a function that calls back, and one that keeps errno
static unsafe class Bug
{
    [DllImport("n"), SuppressGCTransition] public static extern void {|FFI1011:each|}(Comparer callback);
    [DllImport("n", SetLastError = true), SuppressGCTransition] public static extern int {|FFI1011:stat_now|}(int fd);
    [DllImport("n"), SuppressGCTransition] public static extern int {|FFI1011:by_handle|}(SafeHandle handle);
    [DllImport("n"), SuppressGCTransition] public static extern int {|FFI1011:by_name|}(string name);
}
static unsafe class Right
{
    [DllImport("n"), SuppressGCTransition] public static extern int get_count(IntPtr list);
    [DllImport("n"), SuppressGCTransition] public static extern double hypot(double x, double y);
}

//// SuppressGCTransition: LibraryImport that marshals
static unsafe partial class Bug
{
    [LibraryImport("n", StringMarshalling = StringMarshalling.Utf8), SuppressGCTransition] public static partial int {|FFI1011:by_handle|}(SafeHandle handle);
    [LibraryImport("n", SetLastError = true), SuppressGCTransition] public static partial int {|FFI1011:now|}(int fd);
}
static unsafe partial class Right
{
    [LibraryImport("n"), SuppressGCTransition] public static partial int tick(long ticks);
}

//// NativeCallback: a handle in front of it lets go of it when it is disposed
sealed class Transfer() : SafeHandle(0, true)
{
    [DllImport("transfer", EntryPoint = "transfer_end")] private static extern void End(nint transfer);
    [DllImport("transfer")] public static extern Transfer transfer_begin();
    [DllImport("transfer")] public static extern void transfer_on_data(Transfer transfer, [Retained(Until = "transfer_end")] nint callback);
    [DllImport("transfer")] public static extern int transfer_run(Transfer transfer);

    public override bool IsInvalid => handle == 0;

    protected override bool ReleaseHandle()
    {
        End(handle);
        return true;
    }
}
static class Bug
{
    public static void Run(int[] received)
    {
        using Transfer transfer = Transfer.transfer_begin();
        using var onData = NativeCallback<Action<int>>.Create(count => received[0] += count);
        Transfer.transfer_on_data(transfer, {|FFI1008:onData.Pointer|});
        Transfer.transfer_run(transfer);
    }
}
static class Right
{
    public static void Run(int[] received)
    {
        using var onData = NativeCallback<Action<int>>.Create(count => received[0] += count);
        using Transfer transfer = Transfer.transfer_begin();
        Transfer.transfer_on_data(transfer, onData.Pointer);
        Transfer.transfer_run(transfer);
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

//// managed function pointer: in a table on the stack
static unsafe class Bug
{
    [DllImport("table")] static extern void table_set(void** functions);

    static int Twice(int value) => value * 2;

    public static void Set()
    {
        void** functions = stackalloc void*[1];
        functions[0] = (void*)(delegate*<int, int>)&Twice;
        table_set({|FFI1021:functions|});
    }
}
static unsafe class Right
{
    [DllImport("table")] static extern void table_set(void** functions);

    [UnmanagedCallersOnly]
    static int Twice(int value) => value * 2;

    public static void Set()
    {
        void** functions = stackalloc void*[1];
        functions[0] = (delegate* unmanaged<int, int>)&Twice;
        table_set(functions);
    }
}
