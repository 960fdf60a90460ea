// A section is a program of its own: what Bug does is reported where marked, what Right does is not.

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
