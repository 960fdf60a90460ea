// A section is a program of its own: what Bug does is reported where marked, what Right does is not.

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
