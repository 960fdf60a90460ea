namespace Ffi.Tests.CheckedProcess;

[NativeLibrary("faults")]
internal static partial class Native
{
    [NativeFunction("fill")] internal static partial void Fill(Span<byte> target, int offset, int count, byte value);
    [NativeFunction("keep")] internal static partial void Keep(Span<byte> target);
    [NativeFunction("write_kept")] internal static partial void WriteKept(int offset, byte value);
    [NativeFunction("read_kept_byte")] internal static partial int ReadKept(int offset);
    [NativeFunction("sum")] internal static partial int Sum(ReadOnlySpan<byte> bytes, int count);
}
