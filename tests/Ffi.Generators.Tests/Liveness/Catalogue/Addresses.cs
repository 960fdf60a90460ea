// A section is a program of its own: what Bug does is reported where marked, what Right does is not.

//// Unsafe.AsPointer: an array element by way of GetArrayDataReference
unsafe class Bug
{
    public int Sum(byte[] data) => Codec.codec_process((byte*)Unsafe.AsPointer(ref {|FFI1002:MemoryMarshal.GetArrayDataReference(data)|}), data.Length);
}
unsafe class Right
{
    public int Sum(byte[] data) { fixed (byte* p = &MemoryMarshal.GetArrayDataReference(data)) return Codec.codec_process(p, data.Length); }
}

//// Unsafe.AsPointer: a list's storage through CollectionsMarshal
unsafe class Bug
{
    public int Sum(List<byte> list)
    {
        Span<byte> items = CollectionsMarshal.AsSpan(list);
        byte* p = (byte*)Unsafe.AsPointer(ref {|FFI1002:MemoryMarshal.GetReference(items)|});
        return Codec.codec_process(p, items.Length);
    }
}
unsafe class Right
{
    public int Sum(List<byte> list)
    {
        Span<byte> items = CollectionsMarshal.AsSpan(list);
        fixed (byte* p = items) return Codec.codec_process(p, items.Length);
    }
}

//// Unsafe.AsPointer: a field of this object is handed to native code
unsafe class Bug
{
    private BufferDescriptor _descriptor;
    public void Submit() => Native.Submit((BufferDescriptor*)Unsafe.AsPointer(ref {|FFI1002:_descriptor|}));
    static class Native { [DllImport("n")] public static extern void Submit(BufferDescriptor* descriptor); }
}
unsafe class Right
{
    private BufferDescriptor _descriptor;
    public void Submit() { fixed (BufferDescriptor* p = &_descriptor) Native.Submit(p); }
    static class Native { [DllImport("n")] public static extern void Submit(BufferDescriptor* descriptor); }
}

//// Unsafe.AsPointer: of a span over stack memory, which does not move
unsafe class Bug
{
    public static IntPtr Address(Span<int> values) => (IntPtr)Unsafe.AsPointer(ref {|FFI1002:values[0]|});
}
unsafe class Right
{
    public static int Address()
    {
        Span<int> values = stackalloc int[4];
        return Codec.codec_process_ptr((IntPtr)Unsafe.AsPointer(ref values[0]), 16);
    }
}

//// UnsafeAddrOfPinnedArrayElement: nobody pinned the array
class Bug
{
    public int Send(int size)
    {
        byte[] packet = new byte[size];
        packet[0] = 1;
        return Codec.codec_process_ptr({|FFI1002:Marshal.UnsafeAddrOfPinnedArrayElement(packet, 0)|}, packet.Length);
    }
}
class Right
{
    public int Send(int size)
    {
        byte[] packet = GC.AllocateUninitializedArray<byte>(size, pinned: true);
        packet[0] = 1;
        return Codec.codec_process_ptr(Marshal.UnsafeAddrOfPinnedArrayElement(packet, 0), packet.Length);
    }
}

//// generic helper: the address of a by-ref argument is kept as a number
unsafe class Bug
{
    public static nint AddressOf<T>(T[] items) where T : unmanaged => (nint)Unsafe.AsPointer(ref {|FFI1002:items[0]|});
}
unsafe class Right
{
    public static int SizeOf<T>(T[] items) where T : unmanaged => items.Length * sizeof(T);
}

//// stack: stackalloc returned as a span's pointer
unsafe class Bug
{
    public static char* Format(int value)
    {
        char* buffer = stackalloc char[16];
        value.TryFormat(new Span<char>(buffer, 16), out _);
        return {|FFI1003:buffer|};
    }
}
unsafe class Right
{
    public static string Format(int value)
    {
        char* buffer = stackalloc char[16];
        value.TryFormat(new Span<char>(buffer, 16), out int written);
        return new string(buffer, 0, written);
    }
}

//// stack: a local's address is put into a descriptor that is kept
unsafe class Bug
{
    private BufferDescriptor _pending;
    public void Queue(int value)
    {
        int local = value;
        _pending.Data = {|FFI1003:(IntPtr)(&local)|};
        _pending.Length = sizeof(int);
    }
}
unsafe class Right
{
    public void Queue(int value)
    {
        int local = value;
        BufferDescriptor pending;
        pending.Data = (IntPtr)(&local);
        pending.Length = sizeof(int);
        pending.Flags = 0;
        Codec.codec_submit(ref pending);
    }
}

//// stack: Unsafe.AsPointer of a struct local, returned
unsafe class Bug
{
    public static void* Create() { BufferDescriptor d = default; d.Length = 4; return {|FFI1003:Unsafe.AsPointer(ref d)|}; }
}
unsafe class Right
{
    public static void* Create() { var d = (BufferDescriptor*)NativeMemory.Alloc((nuint)sizeof(BufferDescriptor)); d->Length = 4; return d; }
}

//// stack: a timer's closure captures a stack pointer
unsafe class Bug
{
    private Timer? _timer;
    public void Start()
    {
        int* counter = stackalloc int[1];
        _timer = {|FFI1003:new Timer(_ => { ++*counter; }, null, 0, 100)|};
    }
}
unsafe class Right
{
    private Timer? _timer; private int _counter;
    public void Start()
    {
        int* counter = stackalloc int[1];
        *counter = 1;
        _timer = new Timer(_ => _counter++, null, 0, *counter);
    }
}

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

//// ref local: of an array element, laundered
unsafe class Bug
{
    private IntPtr _kept;
    public void Run(int[] values)
    {
        ref int first = ref {|FFI1002:values[0]|};
        _kept = (IntPtr)Unsafe.AsPointer(ref first);
    }
}
unsafe class Right
{
    private int _kept;
    public void Run(int[] values)
    {
        ref int first = ref values[0];
        _kept = first;
        first = 3;
    }
}
