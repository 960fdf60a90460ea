namespace Ffi.Tests.Callbacks;

/// <summary>The fixture's functions that call back, with callbacks as bare addresses.</summary>
[NativeLibrary("benchmarktest")]
internal static partial class CallbackFixture
{
    [NativeFunction("fold_int32")] public static partial int Fold(nint function, int count);

    [NativeFunction("call_many")] public static partial long CallMany(nint function, int count);

    [NativeFunction("keep")] public static partial void Keep(nint function);

    [NativeFunction("call_kept")] public static partial int CallKept(int left, int right);

    [NativeFunction("call_from_threads")] public static partial long CallFromThreads(nint function, int threads, int count);

    [NativeFunction("call_forever")] public static partial void CallForever(nint function, int threads);

    [NativeFunction("pass_char")] public static partial char PassChar(nint function, char value);

    [NativeFunction("pass_point")] public static partial Point PassPoint(nint function, Point value);

    [NativeFunction("pass_every_kind")] public static partial bool PassEveryKind(nint function, in EveryKind values);

    [NativeFunction("pass_texts")] public static partial int PassTexts(nint function, ReadOnlySpan<byte> narrow, ReadOnlySpan<ushort> wide);

    [NativeFunction("pass_reference")] public static partial double PassReference(nint function, ref Point value);
}
