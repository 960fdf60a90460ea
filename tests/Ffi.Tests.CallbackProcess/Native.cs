namespace Ffi.Tests.CallbackProcess;

[NativeLibrary("benchmarktest")]
internal static partial class Native
{
    [NativeFunction("keep")] public static partial void Keep(nint function);

    // A lie, as a careless binding tells it: C keeps the pointer, and the parameter does not say so.
    [NativeFunction("keep")] public static partial void KeepLent(Func<int, int, int> function);

    [NativeFunction("call_kept")] public static partial int CallKept(int left, int right);

    [NativeFunction("call_forever")] public static partial void CallForever(nint function, int threads);
}
