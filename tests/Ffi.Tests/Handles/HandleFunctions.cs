namespace Ffi.Tests.Handles;

/// <summary>Functions that open, read, replace and close handles.</summary>
[NativeLibrary("benchmarktest")]
internal static partial class HandleFunctions
{
    [NativeFunction("handle_open")] internal static partial CountedHandle Open(int value);
    [NativeFunction("handle_open_into")] internal static partial int Open(int value, out CountedHandle handle);
    [NativeFunction("handle_replace")] internal static partial int Replace(ref CountedHandle handle, int value);
    [NativeFunction("handle_close")] internal static partial int Close(nint handle);
    [NativeFunction("handle_close")] internal static partial int CloseOwned([Frees] CountedHandle handle);
    [NativeFunction("handle_open")] internal static partial RefusingHandle OpenRefusing(int value);
    [NativeFunction("handle_open_into")] internal static partial int OpenRefusing(int value, out RefusingHandle handle);
    [NativeFunction("handle_replace")] internal static partial int ReplaceRefusing(ref RefusingHandle handle, int value);
    [NativeFunction("handle_value")] internal static partial int Value(CountedHandle handle);
    [NativeFunction("handle_value")] internal static partial int BorrowedValue(BorrowedHandle<CountedHandle> handle);
    [NativeFunction("handle_weigh_2")] internal static partial int Weigh(CountedHandle first, CountedHandle second);
    [NativeFunction("handle_outstanding")] internal static partial long Outstanding();
}
