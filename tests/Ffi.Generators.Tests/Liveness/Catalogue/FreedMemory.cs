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

//// native memory: written after a conditional free
unsafe class Bug
{
    public void Run(bool a)
    {
        void* p = NativeMemory.Alloc(8);
        if (a) NativeMemory.Free(p);
        {|FFI1014:*(byte*)p|} = 1;
        if (!a) NativeMemory.Free(p);
    }
}
unsafe class Right
{
    public void Run(bool a)
    {
        void* p = NativeMemory.Alloc(8);
        *(byte*)p = 1;
        if (a) NativeMemory.Free(p);
        if (!a) NativeMemory.Free(p);
    }
}

//// native memory: a BSTR freed in finally by another family
class Bug
{
    public void Run(string s) { IntPtr b = Marshal.StringToBSTR(s); try { Codec.codec_control(b, 1); } finally { {|FFI1014:Marshal.FreeHGlobal(b)|}; } }
}
class Right
{
    public void Run(string s) { IntPtr b = Marshal.StringToBSTR(s); try { Codec.codec_control(b, 1); } finally { Marshal.FreeBSTR(b); } }
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
