// A section is a program of its own: what Bug does is reported where marked, what Right does is not.

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

    [UnmanagedCallersOnly]
    static int OnWindow(IntPtr window, int process) => IsOf(window, process) && Outside.Inner.IsOpen(window) ? 1 : 0;

    static bool IsOf(IntPtr window, int process) => Libc.getpid() == process && Database.db_step(window) == 0;
    static class Outside { internal static class Inner { internal static bool IsOpen(IntPtr window) => Database.db_reset(window) == 0; } }

    static int s_released;
    static void Release(GCHandle handle) { Interlocked.Increment(ref s_released); handle.Free(); }
}
