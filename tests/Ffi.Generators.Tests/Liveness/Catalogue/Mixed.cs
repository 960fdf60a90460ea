// A section is a program of its own: what Bug does is reported where marked, what Right does is not.

//// fixed: a local function returns the pointer
unsafe class Bug
{
    public int Run(byte[] data)
    {
        byte* Get() { fixed (byte* p = data) { return {|FFI1001:p|}; } }
        return Codec.codec_process(Get(), data.Length);
    }
}
unsafe class Right
{
    public int Run(byte[] data)
    {
        int Use() { fixed (byte* p = data) { return Codec.codec_process(p, data.Length); } }
        return Use();
    }
}

//// fixed: a string in a static table
unsafe class Bug
{
    static readonly nint[] s_names = new nint[8];
    public static void Set(int i, string name) { fixed (char* p = name) s_names[i] = {|FFI1001:(nint)p|}; }
}
unsafe class Right
{
    static readonly nint[] s_names = new nint[8];
    public static void Set(int i, string name) { s_names[i] = Marshal.StringToHGlobalUni(name); }
}

//// fixed: the address is queued
unsafe class Bug
{
    struct Job { public byte* Data; public int Length; }
    private readonly System.Collections.Concurrent.ConcurrentQueue<nint> _queue = new();
    public void Push(byte[] data) { fixed (byte* p = &data[0]) { _queue.Enqueue({|FFI1001:(nint)p|}); } }
}
unsafe class Right
{
    private readonly System.Collections.Concurrent.ConcurrentQueue<byte[]> _queue = new();
    public void Push(byte[] data) { fixed (byte* p = &data[0]) { if (*p != 0) _queue.Enqueue(data); } }
}

//// fixed: the address as a number in a field
unsafe class Bug
{
    ulong _cookie;
    public void Set(int[] values) { fixed (int* p = values) _cookie = {|FFI1001:(ulong)p|}; }
}
unsafe class Right
{
    ulong _cookie;
    public void Set(int[] values) { fixed (int* p = values) _cookie = (ulong)p[0]; }
}

