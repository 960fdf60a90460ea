namespace Ffi.Tests.Marshalling;

/// <summary>What the C library's allocator has given out, and how to leak some.</summary>
[NativeLibrary("benchmarktest")]
internal static partial class HeapFunctions
{
    [NativeFunction("heap_bytes")] internal static partial long Bytes();
    [NativeFunction("text_new")] internal static partial nint Leak(int length);
}
