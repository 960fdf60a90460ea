// A section is a program of its own: what Bug does is reported where marked, what Right does is not.

//// native memory: used after free
unsafe class Bug
{
    public static int Sum(int count)
    {
        int* items = (int*)NativeMemory.AllocZeroed((nuint)count, sizeof(int));
        items[0] = count;
        NativeMemory.Free(items);
        return {|FFI1014:items[0]|};
    }
}
unsafe class Right
{
    public static int Sum(int count)
    {
        int* items = (int*)NativeMemory.AllocZeroed((nuint)count, sizeof(int));
        try { items[0] = count; return items[0]; }
        finally { NativeMemory.Free(items); }
    }
}

//// native memory: a string is read after it was freed
class Bug
{
    public static string? Name(IntPtr encoder, int size)
    {
        IntPtr buffer = Marshal.AllocHGlobal(size);
        Codec.codec_control(buffer, size);
        Marshal.FreeHGlobal(buffer);
        return Marshal.PtrToStringAnsi({|FFI1014:buffer|});
    }
}
class Right
{
    public static string? Name(IntPtr encoder, int size)
    {
        IntPtr buffer = Marshal.AllocHGlobal(size);
        try { Codec.codec_control(buffer, size); return Marshal.PtrToStringAnsi(buffer); }
        finally { Marshal.FreeHGlobal(buffer); }
    }
}

//// native memory: freed by another family
unsafe class Bug
{
    public static void A(string text) { IntPtr p = Marshal.StringToCoTaskMemUni(text); Codec.codec_control(p, 0); {|FFI1014:Marshal.FreeHGlobal(p)|}; }
    public static void B() { void* p = NativeMemory.AlignedAlloc(64, 32); {|FFI1014:NativeMemory.Free(p)|}; }
    public static void C(string text) { IntPtr p = Marshal.StringToBSTR(text); {|FFI1014:Marshal.FreeCoTaskMem(p)|}; }
    public static void D() { IntPtr p = Marshal.AllocHGlobal(8); {|FFI1014:Libc.free((void*)p)|}; }
}
unsafe class Right
{
    public static void A(string text) { IntPtr p = Marshal.StringToCoTaskMemUni(text); Codec.codec_control(p, 0); Marshal.FreeCoTaskMem(p); }
    public static void B() { void* p = NativeMemory.AlignedAlloc(64, 32); NativeMemory.AlignedFree(p); }
    public static void C(string text) { IntPtr p = Marshal.StringToBSTR(text); Marshal.ZeroFreeBSTR(p); }
    public static void D() { void* p = NativeMemory.Alloc(8); Libc.free(p); }
}

//// native memory: SecureString freed by the wrong function
class Bug
{
    public static void Unlock(System.Security.SecureString password)
    {
        IntPtr text = Marshal.SecureStringToGlobalAllocUnicode(password);
        try { Codec.codec_control(text, 1); }
        finally { {|FFI1014:Marshal.ZeroFreeCoTaskMemUnicode(text)|}; }
    }
}
class Right
{
    public static void Unlock(System.Security.SecureString password)
    {
        IntPtr text = IntPtr.Zero;
        try
        {
            text = Marshal.SecureStringToGlobalAllocUnicode(password);
            Codec.codec_control(text, 1);
        }
        finally { Marshal.ZeroFreeGlobalAllocUnicode(text); }
    }
}

//// native memory: the old pointer after realloc
unsafe class Bug
{
    public static void Grow(nuint size)
    {
        byte* data = (byte*)NativeMemory.Alloc(size);
        byte* bigger = (byte*)NativeMemory.Realloc(data, size * 2);
        {|FFI1014:data[0]|} = 1;
        NativeMemory.Free(bigger);
    }
}
unsafe class Right
{
    public static void Grow(nuint size)
    {
        byte* data = (byte*)NativeMemory.Alloc(size);
        data = (byte*)NativeMemory.Realloc(data, size * 2);
        data[0] = 1;
        NativeMemory.Free(data);
    }
}

