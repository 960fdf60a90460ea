// A section is a program of its own: what Bug does is reported where marked, what Right does is not.

//// retained: a fixed pointer goes to a function that reads later
unsafe class Bug
{
    public void Begin(byte[] buffer)
    {
        fixed (byte* p = buffer) Codec.codec_begin_read({|FFI1004:p|}, buffer.Length);
    }
}
unsafe class Right
{
    public void Begin(byte[] buffer)
    {
        fixed (byte* p = buffer)
        {
            Codec.codec_begin_read(p, buffer.Length);
            Codec.codec_end_read();
        }
    }
}

//// retained: an array and a string are marshalled for the call only
class Bug
{
    public void Attach(byte[] buffer) => Codec.codec_attach_array({|FFI1004:buffer|}, buffer.Length);
    public void AttachText(string text) => Codec.codec_attach_text({|FFI1004:text|});
}
class Right
{
    public IntPtr Attach(int size) { IntPtr block = Marshal.AllocHGlobal(size); Codec.codec_attach(block, size); return block; }
}

//// retained: the pin is freed in finally while native code still has the buffer
class Bug
{
    public void Attach(byte[] buffer)
    {
        GCHandle pin = GCHandle.Alloc(buffer, GCHandleType.Pinned);
        try { Codec.codec_attach({|FFI1004:pin.AddrOfPinnedObject()|}, buffer.Length); }
        finally { pin.Free(); }
    }
}
class Right
{
    private GCHandle _pin;
    public void Attach(byte[] buffer)
    {
        _pin = GCHandle.Alloc(buffer, GCHandleType.Pinned);
        Codec.codec_attach(_pin.AddrOfPinnedObject(), buffer.Length);
    }
}

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
