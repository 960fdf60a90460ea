// A section is a program of its own: what Bug does is reported where marked, what Right does is not.

//// native memory: each turn of the loop allocates, the last is freed
class Bug
{
    public static void Send(string[] names)
    {
        IntPtr text = IntPtr.Zero;
        for (int i = 0; i < names.Length; i++)
        {
            text = {|FFI1015:Marshal.StringToCoTaskMemUTF8(names[i])|};
            Codec.codec_control(text, i);
        }

        Marshal.FreeCoTaskMem(text);
    }
}
class Right
{
    public static void Send(string[] names)
    {
        IntPtr[] texts = new IntPtr[names.Length];
        for (int i = 0; i < names.Length; i++)
        {
            texts[i] = Marshal.StringToCoTaskMemUTF8(names[i]);
        }

        foreach (IntPtr text in texts) Marshal.FreeCoTaskMem(text);
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

//// loop: what each object of an array owns is freed, or freed again
class Block { public IntPtr Data; public Block? Next; }
static class Bug
{
    public static void Free(Block[] blocks)
    {
        foreach (Block block in blocks)
        {
            Marshal.FreeHGlobal(block.Data);
            {|FFI1007:Marshal.FreeHGlobal(block.Data)|};
        }
    }
}
static class Right
{
    public static void Free(Block[] blocks)
    {
        foreach (Block block in blocks)
        {
            if (block.Data != IntPtr.Zero)
            {
                Marshal.FreeHGlobal(block.Data);
            }
        }
    }

    public static void FreeList(Block? block)
    {
        while (block is not null)
        {
            Marshal.FreeHGlobal(block.Data);
            block = block.Next;
        }
    }
}

//// loop: what one loop made, a later one uses and frees
static class Bug
{
    public static int Sum(int count)
    {
        var blocks = new IntPtr[count];
        for (int i = 0; i < count; i++) blocks[i] = Marshal.AllocHGlobal(8);
        int sum = 0;
        foreach (IntPtr block in blocks)
        {
            Marshal.FreeHGlobal(block);
            sum += Codec.codec_process_ptr({|FFI1014:block|}, 8);
        }

        return sum;
    }
}
static class Right
{
    public static int Sum(int count)
    {
        var blocks = new IntPtr[count];
        for (int i = 0; i < count; i++) blocks[i] = Marshal.AllocHGlobal(8);
        int sum = 0;
        foreach (IntPtr block in blocks)
        {
            sum += Codec.codec_process_ptr(block, 8);
            Marshal.FreeHGlobal(block);
        }

        return sum;
    }
}

//// loop: an array that each turn fills anew, and whose elements are freed
struct Format { public short Id; public IntPtr Device; }
interface IFormats { int Next(int count, [Out] Format[] formats); }
static class Bug
{
    public static void Free(IFormats source)
    {
        var formats = new Format[4];
        int count = source.Next(4, formats);
        for (int i = 0; i < count; i++)
        {
            Marshal.FreeCoTaskMem(formats[i].Device);
            {|FFI1007:Marshal.FreeCoTaskMem(formats[i].Device)|};
        }
    }
}
static class Right
{
    public static void Free(IFormats source)
    {
        var formats = new Format[4];
        while (source.Next(4, formats) is > 0 and int count)
        {
            for (int i = 0; i < count; i++)
            {
                if (formats[i].Device != IntPtr.Zero)
                {
                    Marshal.FreeCoTaskMem(formats[i].Device);
                }
            }
        }
    }
}
