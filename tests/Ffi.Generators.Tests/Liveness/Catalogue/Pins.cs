// A section is a program of its own: what Bug does is reported where marked, what Right does is not.

//// fixed: the pointer is kept in a field for the native loop
unsafe class Bug
{
    private byte* _buffer; private int _length;
    public void SetBuffer(byte[] data)
    {
        fixed (byte* pointer = data)
        {
            _buffer = {|FFI1001:pointer|};
            _length = data.Length;
        }
    }
}
unsafe class Right
{
    private byte[] _buffer = []; private int _length;
    public int SetBuffer(byte[] data)
    {
        _buffer = data;
        fixed (byte* pointer = data)
        {
            _length = data.Length;
            return Codec.codec_process(pointer, _length);
        }
    }
}

//// fixed: the address is laundered through IntPtr and used after the block
unsafe class Bug
{
    public int Encode(ReadOnlySpan<byte> data)
    {
        IntPtr address;
        fixed (byte* p = data)
        {
            address = (IntPtr)p;
        }

        return Codec.codec_process_ptr({|FFI1001:address|}, data.Length);
    }
}
unsafe class Right
{
    public int Encode(ReadOnlySpan<byte> data)
    {
        int result;
        fixed (byte* p = data)
        {
            IntPtr address = new IntPtr(p);
            result = Codec.codec_process_ptr(address, data.Length);
        }

        return result;
    }
}

//// fixed: new IntPtr(p) returned by an expression helper
unsafe class Bug
{
    public static IntPtr Pin(float[] samples) { fixed (float* p = &samples[0]) return {|FFI1001:new IntPtr(p)|}; }
}
unsafe class Right
{
    public static float Pin(float[] samples) { fixed (float* p = &samples[0]) return *p; }
}

//// fixed: a descriptor with the pointer is built inside and submitted outside
unsafe class Bug
{
    public void Submit(byte[] payload)
    {
        var descriptor = new BufferDescriptor();
        fixed (byte* p = payload)
        {
            descriptor.Data = (IntPtr)p;
            descriptor.Length = payload.Length;
        }

        Codec.codec_submit(ref {|FFI1001:descriptor|});
    }
}
unsafe class Right
{
    public void Submit(byte[] payload)
    {
        var descriptor = new BufferDescriptor { Length = payload.Length };
        fixed (byte* p = payload)
        {
            descriptor.Data = (IntPtr)p;
            Codec.codec_submit(ref descriptor);
        }

        descriptor.Data = IntPtr.Zero;
        Codec.codec_submit(ref descriptor);
    }
}

//// fixed: vectors on the stack are filled in a loop, each with a pointer whose pin has ended
unsafe class Bug
{
    public long Write(int fd, byte[][] parts)
    {
        IoVector* vectors = stackalloc IoVector[parts.Length];
        for (int i = 0; i < parts.Length; i++)
        {
            fixed (byte* p = parts[i])
            {
                vectors[i].Base = p;
                vectors[i].Length = (nuint)parts[i].Length;
            }
        }

        return Codec.codec_writev(fd, {|FFI1001:vectors|}, parts.Length);
    }
}
unsafe class Right
{
    public long Write(int fd, byte[][] parts)
    {
        IoVector* vectors = stackalloc IoVector[parts.Length];
        var pins = new MemoryHandle[parts.Length];
        try
        {
            for (int i = 0; i < parts.Length; i++)
            {
                pins[i] = parts[i].AsMemory().Pin();
                vectors[i].Base = pins[i].Pointer;
                vectors[i].Length = (nuint)parts[i].Length;
            }

            return Codec.codec_writev(fd, vectors, parts.Length);
        }
        finally
        {
            foreach (MemoryHandle pin in pins) pin.Dispose();
        }
    }
}

//// fixed: the pointer is put into a dictionary
unsafe class Bug
{
    private readonly Dictionary<string, IntPtr> _buffers = new();
    public void Register(string name, byte[] data)
    {
        fixed (byte* p = data)
            _buffers[name] = {|FFI1001:(IntPtr)p|};
    }
}
unsafe class Right
{
    private readonly Dictionary<string, int> _results = new();
    public void Register(string name, byte[] data)
    {
        fixed (byte* p = data)
            _results[name] = Codec.codec_process(p, data.Length);
    }
}

