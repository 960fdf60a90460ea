// Written by AritySource; `UPDATE_SNAPSHOTS=1 dotnet test tests/Ffi.Tests` writes it anew.
namespace Ffi.Tests.Calls.Arity;

[NativeLibrary("benchmarktest")]
internal static partial class ByteSums
{
    [NativeFunction("sum_uint8_1")]
    internal static partial ulong Sum1(byte a1);
    [NativeFunction("weigh_uint8_1")]
    internal static partial ulong Weigh1(byte a1);
    [NativeFunction("sum_uint8_2")]
    internal static partial ulong Sum2(byte a1, byte a2);
    [NativeFunction("weigh_uint8_2")]
    internal static partial ulong Weigh2(byte a1, byte a2);
    [NativeFunction("sum_uint8_3")]
    internal static partial ulong Sum3(byte a1, byte a2, byte a3);
    [NativeFunction("weigh_uint8_3")]
    internal static partial ulong Weigh3(byte a1, byte a2, byte a3);
    [NativeFunction("sum_uint8_5")]
    internal static partial ulong Sum5(byte a1, byte a2, byte a3, byte a4, byte a5);
    [NativeFunction("weigh_uint8_5")]
    internal static partial ulong Weigh5(byte a1, byte a2, byte a3, byte a4, byte a5);
    [NativeFunction("sum_uint8_10")]
    internal static partial ulong Sum10(byte a1, byte a2, byte a3, byte a4, byte a5, byte a6, byte a7, byte a8, byte a9, byte a10);
    [NativeFunction("weigh_uint8_10")]
    internal static partial ulong Weigh10(byte a1, byte a2, byte a3, byte a4, byte a5, byte a6, byte a7, byte a8, byte a9, byte a10);
    [NativeFunction("sum_uint8_14")]
    internal static partial ulong Sum14(byte a1, byte a2, byte a3, byte a4, byte a5, byte a6, byte a7, byte a8, byte a9, byte a10, byte a11, byte a12, byte a13, byte a14);
    [NativeFunction("weigh_uint8_14")]
    internal static partial ulong Weigh14(byte a1, byte a2, byte a3, byte a4, byte a5, byte a6, byte a7, byte a8, byte a9, byte a10, byte a11, byte a12, byte a13, byte a14);
    [NativeFunction("sum_uint8_15")]
    internal static partial ulong Sum15(byte a1, byte a2, byte a3, byte a4, byte a5, byte a6, byte a7, byte a8, byte a9, byte a10, byte a11, byte a12, byte a13, byte a14, byte a15);
    [NativeFunction("weigh_uint8_15")]
    internal static partial ulong Weigh15(byte a1, byte a2, byte a3, byte a4, byte a5, byte a6, byte a7, byte a8, byte a9, byte a10, byte a11, byte a12, byte a13, byte a14, byte a15);
    [NativeFunction("sum_uint8_20")]
    internal static partial ulong Sum20(byte a1, byte a2, byte a3, byte a4, byte a5, byte a6, byte a7, byte a8, byte a9, byte a10, byte a11, byte a12, byte a13, byte a14, byte a15, byte a16, byte a17, byte a18, byte a19, byte a20);
    [NativeFunction("weigh_uint8_20")]
    internal static partial ulong Weigh20(byte a1, byte a2, byte a3, byte a4, byte a5, byte a6, byte a7, byte a8, byte a9, byte a10, byte a11, byte a12, byte a13, byte a14, byte a15, byte a16, byte a17, byte a18, byte a19, byte a20);
    [NativeFunction("sum_uint8_32")]
    internal static partial ulong Sum32(byte a1, byte a2, byte a3, byte a4, byte a5, byte a6, byte a7, byte a8, byte a9, byte a10, byte a11, byte a12, byte a13, byte a14, byte a15, byte a16, byte a17, byte a18, byte a19, byte a20, byte a21, byte a22, byte a23, byte a24, byte a25, byte a26, byte a27, byte a28, byte a29, byte a30, byte a31, byte a32);
    [NativeFunction("weigh_uint8_32")]
    internal static partial ulong Weigh32(byte a1, byte a2, byte a3, byte a4, byte a5, byte a6, byte a7, byte a8, byte a9, byte a10, byte a11, byte a12, byte a13, byte a14, byte a15, byte a16, byte a17, byte a18, byte a19, byte a20, byte a21, byte a22, byte a23, byte a24, byte a25, byte a26, byte a27, byte a28, byte a29, byte a30, byte a31, byte a32);

    internal static readonly ArityCase<byte, ulong>[] Cases =
    [
        new(1, a => Sum1(a[0]), a => Weigh1(a[0])),
        new(2, a => Sum2(a[0], a[1]), a => Weigh2(a[0], a[1])),
        new(3, a => Sum3(a[0], a[1], a[2]), a => Weigh3(a[0], a[1], a[2])),
        new(5, a => Sum5(a[0], a[1], a[2], a[3], a[4]), a => Weigh5(a[0], a[1], a[2], a[3], a[4])),
        new(10, a => Sum10(a[0], a[1], a[2], a[3], a[4], a[5], a[6], a[7], a[8], a[9]), a => Weigh10(a[0], a[1], a[2], a[3], a[4], a[5], a[6], a[7], a[8], a[9])),
        new(14, a => Sum14(a[0], a[1], a[2], a[3], a[4], a[5], a[6], a[7], a[8], a[9], a[10], a[11], a[12], a[13]), a => Weigh14(a[0], a[1], a[2], a[3], a[4], a[5], a[6], a[7], a[8], a[9], a[10], a[11], a[12], a[13])),
        new(15, a => Sum15(a[0], a[1], a[2], a[3], a[4], a[5], a[6], a[7], a[8], a[9], a[10], a[11], a[12], a[13], a[14]), a => Weigh15(a[0], a[1], a[2], a[3], a[4], a[5], a[6], a[7], a[8], a[9], a[10], a[11], a[12], a[13], a[14])),
        new(20, a => Sum20(a[0], a[1], a[2], a[3], a[4], a[5], a[6], a[7], a[8], a[9], a[10], a[11], a[12], a[13], a[14], a[15], a[16], a[17], a[18], a[19]), a => Weigh20(a[0], a[1], a[2], a[3], a[4], a[5], a[6], a[7], a[8], a[9], a[10], a[11], a[12], a[13], a[14], a[15], a[16], a[17], a[18], a[19])),
        new(32, a => Sum32(a[0], a[1], a[2], a[3], a[4], a[5], a[6], a[7], a[8], a[9], a[10], a[11], a[12], a[13], a[14], a[15], a[16], a[17], a[18], a[19], a[20], a[21], a[22], a[23], a[24], a[25], a[26], a[27], a[28], a[29], a[30], a[31]), a => Weigh32(a[0], a[1], a[2], a[3], a[4], a[5], a[6], a[7], a[8], a[9], a[10], a[11], a[12], a[13], a[14], a[15], a[16], a[17], a[18], a[19], a[20], a[21], a[22], a[23], a[24], a[25], a[26], a[27], a[28], a[29], a[30], a[31])),
    ];
}
