// Written by AritySource; `UPDATE_SNAPSHOTS=1 dotnet test tests/Ffi.Tests` writes it anew.
namespace Ffi.Tests.Calls.Arity;

[NativeLibrary("benchmarktest")]
internal static partial class Int16Sums
{
    [NativeFunction("sum_int16_1")]
    internal static partial long Sum1(short a1);
    [NativeFunction("weigh_int16_1")]
    internal static partial long Weigh1(short a1);
    [NativeFunction("sum_int16_2")]
    internal static partial long Sum2(short a1, short a2);
    [NativeFunction("weigh_int16_2")]
    internal static partial long Weigh2(short a1, short a2);
    [NativeFunction("sum_int16_3")]
    internal static partial long Sum3(short a1, short a2, short a3);
    [NativeFunction("weigh_int16_3")]
    internal static partial long Weigh3(short a1, short a2, short a3);
    [NativeFunction("sum_int16_5")]
    internal static partial long Sum5(short a1, short a2, short a3, short a4, short a5);
    [NativeFunction("weigh_int16_5")]
    internal static partial long Weigh5(short a1, short a2, short a3, short a4, short a5);
    [NativeFunction("sum_int16_10")]
    internal static partial long Sum10(short a1, short a2, short a3, short a4, short a5, short a6, short a7, short a8, short a9, short a10);
    [NativeFunction("weigh_int16_10")]
    internal static partial long Weigh10(short a1, short a2, short a3, short a4, short a5, short a6, short a7, short a8, short a9, short a10);
    [NativeFunction("sum_int16_14")]
    internal static partial long Sum14(short a1, short a2, short a3, short a4, short a5, short a6, short a7, short a8, short a9, short a10, short a11, short a12, short a13, short a14);
    [NativeFunction("weigh_int16_14")]
    internal static partial long Weigh14(short a1, short a2, short a3, short a4, short a5, short a6, short a7, short a8, short a9, short a10, short a11, short a12, short a13, short a14);
    [NativeFunction("sum_int16_15")]
    internal static partial long Sum15(short a1, short a2, short a3, short a4, short a5, short a6, short a7, short a8, short a9, short a10, short a11, short a12, short a13, short a14, short a15);
    [NativeFunction("weigh_int16_15")]
    internal static partial long Weigh15(short a1, short a2, short a3, short a4, short a5, short a6, short a7, short a8, short a9, short a10, short a11, short a12, short a13, short a14, short a15);
    [NativeFunction("sum_int16_20")]
    internal static partial long Sum20(short a1, short a2, short a3, short a4, short a5, short a6, short a7, short a8, short a9, short a10, short a11, short a12, short a13, short a14, short a15, short a16, short a17, short a18, short a19, short a20);
    [NativeFunction("weigh_int16_20")]
    internal static partial long Weigh20(short a1, short a2, short a3, short a4, short a5, short a6, short a7, short a8, short a9, short a10, short a11, short a12, short a13, short a14, short a15, short a16, short a17, short a18, short a19, short a20);
    [NativeFunction("sum_int16_32")]
    internal static partial long Sum32(short a1, short a2, short a3, short a4, short a5, short a6, short a7, short a8, short a9, short a10, short a11, short a12, short a13, short a14, short a15, short a16, short a17, short a18, short a19, short a20, short a21, short a22, short a23, short a24, short a25, short a26, short a27, short a28, short a29, short a30, short a31, short a32);
    [NativeFunction("weigh_int16_32")]
    internal static partial long Weigh32(short a1, short a2, short a3, short a4, short a5, short a6, short a7, short a8, short a9, short a10, short a11, short a12, short a13, short a14, short a15, short a16, short a17, short a18, short a19, short a20, short a21, short a22, short a23, short a24, short a25, short a26, short a27, short a28, short a29, short a30, short a31, short a32);

    internal static readonly ArityCase<short, long>[] Cases =
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
