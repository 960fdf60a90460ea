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

//// UnmanagedCallersOnly: a virtual method by way of a handle
unsafe class Bug
{
    int Compute(int x) => checked(x * 2);
    [UnmanagedCallersOnly] static int {|FFI1012:Thunk|}(nint ctx, int x) { var self = (Bug)GCHandle.FromIntPtr(ctx).Target!; return self.Compute2(x); }
    public virtual int Compute2(int x) => Compute(x);
}
unsafe class Right
{
    public virtual int Compute2(int x) => x;
    [UnmanagedCallersOnly] static int Thunk(nint ctx, int x) { try { var self = (Right)GCHandle.FromIntPtr(ctx).Target!; return self.Compute2(x); } catch (Exception e) { Environment.FailFast(e.Message, e); return 0; } }
}

//// UnmanagedCallersOnly: what stands around the try throws, or can't
class Scope : IDisposable
{
    private static bool s_isOpen;
    public Scope() { if (s_isOpen) throw new InvalidOperationException("One scope at a time."); s_isOpen = true; }
    public void Dispose() => s_isOpen = false;
}
static class Bug
{
    [UnmanagedCallersOnly]
    static int {|FFI1012:OnData|}(IntPtr context)
    {
        using (new Scope())
        {
            try { return ((Func<int>)GCHandle.FromIntPtr(context).Target!)(); }
            catch (Exception) { return -1; }
        }
    }
}
static class Right
{
    [UnmanagedCallersOnly]
    static int OnData(IntPtr context)
    {
        IDisposable[] opened = Array.Empty<IDisposable>();
        var seen = new List<int>();
        Scope? scope = null;
        try
        {
            scope = new Scope();
            opened = [scope];
            seen.Add(((Func<int>)GCHandle.FromIntPtr(context).Target!)());
            return seen[0];
        }
        catch (Exception) { return -1; }
        finally { scope?.Dispose(); Release(GCHandle.FromIntPtr(context)); }
    }

    record Answer(bool IsCanceled = false, string? Error = null);

    [UnmanagedCallersOnly]
    static int Run(IntPtr context)
    {
        Answer answer;
        try { ((Action)GCHandle.FromIntPtr(context).Target!)(); answer = new(); }
        catch (OperationCanceledException) { answer = new(IsCanceled: true); }
        catch (Exception e) { answer = new(Error: e.Message); }
        return answer.IsCanceled ? 1 : answer.Error is null ? 0 : -1;
    }

    static int s_released;
    static void Release(GCHandle handle) { Interlocked.Increment(ref s_released); handle.Free(); }
}
