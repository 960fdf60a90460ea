namespace Ffi.Tests.Calls;

/// <summary>Functions whose result is what they leave behind, a total of the calling thread.</summary>
[NativeLibrary("benchmarktest")]
internal static partial class VoidFunctions
{
    [NativeFunction("nothing")] internal static partial void Nothing();
    [NativeFunction("add_to_total")] internal static partial void AddToTotal(long value);
    [NativeFunction("take_total")] internal static partial long TakeTotal();
}
