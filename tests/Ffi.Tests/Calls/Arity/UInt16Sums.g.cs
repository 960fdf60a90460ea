// Written by AritySource; `UPDATE_SNAPSHOTS=1 dotnet test tests/Ffi.Tests` writes it anew.
namespace Ffi.Tests.Calls.Arity;

[NativeLibrary("benchmarktest")]
internal static partial class UInt16Sums
{
    [NativeFunction("sum_uint16_1")]
    internal static partial ulong Sum1(ushort a1);
    [NativeFunction("weigh_uint16_1")]
    internal static partial ulong Weigh1(ushort a1);
    [NativeFunction("sum_uint16_2")]
    internal static partial ulong Sum2(ushort a1, ushort a2);
    [NativeFunction("weigh_uint16_2")]
    internal static partial ulong Weigh2(ushort a1, ushort a2);
    [NativeFunction("sum_uint16_3")]
    internal static partial ulong Sum3(ushort a1, ushort a2, ushort a3);
    [NativeFunction("weigh_uint16_3")]
    internal static partial ulong Weigh3(ushort a1, ushort a2, ushort a3);
    [NativeFunction("sum_uint16_5")]
    internal static partial ulong Sum5(ushort a1, ushort a2, ushort a3, ushort a4, ushort a5);
    [NativeFunction("weigh_uint16_5")]
    internal static partial ulong Weigh5(ushort a1, ushort a2, ushort a3, ushort a4, ushort a5);
    [NativeFunction("sum_uint16_10")]
    internal static partial ulong Sum10(ushort a1, ushort a2, ushort a3, ushort a4, ushort a5, ushort a6, ushort a7, ushort a8, ushort a9, ushort a10);
    [NativeFunction("weigh_uint16_10")]
    internal static partial ulong Weigh10(ushort a1, ushort a2, ushort a3, ushort a4, ushort a5, ushort a6, ushort a7, ushort a8, ushort a9, ushort a10);
    [NativeFunction("sum_uint16_14")]
    internal static partial ulong Sum14(ushort a1, ushort a2, ushort a3, ushort a4, ushort a5, ushort a6, ushort a7, ushort a8, ushort a9, ushort a10, ushort a11, ushort a12, ushort a13, ushort a14);
    [NativeFunction("weigh_uint16_14")]
    internal static partial ulong Weigh14(ushort a1, ushort a2, ushort a3, ushort a4, ushort a5, ushort a6, ushort a7, ushort a8, ushort a9, ushort a10, ushort a11, ushort a12, ushort a13, ushort a14);
    [NativeFunction("sum_uint16_15")]
    internal static partial ulong Sum15(ushort a1, ushort a2, ushort a3, ushort a4, ushort a5, ushort a6, ushort a7, ushort a8, ushort a9, ushort a10, ushort a11, ushort a12, ushort a13, ushort a14, ushort a15);
    [NativeFunction("weigh_uint16_15")]
    internal static partial ulong Weigh15(ushort a1, ushort a2, ushort a3, ushort a4, ushort a5, ushort a6, ushort a7, ushort a8, ushort a9, ushort a10, ushort a11, ushort a12, ushort a13, ushort a14, ushort a15);
    [NativeFunction("sum_uint16_20")]
    internal static partial ulong Sum20(ushort a1, ushort a2, ushort a3, ushort a4, ushort a5, ushort a6, ushort a7, ushort a8, ushort a9, ushort a10, ushort a11, ushort a12, ushort a13, ushort a14, ushort a15, ushort a16, ushort a17, ushort a18, ushort a19, ushort a20);
    [NativeFunction("weigh_uint16_20")]
    internal static partial ulong Weigh20(ushort a1, ushort a2, ushort a3, ushort a4, ushort a5, ushort a6, ushort a7, ushort a8, ushort a9, ushort a10, ushort a11, ushort a12, ushort a13, ushort a14, ushort a15, ushort a16, ushort a17, ushort a18, ushort a19, ushort a20);
    [NativeFunction("sum_uint16_32")]
    internal static partial ulong Sum32(ushort a1, ushort a2, ushort a3, ushort a4, ushort a5, ushort a6, ushort a7, ushort a8, ushort a9, ushort a10, ushort a11, ushort a12, ushort a13, ushort a14, ushort a15, ushort a16, ushort a17, ushort a18, ushort a19, ushort a20, ushort a21, ushort a22, ushort a23, ushort a24, ushort a25, ushort a26, ushort a27, ushort a28, ushort a29, ushort a30, ushort a31, ushort a32);
    [NativeFunction("weigh_uint16_32")]
    internal static partial ulong Weigh32(ushort a1, ushort a2, ushort a3, ushort a4, ushort a5, ushort a6, ushort a7, ushort a8, ushort a9, ushort a10, ushort a11, ushort a12, ushort a13, ushort a14, ushort a15, ushort a16, ushort a17, ushort a18, ushort a19, ushort a20, ushort a21, ushort a22, ushort a23, ushort a24, ushort a25, ushort a26, ushort a27, ushort a28, ushort a29, ushort a30, ushort a31, ushort a32);

    internal static readonly ArityCase<ushort, ulong>[] Cases =
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
