// A section is a program of its own: what Bug does is reported where marked, what Right does is not.

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
