// A section is a program of its own: what Bug does is reported where marked, what Right does is not.

//// native memory: a string for a call, never freed
class Bug
{
    public static int Send(IntPtr encoder, string name) => Codec.codec_control({|FFI1015:Marshal.StringToHGlobalAnsi(name)|}, name.Length);
}
class Right
{
    public static int Send(IntPtr encoder, string name)
    {
        IntPtr text = Marshal.StringToHGlobalAnsi(name);
        try { return Codec.codec_control(text, name.Length); }
        finally { Marshal.FreeHGlobal(text); }
    }
}

//// native memory: leaked when a check throws
class Bug
{
    public static int Send(byte[] payload)
    {
        IntPtr block = {|FFI1015:Marshal.AllocCoTaskMem(payload.Length)|};
        Marshal.Copy(payload, 0, block, payload.Length);
        int result = Codec.codec_process_ptr(block, payload.Length);
        if (result < 0) throw new IOException("send failed");
        Marshal.FreeCoTaskMem(block);
        return result;
    }
}
class Right
{
    public static int Send(byte[] payload)
    {
        IntPtr block = Marshal.AllocCoTaskMem(payload.Length);
        Marshal.Copy(payload, 0, block, payload.Length);
        int result = Codec.codec_process_ptr(block, payload.Length);
        Marshal.FreeCoTaskMem(block);
        if (result < 0) throw new IOException("send failed");
        return result;
    }
}

//// native memory: a structure is marshalled to a block that nobody frees
class Bug
{
    public static int Send(BufferDescriptor descriptor)
    {
        int size = Marshal.SizeOf<BufferDescriptor>();
        IntPtr block = {|FFI1015:Marshal.AllocHGlobal(size)|};
        Marshal.StructureToPtr(descriptor, block, false);
        return Codec.codec_process_ptr(block, size);
    }
}
class Right
{
    public static int Send(BufferDescriptor descriptor)
    {
        int size = Marshal.SizeOf<BufferDescriptor>();
        IntPtr block = Marshal.AllocHGlobal(size);
        try
        {
            Marshal.StructureToPtr(descriptor, block, false);
            return Codec.codec_process_ptr(block, size);
        }
        finally
        {
            Marshal.DestroyStructure<BufferDescriptor>(block);
            Marshal.FreeHGlobal(block);
        }
    }
}

//// native memory: a result that its own function frees is dropped
unsafe class Bug
{
    public static string? Name(IntPtr encoder) => Marshal.PtrToStringUTF8((IntPtr){|FFI1015:Codec.codec_name(encoder)|});
}
unsafe class Right
{
    public static string? Name(IntPtr encoder)
    {
        byte* name = Codec.codec_name(encoder);
        string? text = Marshal.PtrToStringUTF8((IntPtr)name);
        Codec.codec_free(name);
        return text;
    }
}

//// native memory: malloc's block leaks on an early return
unsafe class Bug
{
    public static bool Copy(int fd)
    {
        byte* block = (byte*){|FFI1015:Libc.malloc(4096)|};
        if (block == null) return false;
        if (Libc.read(fd, block, 4096) < 0) return false;
        Libc.free(block);
        return true;
    }
}
unsafe class Right
{
    public static bool Copy(int fd)
    {
        byte* block = (byte*)Libc.malloc(4096);
        if (block == null) return false;
        bool isRead = Libc.read(fd, block, 4096) >= 0;
        Libc.free(block);
        return isRead;
    }
}

//// native memory: leaked when a result is turned into an exception
static class Bug
{
    public static string? Query(int length)
    {
        IntPtr buffer = {|FFI1015:Marshal.AllocHGlobal(length)|};
        Marshal.ThrowExceptionForHR(Codec.codec_process_ptr(buffer, length));
        string? text = Marshal.PtrToStringUni(buffer);
        Marshal.FreeHGlobal(buffer);
        return text;
    }
}
static class Right
{
    public static string? Query(int length)
    {
        IntPtr buffer = Marshal.AllocHGlobal(length);
        int result = Codec.codec_process_ptr(buffer, length);
        string? text = result >= 0 ? Marshal.PtrToStringUni(buffer) : null;
        Marshal.FreeHGlobal(buffer);
        Marshal.ThrowExceptionForHR(result);
        return text;
    }
}

