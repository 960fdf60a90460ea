namespace Ffi.Tests.Callbacks;

/// <summary>The fixture's functions that call back, with delegates that live for the call.</summary>
[NativeLibrary("benchmarktest")]
internal static partial class LentCallbacks
{
    [NativeFunction("fold_int32")] public static partial int Fold(Func<int, int, int> function, int count);

    [NativeFunction("fold_int32")]
    public static partial int FoldOrMinusOne([NativeCallback(Default = -1)] Func<int, int, int> function, int count);

    [NativeFunction("fold_int32")]
    public static partial int FoldOnward(
        [NativeCallback(Default = -1, ContinueAfterException = true)] Func<int, int, int> function,
        int count);

    [NativeFunction("call_once")] public static partial int CallOnce(Func<int, int, int> function, int value);

    [NativeFunction("call_if_any")] public static partial int CallIfAny(Func<int, int, int>? function, int otherwise);

    [NativeFunction("call_in_turn")] public static partial long CallInTurn(Func<int, bool>? more, Action<int> step, int limit);

    [NativeFunction("call_from_threads")] public static partial long CallFromThreads(Func<int, int, int> function, int threads, int count);

    [NativeFunction("pass_every_kind")] public static partial bool PassEveryKind(TakeEveryKind function, in EveryKind values);

    [NativeFunction("pass_reference")] public static partial double PassReference(TakeReference function, ref Point value);

    [NativeFunction("pass_point")] public static partial Point PassPoint(Func<Point, Point> function, Point value);

    [NativeFunction("pass_char")] public static partial char PassChar(Func<char, char> function, char value);

    [NativeFunction("pass_chunks")] public static partial nuint PassChunks(TakeChunk write, string text, nuint chunk, nint user);

    [NativeFunction("pass_texts")]
    public static partial int PassTexts(TakeTexts function, ReadOnlySpan<byte> narrow, ReadOnlySpan<ushort> wide);

    [NativeFunction("pass_texts")]
    public static partial int PassTextViews(TakeTextViews function, ReadOnlySpan<byte> narrow, ReadOnlySpan<ushort> wide);

    [NativeFunction("pass_itself")] public static partial void PassItself(Action<nint> function);

    [NativeFunction("tell_answer")]
    public static partial void TellAnswer(
        [NativeCallback(Default = -1)] Func<int, int, int> function, [NativeCallback(ContinueAfterException = true)] Action<int> tell);

    [NativeFunction("keep")] public static partial void Keep([Retained(Until = "keep")] NativeCallback<Func<int, int, int>>? function);

    [NativeFunction("call_kept")] public static partial int CallKept(int left, int right);
}

public delegate nuint TakeChunk([LengthFrom("size", "count")] ReadOnlySpan<byte> data, nuint size, nuint count, nint user);

public delegate int TakeTexts(
    string narrow,
    [System.Runtime.InteropServices.MarshalAs(System.Runtime.InteropServices.UnmanagedType.LPWStr)] string? wide);

public delegate int TakeTextViews([NulTerminated] ReadOnlySpan<byte> narrow, [NulTerminated] ReadOnlySpan<char> wide);
