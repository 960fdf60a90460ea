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