//// native memory: text that travels with a posted message is the receiver's
static class Bug
{
    [DllImport("user32")] static extern nint SendMessageW(nint window, int message, nint first, nint second);

    public static void Notify(nint window, string text) =>
        SendMessageW(window, 0x400, 0, {|FFI1015:Marshal.StringToHGlobalUni(text)|});
}
static class Right
{
    [DllImport("user32")] static extern bool PostMessageW(nint window, int message, nint first, nint second);

    public static void Notify(nint window, string text) => PostMessageW(window, 0x400, 0, Marshal.StringToHGlobalUni(text));
}

//// native memory: text is composed in memory between allocation and free
static class Bug
{
    public static string Describe(FileStream file)
    {
        IntPtr buffer = {|FFI1015:Marshal.AllocHGlobal(16)|};
        string line = file.ReadByte().ToString();
        Marshal.FreeHGlobal(buffer);
        return line;
    }
}
static class Right
{
    public static string Describe(int[] values)
    {
        IntPtr buffer = Marshal.AllocHGlobal(16);
        var text = new StringWriter();
        foreach (int value in values)
        {
            text.Write(value);
        }

        Marshal.FreeHGlobal(buffer);
        return text.ToString();
    }
}

//// native memory: a handle gives it to the constructor of its base
sealed class Block(nint memory, bool owns) : SafeHandle(memory, owns)
{
    public override bool IsInvalid => handle == 0;
    protected override bool ReleaseHandle() { Marshal.FreeHGlobal(handle); return true; }
}
sealed class Owner : SafeHandle
{
    public Owner(nint memory) : base(memory, ownsHandle: true) { }
    public override bool IsInvalid => handle == 0;
    protected override bool ReleaseHandle() { Marshal.FreeHGlobal(handle); return true; }
}
sealed class Reader
{
    public Reader(nint memory) { First = Marshal.ReadByte(memory); }
    public byte First { get; }
}
class Bug
{
    public byte Run(int size) { var reader = new Reader({|FFI1015:Marshal.AllocHGlobal(size)|}); return reader.First; }
}
class Right
{
    public nint Keep(int size, List<Owner> all)
    {
        var owner = new Owner(Marshal.AllocHGlobal(size));
        all.Add(owner);
        return owner.DangerousGetHandle();
    }
    public void Use(int size, Action<nint> work)
    {
        using var block = new Block(Marshal.AllocHGlobal(size), true);
        using var owner = new Owner(Marshal.AllocHGlobal(size));
        work(block.DangerousGetHandle());
        work(owner.DangerousGetHandle());
    }
}

//// native memory: only where the stack's is too small, told by comparing the two
unsafe class Bug
{
    public static int Process(int length)
    {
        byte* onStack = stackalloc byte[256];
        byte* data = onStack;
        if (length > 256)
        {
            data = (byte*){|FFI1015:NativeMemory.Alloc((nuint)length)|};
        }

        int result = Codec.codec_process(data, length);
        if (data != onStack && result == 0)
        {
            NativeMemory.Free(data);
        }

        return result;
    }
}
unsafe class Right
{
    public static int Process(int length)
    {
        byte* onStack = stackalloc byte[256];
        byte* data = onStack;
        if (length > 256)
        {
            data = (byte*)NativeMemory.Alloc((nuint)length);
        }

        try
        {
            return Codec.codec_process(data, length);
        }
        finally
        {
            if (data != onStack)
            {
                NativeMemory.Free(data);
            }
        }
    }

    public static int Grow(int length)
    {
        byte* onStack = stackalloc byte[256];
        byte* data = onStack;
        try
        {
            while (true)
            {
                int result = Codec.codec_process(data, length);
                if (result >= 0)
                {
                    return result;
                }

                if (data != onStack)
                {
                    byte* old = data;
                    data = null;
                    NativeMemory.Free(old);
                }

                length *= 2;
                data = (byte*)NativeMemory.Alloc((nuint)length);
            }
        }
        finally
        {
            if (data != null && data != onStack)
            {
                NativeMemory.Free(data);
            }
        }
    }
}