//// fixed: out parameters hand the pointer to the caller
unsafe class Bug
{
    public static bool TryGetPointer(string text, out char* pointer, out int length)
    {
        fixed (char* p = text)
        {
            pointer = {|FFI1001:p|};
            length = text.Length;
            return true;
        }
    }
}
unsafe class Right
{
    public static bool TryCopy(string text, char* target, out int length)
    {
        fixed (char* p = text)
        {
            Buffer.MemoryCopy(p, target, 64, text.Length * sizeof(char));
            length = text.Length;
            return true;
        }
    }
}

//// fixed: a task started inside runs after the pin
unsafe class Bug
{
    public Task Process(byte[] data)
    {
        fixed (byte* p = data)
        {
            IntPtr address = (IntPtr)p;
            return {|FFI1001:Task.Run(() => Codec.codec_process_ptr(address, data.Length))|};
        }
    }
}
unsafe class Right
{
    public Task Process(byte[] data) => Task.Run(() => { unsafe { fixed (byte* p = data) Codec.codec_process(p, data.Length); } });
}

//// fixed: a tuple carries the pointer out
unsafe class Bug
{
    public static (IntPtr Pointer, int Length) Open(byte[] data)
    {
        fixed (byte* p = data) return {|FFI1001:((IntPtr)p, data.Length)|};
    }
}
unsafe class Right
{
    public static (int Sum, int Length) Open(byte[] data)
    {
        fixed (byte* p = data) return (Codec.codec_process(p, data.Length), data.Length);
    }
}

//// fixed: a span is rebuilt from the pointer and returned
unsafe class Bug
{
    public static Span<byte> Slice(byte[] data, int start)
    {
        fixed (byte* p = data) return {|FFI1001:new Span<byte>(p + start, data.Length - start)|};
    }
}
unsafe class Right
{
    public static int Slice(byte[] data, int start)
    {
        fixed (byte* p = data) return new Span<byte>(p + start, data.Length - start).IndexOf((byte)0);
    }
}

//// fixed: a local function returns the outer pointer
unsafe class Bug
{
    private static byte* s_last;
    public static void Scan(byte[] data)
    {
        fixed (byte* p = data)
        {
            byte* end = p + data.Length;
            for (byte* at = p; at < end; at++)
            {
                if (*at == 0) { s_last = {|FFI1001:at|}; break; }
            }
        }
    }
}
unsafe class Right
{
    private static int s_last;
    public static void Scan(byte[] data)
    {
        fixed (byte* p = data)
        {
            byte* end = p + data.Length;
            for (byte* at = p; at < end; at++)
            {
                if (*at == 0) { s_last = (int)(at - p); break; }
            }
        }
    }
}

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

//// GCHandle: the address is used after Free
class Bug
{
    public int Run(byte[] data)
    {
        var handle = GCHandle.Alloc(data, GCHandleType.Pinned);
        IntPtr address = handle.AddrOfPinnedObject();
        handle.Free();
        return Codec.codec_process_ptr({|FFI1005:address|}, data.Length);
    }
}
class Right
{
    public int Run(byte[] data)
    {
        var handle = GCHandle.Alloc(data, GCHandleType.Pinned);
        try { return Codec.codec_process_ptr(handle.AddrOfPinnedObject(), data.Length); }
        finally { handle.Free(); }
    }
}

//// GCHandle: the pinned address is returned past finally
class Bug
{
    public IntPtr Run(byte[] data)
    {
        var handle = GCHandle.Alloc(data, GCHandleType.Pinned);
        try { return {|FFI1005:handle.AddrOfPinnedObject()|}; }
        finally { handle.Free(); }
    }
}
class Right
{
    public (GCHandle, IntPtr) Run(byte[] data)
    {
        var handle = GCHandle.Alloc(data, GCHandleType.Pinned);
        return (handle, handle.AddrOfPinnedObject());
    }
}

//// Memory.Pin: the pointer of a temporary handle, disposed at the end of using
unsafe class Bug
{
    public int Run(ReadOnlyMemory<byte> memory)
    {
        byte* p;
        using (MemoryHandle handle = memory.Pin())
        {
            p = (byte*)handle.Pointer;
        }

        return Codec.codec_process({|FFI1005:p|}, memory.Length);
    }
}
unsafe class Right
{
    public int Run(ReadOnlyMemory<byte> memory)
    {
        using MemoryHandle handle = memory.Pin();
        byte* p = (byte*)handle.Pointer;
        return Codec.codec_process(p, memory.Length);
    }
}