//// native memory: freed twice by an early clean-up and a finally
class Bug
{
    public static void Run(int size)
    {
        IntPtr p = Marshal.AllocHGlobal(size);
        try
        {
            if (Codec.codec_control(p, size) < 0) { Marshal.FreeHGlobal(p); return; }
            Codec.codec_control(p, 0);
        }
        finally { {|FFI1007:Marshal.FreeHGlobal(p)|}; }
    }
}
class Right
{
    public static void Run(int size)
    {
        IntPtr p = Marshal.AllocHGlobal(size);
        try
        {
            if (Codec.codec_control(p, size) < 0) { Marshal.FreeHGlobal(p); p = IntPtr.Zero; return; }
            Codec.codec_control(p, 0);
        }
        finally { if (p != IntPtr.Zero) Marshal.FreeHGlobal(p); }
    }
}

//// native memory: freed again through a copy
unsafe class Bug
{
    public static void Run()
    {
        void* block = NativeMemory.Alloc(64);
        IntPtr alias = (IntPtr)block;
        NativeMemory.Free(block);
        {|FFI1007:NativeMemory.Free((void*)alias)|};
    }
}
unsafe class Right
{
    public static void Run()
    {
        void* block = NativeMemory.Alloc(64);
        IntPtr alias = (IntPtr)block;
        Codec.codec_control(alias, 1);
        NativeMemory.Free((void*)alias);
    }
}

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

//// native memory: a span over it outlives the free
unsafe class Bug
{
    public static byte Run(int length)
    {
        byte* block = (byte*)NativeMemory.Alloc((nuint)length);
        var span = new Span<byte>(block, length);
        span.Clear();
        NativeMemory.Free(block);
        return {|FFI1014:span[0]|};
    }
}
unsafe class Right
{
    public static byte Run(int length)
    {
        byte* block = (byte*)NativeMemory.Alloc((nuint)length);
        var span = new Span<byte>(block, length);
        span.Clear();
        byte first = span[0];
        NativeMemory.Free(block);
        return first;
    }
}

//// text: bytes without a NUL go to puts
unsafe class Bug
{
    public static void Print(string text)
    {
        byte[] utf8 = Encoding.UTF8.GetBytes(text);
        fixed (byte* p = utf8) Libc.puts({|FFI1022:p|});
    }
    public static int Text() { ReadOnlySpan<byte> name = [(byte)'a', (byte)'b']; fixed (byte* p = name) return Codec.codec_text({|FFI1022:p|}); }
}
unsafe class Right
{
    public static void Print(string text)
    {
        byte[] utf8 = Encoding.UTF8.GetBytes(text + '\0');
        fixed (byte* p = utf8) Libc.puts(p);
    }
    public static int Text() { fixed (byte* p = "ab"u8) return Codec.codec_text(p); }
    public static void PrintTerminated(string text)
    {
        byte[] utf8 = new byte[Encoding.UTF8.GetByteCount(text) + 1];
        Encoding.UTF8.GetBytes(text, utf8);
        fixed (byte* p = utf8) Libc.puts(p);
    }
}

//// text: a slice of a literal loses its NUL
unsafe class Bug
{
    public static nuint Length() { ReadOnlySpan<byte> key = "name=value"u8.Slice(0, 4); fixed (byte* p = key) return Libc.strlen({|FFI1022:p|}); }
}
unsafe class Right
{
    public static nuint Length() { ReadOnlySpan<byte> key = "name=value"u8[5..]; fixed (byte* p = key) return Libc.strlen(p); }
}

//// out string: declared [Out] string, which the callee writes into
static unsafe class Bug
{
    [DllImport("n")] public static extern int get_name([Out] string {|FFI1020:name|}, int capacity);
}
static unsafe class Right
{
    [DllImport("n")] public static extern int get_name([Out] StringBuilder name, int capacity);
    [DllImport("n")] public static extern int get_text([Out] char[] name, int capacity);
    [DllImport("n")] public static extern int put_text(out string name);
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

//// string: reversed in place by a span over its characters
static unsafe class Bug
{
    public static void Reverse(string text)
    {
        fixed (char* first = text)
        {
            var characters = new Span<char>(first, text.Length);
            {|FFI1020:characters|}.Reverse();
        }
    }
}
static unsafe class Right
{
    public static string Reverse(string text)
    {
        char[] characters = text.ToCharArray();
        characters.AsSpan().Reverse();
        return new(characters);
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
