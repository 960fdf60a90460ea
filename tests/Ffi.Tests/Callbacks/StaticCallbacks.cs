namespace Ffi.Tests.Callbacks;

/// <summary>Static methods that native code calls.</summary>
internal static partial class StaticCallbacks
{
    public static (string Narrow, string Wide) Texts { get; private set; }

    [NativeCallback]
    public static int Subtract(int left, int right) => left - right;

    [NativeCallback]
    public static bool IsFlagged(
        bool flag,
        char letter,
        sbyte small,
        ushort word,
        long wide,
        float single,
        double real,
        Point place,
        Extent large
    ) => flag && new EveryKind(1, letter, small, word, wide, single, real, place, large) == EveryKind.Sample;

    [NativeCallback]
    public static char Next(char letter) => (char)(letter + 1);

    [NativeCallback]
    internal static double Swap(in Point before, ref Point after)
    {
        after = new(before.Y, before.X);
        return before.Y;
    }

    [NativeCallback]
    private static int Remember([NulTerminated] ReadOnlySpan<byte> narrow, [NulTerminated] ReadOnlySpan<char> wide)
    {
        Texts = (System.Text.Encoding.UTF8.GetString(narrow), wide.ToString());
        return narrow.Length - wide.Length;
    }

    [NativeCallback(OnException = OnException.Default, Default = -5)]
    public static int Refuse(int left, int right) => left == 1 ? throw new InvalidOperationException("refused") : left + right;

    [NativeCallback(OnException = OnException.Report)]
    public static int Complain(int left, int right) => throw new InvalidCastException("complaint");

    public static nint Remembering => RememberPointer;
}
