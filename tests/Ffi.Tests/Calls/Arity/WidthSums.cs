namespace Ffi.Tests.Calls.Arity;

/// <summary>Every width of integer and float in turn, past the last register of each kind.</summary>
[NativeLibrary("benchmarktest")]
internal static partial class WidthSums
{
    [NativeFunction("weigh_widths_24")]
    internal static partial double Weigh24(
        sbyte a1, float a2, byte a3, double a4, short a5, float a6, ushort a7, double a8,
        int a9, float a10, uint a11, double a12, long a13, float a14, ulong a15, double a16,
        sbyte a17, float a18, byte a19, double a20, short a21, float a22, ushort a23, double a24);
}