//// ArrayPool: the buffer goes back before the last use
class Bug
{
    public string Read(Stream stream)
    {
        byte[] buffer = ArrayPool<byte>.Shared.Rent(4096);
        int count = stream.Read(buffer, 0, buffer.Length);
        ArrayPool<byte>.Shared.Return(buffer);
        return Encoding.UTF8.GetString({|FFI1005:buffer|}, 0, count);
    }
}
class Right
{
    public string Read(Stream stream)
    {
        byte[] buffer = ArrayPool<byte>.Shared.Rent(4096);
        try
        {
            int count = stream.Read(buffer, 0, buffer.Length);
            return Encoding.UTF8.GetString(buffer, 0, count);
        }
        finally
        {
            ArrayPool<byte>.Shared.Return(buffer, clearArray: true);
        }
    }
}

//// ArrayPool: a memory over the rented array is returned to the caller
class Bug
{
    public Memory<byte> Read(int count)
    {
        byte[] buffer = ArrayPool<byte>.Shared.Rent(count);
        try { buffer[0] = 1; return {|FFI1005:buffer.AsMemory(0, count)|}; }
        finally { ArrayPool<byte>.Shared.Return(buffer); }
    }
}
class Right
{
    public byte[] Read(int count)
    {
        byte[] buffer = ArrayPool<byte>.Shared.Rent(count);
        try { buffer[0] = 1; return buffer.AsSpan(0, count).ToArray(); }
        finally { ArrayPool<byte>.Shared.Return(buffer); }
    }
}

//// MemoryPool: the owner is disposed, its memory is used
class Bug
{
    public int Run()
    {
        Memory<byte> memory;
        using (IMemoryOwner<byte> owner = MemoryPool<byte>.Shared.Rent(64)) { memory = owner.Memory; }
        return {|FFI1005:memory.Span|}.Length;
    }
}
class Right
{
    public int Run()
    {
        using IMemoryOwner<byte> owner = MemoryPool<byte>.Shared.Rent(64);
        Memory<byte> memory = owner.Memory;
        return memory.Span.IndexOf((byte)1);
    }
}

//// PinnedBuffer: a span taken before Dispose is used after
class Bug
{
    public int Run()
    {
        var buffer = PinnedBuffer<byte>.Rent(64);
        Span<byte> bytes = buffer.Span;
        buffer.Dispose();
        return {|FFI1005:bytes|}.IndexOf((byte)0);
    }
}
class Right
{
    public int Run()
    {
        using var buffer = PinnedBuffer<byte>.Rent(64);
        return buffer.Span.IndexOf((byte)0);
    }
}

//// GCHandle: an early return leaks the pin
class Bug
{
    public bool Run(float[] samples, IntPtr encoder)
    {
        var handle = {|FFI1006:GCHandle.Alloc(samples, GCHandleType.Pinned)|};
        if (Codec.codec_control(encoder, 1) != 0) return false;
        Codec.codec_process_ptr(handle.AddrOfPinnedObject(), samples.Length);
        handle.Free();
        return true;
    }
}
class Right
{
    public bool Run(float[] samples, IntPtr encoder)
    {
        var handle = GCHandle.Alloc(samples, GCHandleType.Pinned);
        if (Codec.codec_control(encoder, 1) != 0) { handle.Free(); return false; }
        Codec.codec_process_ptr(handle.AddrOfPinnedObject(), samples.Length);
        handle.Free();
        return true;
    }
}

//// GCHandle: an exception between Alloc and Free leaks the pin
class Bug
{
    public void Run(byte[] data, IntPtr encoder)
    {
        GCHandle handle = {|FFI1006:GCHandle.Alloc(data, GCHandleType.Pinned)|};
        int result = Codec.codec_process_ptr(handle.AddrOfPinnedObject(), data.Length);
        if (result < 0)
            throw new InvalidOperationException($"codec failed: {result}");
        handle.Free();
    }
}
class Right
{
    public void Run(byte[] data, IntPtr encoder)
    {
        GCHandle handle = GCHandle.Alloc(data, GCHandleType.Pinned);
        int result = Codec.codec_process_ptr(handle.AddrOfPinnedObject(), data.Length);
        handle.Free();
        if (result < 0)
            throw new InvalidOperationException($"codec failed: {result}");
    }
}

