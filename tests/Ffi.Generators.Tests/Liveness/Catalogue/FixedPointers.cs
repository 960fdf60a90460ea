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
