// A section is a program of its own: what Bug does is reported where marked, what Right does is not.

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

//// text: arrays made of literals and strings
unsafe class Bug
{
    public int Run() { byte[] b = "abc"u8.ToArray(); fixed (byte* p = b) return Codec.codec_text({|FFI1022:p|}); }
    public int Run2(string s) { byte[] b = Encoding.ASCII.GetBytes(s); fixed (byte* p = b) return Libc.puts({|FFI1022:p|}); }
}
unsafe class Right
{
    public int Run() { byte[] b = "abc\0"u8.ToArray(); fixed (byte* p = b) return Codec.codec_text(p); }
    public int Run2(string s) { byte[] b = Encoding.ASCII.GetBytes(s + "\0"); fixed (byte* p = b) return Libc.puts(p); }
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