//// GCHandle: every frame pins, nobody frees
class Bug
{
    public void Loop(IEnumerable<byte[]> frames)
    {
        foreach (byte[] frame in frames)
        {
            var pin = {|FFI1006:GCHandle.Alloc(frame, GCHandleType.Pinned)|};
            Codec.codec_process_ptr(pin.AddrOfPinnedObject(), frame.Length);
        }
    }
}
class Right
{
    public void Loop(IEnumerable<byte[]> frames)
    {
        foreach (byte[] frame in frames)
        {
            var pin = GCHandle.Alloc(frame, GCHandleType.Pinned);
            try { Codec.codec_process_ptr(pin.AddrOfPinnedObject(), frame.Length); }
            finally { pin.Free(); }
        }
    }
}

//// DangerousAddRef: released only when nothing is thrown
class Bug
{
    public int Run(SafeHandle handle, byte[] data)
    {
        bool added = false;
        {|FFI1006:handle.DangerousAddRef(ref added)|};
        int result = Codec.codec_process_ptr(handle.DangerousGetHandle(), data.Length);
        if (result < 0) throw new IOException("read failed");
        handle.DangerousRelease();
        return result;
    }
}
class Right
{
    public int Run(SafeHandle handle, byte[] data)
    {
        bool added = false;
        try
        {
            handle.DangerousAddRef(ref added);
            int result = Codec.codec_process_ptr(handle.DangerousGetHandle(), data.Length);
            return result < 0 ? throw new IOException("read failed") : result;
        }
        finally
        {
            if (added) handle.DangerousRelease();
        }
    }
}

//// Memory.Pin: the handle is dropped after its pointer was taken
unsafe class Bug
{
    public int Run(Memory<byte> memory)
    {
        byte* p = (byte*){|FFI1006:memory.Pin()|}.Pointer;
        return Codec.codec_process(p, memory.Length);
    }
}
unsafe class Right
{
    public int Run(Memory<byte> memory)
    {
        using var pin = memory.Pin();
        return Codec.codec_process((byte*)pin.Pointer, memory.Length);
    }
}

//// GCHandle: the copy in a field is freed as well
class Bug
{
    private GCHandle _handle;
    public void Run(object state)
    {
        GCHandle handle = GCHandle.Alloc(state);
        _handle = handle;
        handle.Free();
        {|FFI1007:_handle.Free()|};
    }
}
class Right
{
    private GCHandle _handle;
    public void Run(object state)
    {
        if (_handle.IsAllocated) _handle.Free();
        _handle = GCHandle.Alloc(state);
    }
}

//// GCHandle: FromIntPtr makes a second owner
class Bug
{
    public void Run(object state)
    {
        GCHandle handle = GCHandle.Alloc(state);
        IntPtr cookie = GCHandle.ToIntPtr(handle);
        GCHandle again = GCHandle.FromIntPtr(cookie);
        handle.Free();
        {|FFI1007:again.Free()|};
    }
}
class Right
{
    public object? Run(object state)
    {
        GCHandle handle = GCHandle.Alloc(state);
        IntPtr cookie = GCHandle.ToIntPtr(handle);
        GCHandle again = GCHandle.FromIntPtr(cookie);
        object? target = again.Target;
        again.Free();
        return target;
    }
}

//// ArrayPool: returned in the loop and again after it
class Bug
{
    public void Copy(Stream source, Stream target)
    {
        byte[] buffer = ArrayPool<byte>.Shared.Rent(8192);
        int read;
        while ((read = source.Read(buffer, 0, buffer.Length)) > 0)
        {
            target.Write(buffer, 0, read);
            if (read < buffer.Length) { ArrayPool<byte>.Shared.Return(buffer); break; }
        }

        {|FFI1007:ArrayPool<byte>.Shared.Return(buffer)|};
    }
}
class Right
{
    public void Copy(Stream source, Stream target)
    {
        byte[] buffer = ArrayPool<byte>.Shared.Rent(8192);
        int read;
        while ((read = source.Read(buffer, 0, buffer.Length)) > 0)
        {
            target.Write(buffer, 0, read);
            if (read < buffer.Length) break;
        }

        ArrayPool<byte>.Shared.Return(buffer);
    }
}