//// PinnedGCHandle: used after Dispose
unsafe class Bug
{
    public int Run(byte[] data)
    {
        var pin = new PinnedGCHandle<byte[]>(data);
        byte* p = pin.GetAddressOfArrayData();
        pin.Dispose();
        return Codec.codec_process({|FFI1005:p|}, data.Length);
    }
}
unsafe class Right
{
    public int Run(byte[] data)
    {
        using var pin = new PinnedGCHandle<byte[]>(data);
        return Codec.codec_process(pin.GetAddressOfArrayData(), data.Length);
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

//// stack: a task is given the address
unsafe class Bug
{
    public Task Run()
    {
        byte* buffer = stackalloc byte[64];
        nint address = (nint)buffer;
        return {|FFI1003:Task.Factory.StartNew(() => Codec.codec_process_ptr(address, 64))|};
    }
}
unsafe class Right
{
    public int Run()
    {
        byte* buffer = stackalloc byte[64];
        nint address = (nint)buffer;
        return Codec.codec_process_ptr(address, 64);
    }
}

//// fixed: a thread that nobody joins
unsafe class Bug
{
    public void Run(byte[] data)
    {
        fixed (byte* p = data)
        {
            nint address = (nint)p;
            var thread = new Thread({|FFI1001:() => Codec.codec_process_ptr(address, 4)|});
            thread.Start();
        }
    }
}
unsafe class Right
{
    public void Run(byte[] data)
    {
        fixed (byte* p = data)
        {
            nint address = (nint)p;
            var thread = new Thread(() => Codec.codec_process_ptr(address, 4));
            thread.Start();
            thread.Join();
        }
    }
}

//// retained: a span and a ref
unsafe partial class Bug
{
    [LibraryImport("n")] internal static partial void keep([Retained] ReadOnlySpan<byte> data, int length);
    [LibraryImport("n")] internal static partial void keep_ref([Retained] ref BufferDescriptor d);
    public void Run(byte[] data) { keep({|FFI1004:data|}, data.Length); var d = new BufferDescriptor(); keep_ref(ref {|FFI1004:d|}); }
}
unsafe partial class Right
{
    [LibraryImport("n")] internal static partial void keep([Retained] byte* data, int length);
    public PinnedBuffer<byte> Run(byte[] data) { var b = PinnedBuffer<byte>.Rent(data.Length); keep(b.Pointer, data.Length); return b; }
}

//// retained: a pinned buffer of a using
unsafe class Bug
{
    public void Run(int n) { using var b = PinnedBuffer<byte>.Rent(n); Codec.codec_begin_read({|FFI1004:b.Pointer|}, n); }
}
unsafe class Right
{
    public void Run(int n) { using var b = PinnedBuffer<byte>.Rent(n); Codec.codec_begin_read(b.Pointer, n); Codec.codec_end_read(); }
}

//// ArrayPool: a span over the array after its return
unsafe class Bug
{
    public int Run(int n)
    {
        char[] chars = ArrayPool<char>.Shared.Rent(n);
        ReadOnlySpan<char> text = chars.AsSpan(0, n);
        ArrayPool<char>.Shared.Return(chars);
        return {|FFI1005:text|}.IndexOf('x');
    }
}
unsafe class Right
{
    public int Run(int n)
    {
        char[] chars = ArrayPool<char>.Shared.Rent(n);
        ReadOnlySpan<char> text = chars.AsSpan(0, n);
        int at = text.IndexOf('x');
        ArrayPool<char>.Shared.Return(chars);
        return at;
    }
}

//// native memory: an early return inside a loop
class Bug
{
    public int Run(BufferDescriptor[] all)
    {
        foreach (var d in all)
        {
            IntPtr p = {|FFI1015:Marshal.AllocCoTaskMem(Marshal.SizeOf<BufferDescriptor>())|};
            Marshal.StructureToPtr(d, p, false);
            if (Codec.codec_control(p, 1) != 0) return -1;
            Marshal.FreeCoTaskMem(p);
        }
        return 0;
    }
}
class Right
{
    public int Run(BufferDescriptor[] all)
    {
        foreach (var d in all)
        {
            IntPtr p = Marshal.AllocCoTaskMem(Marshal.SizeOf<BufferDescriptor>());
            try
            {
                Marshal.StructureToPtr(d, p, false);
                if (Codec.codec_control(p, 1) != 0) return -1;
            }
            finally { Marshal.FreeCoTaskMem(p); }
        }
        return 0;
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

//// last error: a log file is written in between
class Bug
{
    public void Run(string p) { if (Libc.open(p, 0) < 0) { File.AppendAllText("log", p); throw {|FFI1019:new System.ComponentModel.Win32Exception()|}; } }
}
class Right
{
    public void Run(string p) { if (Libc.open(p, 0) < 0) throw new System.ComponentModel.Win32Exception(); }
}

//// native memory: written after a conditional free
unsafe class Bug
{
    public void Run(bool a)
    {
        void* p = NativeMemory.Alloc(8);
        if (a) NativeMemory.Free(p);
        {|FFI1014:*(byte*)p|} = 1;
        if (!a) NativeMemory.Free(p);
    }
}
unsafe class Right
{
    public void Run(bool a)
    {
        void* p = NativeMemory.Alloc(8);
        *(byte*)p = 1;
        if (a) NativeMemory.Free(p);
        if (!a) NativeMemory.Free(p);
    }
}

//// native memory: a BSTR freed in finally by another family
class Bug
{
    public void Run(string s) { IntPtr b = Marshal.StringToBSTR(s); try { Codec.codec_control(b, 1); } finally { {|FFI1014:Marshal.FreeHGlobal(b)|}; } }
}
class Right
{
    public void Run(string s) { IntPtr b = Marshal.StringToBSTR(s); try { Codec.codec_control(b, 1); } finally { Marshal.FreeBSTR(b); } }
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

//// Unsafe.AsPointer: of an element by way of a ref local
unsafe class Bug
{
    int[] _a = new int[4];
    public nint Q(int i) { ref int r = ref {|FFI1002:_a[i]|}; return (nint)Unsafe.AsPointer(ref r); }
}
unsafe class Right
{
    [FixedAddressValueType] static int s_word;
    public static void* P() => Unsafe.AsPointer(ref s_word);
}

//// text: arrays made of literals and strings
unsafe class Bug
{
    public int Run() { byte[] b = "abc"u8.ToArray(); fixed (byte* p = b) return Codec.codec_text({|FFI1022:p|}); }
    public int Run2(string s) { byte[] b = Encoding.ASCII.GetBytes(s); fixed (byte* p = b) return Libc.puts({|FFI1022:p|}); }
}
unsafe class Right
{
    public int Run() { byte[] b = "abc\0"u8.ToArray(); fixed (byte* p = b) return Codec.codec_text(p); }
    public int Run2(string s) { byte[] b = Encoding.ASCII.GetBytes(s + "\0"); fixed (byte* p = b) return Libc.puts(p); }
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

//// Memory.Pin: the pointer is returned from a using
unsafe class Bug
{
    public static void* Get(Memory<byte> m) { using MemoryHandle h = m.Pin(); return {|FFI1005:h.Pointer|}; }
}
unsafe class Right
{
    public static MemoryHandle Get(Memory<byte> m) => m.Pin();
}

//// DangerousAddRef: an early return
class Bug
{
    public bool Run(SafeHandle h, int n)
    {
        bool ok = false;
        {|FFI1006:h.DangerousAddRef(ref ok)|};
        if (n > 3) return false;
        Codec.codec_control(h.DangerousGetHandle(), n);
        h.DangerousRelease();
        return true;
    }
}
class Right
{
    public bool Run(SafeHandle h, int n)
    {
        bool ok = false;
        try
        {
            h.DangerousAddRef(ref ok);
            if (n > 3) return false;
            return Codec.codec_control(h.DangerousGetHandle(), n) == 0;
        }
        finally { if (ok) h.DangerousRelease(); }
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

//// PinnedBuffer: rented and never disposed
static unsafe class Bug
{
    public static int Process()
    {
        PinnedBuffer<byte> buffer = {|FFI1006:PinnedBuffer<byte>.Rent(64)|};
        return Codec.codec_process(buffer.Pointer, 64);
    }
}
static unsafe class Right
{
    public static int Process()
    {
        using PinnedBuffer<byte> buffer = PinnedBuffer<byte>.Rent(64);
        return Codec.codec_process(buffer.Pointer, 64);
    }
}

//// UnsafeAddrOfPinnedArrayElement: the array goes along with a NativeOverlapped, which pins it
static unsafe class Bug
{
    public static int Read(byte[] buffer) => Codec.codec_process_ptr({|FFI1002:Marshal.UnsafeAddrOfPinnedArrayElement(buffer, 0)|}, buffer.Length);
}
sealed unsafe class Right(ThreadPoolBoundHandle bound)
{
    [DllImport("device")] static extern int device_read(nint buffer, int length, NativeOverlapped* overlapped);

    public void Read(byte[] buffer)
    {
        NativeOverlapped* overlapped = bound.AllocateNativeOverlapped((_, _, done) => bound.FreeNativeOverlapped(done), null, buffer);
        if (device_read(Marshal.UnsafeAddrOfPinnedArrayElement(buffer, 0), buffer.Length, overlapped) != 0)
        {
            bound.FreeNativeOverlapped(overlapped);
        }
    }
}
