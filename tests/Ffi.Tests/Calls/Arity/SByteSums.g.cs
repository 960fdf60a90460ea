// Written by AritySource; `UPDATE_SNAPSHOTS=1 dotnet test tests/Ffi.Tests` writes it anew.
namespace Ffi.Tests.Calls.Arity;

[NativeLibrary("benchmarktest")]
internal static partial class SByteSums
{
    [NativeFunction("sum_int8_1")]
    internal static partial long Sum1(sbyte a1);
    [NativeFunction("weigh_int8_1")]
    internal static partial long Weigh1(sbyte a1);
    [NativeFunction("sum_int8_2")]
    internal static partial long Sum2(sbyte a1, sbyte a2);
    [NativeFunction("weigh_int8_2")]
    internal static partial long Weigh2(sbyte a1, sbyte a2);
    [NativeFunction("sum_int8_3")]
    internal static partial long Sum3(sbyte a1, sbyte a2, sbyte a3);
    [NativeFunction("weigh_int8_3")]
    internal static partial long Weigh3(sbyte a1, sbyte a2, sbyte a3);
    [NativeFunction("sum_int8_5")]
    internal static partial long Sum5(sbyte a1, sbyte a2, sbyte a3, sbyte a4, sbyte a5);
    [NativeFunction("weigh_int8_5")]
    internal static partial long Weigh5(sbyte a1, sbyte a2, sbyte a3, sbyte a4, sbyte a5);
    [NativeFunction("sum_int8_10")]
    internal static partial long Sum10(sbyte a1, sbyte a2, sbyte a3, sbyte a4, sbyte a5, sbyte a6, sbyte a7, sbyte a8, sbyte a9, sbyte a10);
    [NativeFunction("weigh_int8_10")]
    internal static partial long Weigh10(sbyte a1, sbyte a2, sbyte a3, sbyte a4, sbyte a5, sbyte a6, sbyte a7, sbyte a8, sbyte a9, sbyte a10);
    [NativeFunction("sum_int8_14")]
    internal static partial long Sum14(sbyte a1, sbyte a2, sbyte a3, sbyte a4, sbyte a5, sbyte a6, sbyte a7, sbyte a8, sbyte a9, sbyte a10, sbyte a11, sbyte a12, sbyte a13, sbyte a14);
    [NativeFunction("weigh_int8_14")]
    internal static partial long Weigh14(sbyte a1, sbyte a2, sbyte a3, sbyte a4, sbyte a5, sbyte a6, sbyte a7, sbyte a8, sbyte a9, sbyte a10, sbyte a11, sbyte a12, sbyte a13, sbyte a14);
    [NativeFunction("sum_int8_15")]
    internal static partial long Sum15(sbyte a1, sbyte a2, sbyte a3, sbyte a4, sbyte a5, sbyte a6, sbyte a7, sbyte a8, sbyte a9, sbyte a10, sbyte a11, sbyte a12, sbyte a13, sbyte a14, sbyte a15);
    [NativeFunction("weigh_int8_15")]
    internal static partial long Weigh15(sbyte a1, sbyte a2, sbyte a3, sbyte a4, sbyte a5, sbyte a6, sbyte a7, sbyte a8, sbyte a9, sbyte a10, sbyte a11, sbyte a12, sbyte a13, sbyte a14, sbyte a15);
    [NativeFunction("sum_int8_20")]
    internal static partial long Sum20(sbyte a1, sbyte a2, sbyte a3, sbyte a4, sbyte a5, sbyte a6, sbyte a7, sbyte a8, sbyte a9, sbyte a10, sbyte a11, sbyte a12, sbyte a13, sbyte a14, sbyte a15, sbyte a16, sbyte a17, sbyte a18, sbyte a19, sbyte a20);
    [NativeFunction("weigh_int8_20")]
    internal static partial long Weigh20(sbyte a1, sbyte a2, sbyte a3, sbyte a4, sbyte a5, sbyte a6, sbyte a7, sbyte a8, sbyte a9, sbyte a10, sbyte a11, sbyte a12, sbyte a13, sbyte a14, sbyte a15, sbyte a16, sbyte a17, sbyte a18, sbyte a19, sbyte a20);
    [NativeFunction("sum_int8_32")]
    internal static partial long Sum32(sbyte a1, sbyte a2, sbyte a3, sbyte a4, sbyte a5, sbyte a6, sbyte a7, sbyte a8, sbyte a9, sbyte a10, sbyte a11, sbyte a12, sbyte a13, sbyte a14, sbyte a15, sbyte a16, sbyte a17, sbyte a18, sbyte a19, sbyte a20, sbyte a21, sbyte a22, sbyte a23, sbyte a24, sbyte a25, sbyte a26, sbyte a27, sbyte a28, sbyte a29, sbyte a30, sbyte a31, sbyte a32);
    [NativeFunction("weigh_int8_32")]
    internal static partial long Weigh32(sbyte a1, sbyte a2, sbyte a3, sbyte a4, sbyte a5, sbyte a6, sbyte a7, sbyte a8, sbyte a9, sbyte a10, sbyte a11, sbyte a12, sbyte a13, sbyte a14, sbyte a15, sbyte a16, sbyte a17, sbyte a18, sbyte a19, sbyte a20, sbyte a21, sbyte a22, sbyte a23, sbyte a24, sbyte a25, sbyte a26, sbyte a27, sbyte a28, sbyte a29, sbyte a30, sbyte a31, sbyte a32);

    internal static readonly ArityCase<sbyte, long>[] Cases =
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