//// await: a fixed address laundered through nint
class Bug
{
    public async Task<int> RunAsync(byte[] data)
    {
        nint address;
        unsafe { fixed (byte* p = data) address = (nint)p; }
        await Task.Delay(10);
        return Codec.codec_process_ptr({|FFI1010:address|}, data.Length);
    }
}
class Right
{
    public async Task<int> RunAsync(byte[] data)
    {
        var pin = GCHandle.Alloc(data, GCHandleType.Pinned);
        try
        {
            nint address = pin.AddrOfPinnedObject();
            await Task.Delay(10);
            return Codec.codec_process_ptr(address, data.Length);
        }
        finally { pin.Free(); }
    }
}

//// yield: a fixed address survives into the next MoveNext
class Bug
{
    public IEnumerable<int> Run(int[] seeds)
    {
        nint address;
        unsafe { fixed (int* p = seeds) address = (nint)p; }
        for (int i = 0; i < 4; i++)
        {
            yield return i;
            Codec.codec_process_ptr({|FFI1010:address|}, 4);
        }
    }
}
class Right
{
    public IEnumerable<int> Run(int[] seeds)
    {
        for (int i = 0; i < 4; i++)
        {
            int result;
            unsafe { fixed (int* p = seeds) result = Codec.codec_process_ptr((nint)p, 4); }
            yield return result;
        }
    }
}

//// AddrOfPinnedObject: the handle is a normal one
class Bug
{
    private readonly GCHandle _handle;
    public Bug(byte[] data) => _handle = GCHandle.Alloc(data);
    public static IntPtr Address(byte[] data)
    {
        var handle = GCHandle.Alloc(data, GCHandleType.Normal);
        try { return (IntPtr)((long){|FFI1023:handle.AddrOfPinnedObject()|} + 16); }
        finally { handle.Free(); }
    }
}
class Right
{
    public static object? Address(byte[] data)
    {
        var handle = GCHandle.Alloc(data, GCHandleType.Normal);
        try { return GCHandle.FromIntPtr(GCHandle.ToIntPtr(handle)).Target; }
        finally { handle.Free(); }
    }
}

//// string: written through its fixed pointer
unsafe class Bug
{
    public static void Clear(string secret)
    {
        fixed (char* p = secret)
        {
            for (int i = 0; i < secret.Length; i++) {|FFI1020:p[i]|} = '\0';
        }
    }
    public static void Upper(string text)
    {
        fixed (char* p = text) {|FFI1020:new Span<char>(p, text.Length)|}.Clear();
    }
}
unsafe class Right
{
    public static int Count(string secret)
    {
        int zeros = 0;
        fixed (char* p = secret)
        {
            for (int i = 0; i < secret.Length; i++) if (p[i] == '\0') zeros++;
        }

        return zeros;
    }
}

//// string: written through MemoryMarshal.AsMemory or a span made of its reference
class Bug
{
    public static void Upper(string text)
    {
        Span<char> chars = MemoryMarshal.CreateSpan(ref MemoryMarshal.GetReference(text.AsSpan()), text.Length);
        {|FFI1020:chars[0]|} = char.ToUpperInvariant(chars[0]);
    }
}
class Right
{
    public static string Upper(string text)
    {
        Span<char> chars = stackalloc char[64];
        text.CopyTo(chars);
        chars[0] = char.ToUpperInvariant(chars[0]);
        return new string(chars[..text.Length]);
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

//// switch expression and pattern: the pointer leaves through one arm
unsafe class Bug
{
    public IntPtr Run(byte[] data, int mode)
    {
        fixed (byte* p = data)
        {
            return {|FFI1001:mode switch { 0 => IntPtr.Zero, 1 => (IntPtr)p, _ => (IntPtr)(p + mode) }|};
        }
    }
}
unsafe class Right
{
    public int Run(byte[] data, int mode)
    {
        fixed (byte* p = data)
        {
            return mode switch { 0 => 0, 1 => Codec.codec_process(p, 1), _ => *(p + mode) };
        }
    }
}

//// Index of a rented array after a goto-style retry
class Bug
{
    public int Run(int size)
    {
        var rented = ArrayPool<int>.Shared.Rent(size);
        try
        {
            rented[0] = 1;
        }
        finally
        {
            ArrayPool<int>.Shared.Return(rented);
        }

        return {|FFI1005:rented[0]|};
    }
}
class Right
{
    public int Run(int size)
    {
        int[]? rented = null;
        try
        {
            rented = ArrayPool<int>.Shared.Rent(size);
            rented[0] = 1;
            return rented[0];
        }
        finally
        {
            if (rented is not null) ArrayPool<int>.Shared.Return(rented);
        }
    }
}
