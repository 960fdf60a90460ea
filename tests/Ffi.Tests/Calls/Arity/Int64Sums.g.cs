// Written by AritySource; `UPDATE_SNAPSHOTS=1 dotnet test tests/Ffi.Tests` writes it anew.
namespace Ffi.Tests.Calls.Arity;

[NativeLibrary("benchmarktest")]
internal static partial class Int64Sums
{
    [NativeFunction("sum_int64_0")]
    internal static partial long Sum0();
    [NativeFunction("weigh_int64_0")]
    internal static partial long Weigh0();
    [NativeFunction("sum_int64_1")]
    internal static partial long Sum1(long a1);
    [NativeFunction("weigh_int64_1")]
    internal static partial long Weigh1(long a1);
    [NativeFunction("sum_int64_2")]
    internal static partial long Sum2(long a1, long a2);
    [NativeFunction("weigh_int64_2")]
    internal static partial long Weigh2(long a1, long a2);
    [NativeFunction("sum_int64_3")]
    internal static partial long Sum3(long a1, long a2, long a3);
    [NativeFunction("weigh_int64_3")]
    internal static partial long Weigh3(long a1, long a2, long a3);
    [NativeFunction("sum_int64_4")]
    internal static partial long Sum4(long a1, long a2, long a3, long a4);
    [NativeFunction("weigh_int64_4")]
    internal static partial long Weigh4(long a1, long a2, long a3, long a4);
    [NativeFunction("sum_int64_5")]
    internal static partial long Sum5(long a1, long a2, long a3, long a4, long a5);
    [NativeFunction("weigh_int64_5")]
    internal static partial long Weigh5(long a1, long a2, long a3, long a4, long a5);
    [NativeFunction("sum_int64_6")]
    internal static partial long Sum6(long a1, long a2, long a3, long a4, long a5, long a6);
    [NativeFunction("weigh_int64_6")]
    internal static partial long Weigh6(long a1, long a2, long a3, long a4, long a5, long a6);
    [NativeFunction("sum_int64_7")]
    internal static partial long Sum7(long a1, long a2, long a3, long a4, long a5, long a6, long a7);
    [NativeFunction("weigh_int64_7")]
    internal static partial long Weigh7(long a1, long a2, long a3, long a4, long a5, long a6, long a7);
    [NativeFunction("sum_int64_8")]
    internal static partial long Sum8(long a1, long a2, long a3, long a4, long a5, long a6, long a7, long a8);
    [NativeFunction("weigh_int64_8")]
    internal static partial long Weigh8(long a1, long a2, long a3, long a4, long a5, long a6, long a7, long a8);
    [NativeFunction("sum_int64_9")]
    internal static partial long Sum9(long a1, long a2, long a3, long a4, long a5, long a6, long a7, long a8, long a9);
    [NativeFunction("weigh_int64_9")]
    internal static partial long Weigh9(long a1, long a2, long a3, long a4, long a5, long a6, long a7, long a8, long a9);
    [NativeFunction("sum_int64_10")]
    internal static partial long Sum10(long a1, long a2, long a3, long a4, long a5, long a6, long a7, long a8, long a9, long a10);
    [NativeFunction("weigh_int64_10")]
    internal static partial long Weigh10(long a1, long a2, long a3, long a4, long a5, long a6, long a7, long a8, long a9, long a10);
    [NativeFunction("sum_int64_11")]
    internal static partial long Sum11(long a1, long a2, long a3, long a4, long a5, long a6, long a7, long a8, long a9, long a10, long a11);
    [NativeFunction("weigh_int64_11")]
    internal static partial long Weigh11(long a1, long a2, long a3, long a4, long a5, long a6, long a7, long a8, long a9, long a10, long a11);
    [NativeFunction("sum_int64_12")]
    internal static partial long Sum12(long a1, long a2, long a3, long a4, long a5, long a6, long a7, long a8, long a9, long a10, long a11, long a12);
    [NativeFunction("weigh_int64_12")]
    internal static partial long Weigh12(long a1, long a2, long a3, long a4, long a5, long a6, long a7, long a8, long a9, long a10, long a11, long a12);
    [NativeFunction("sum_int64_13")]
    internal static partial long Sum13(long a1, long a2, long a3, long a4, long a5, long a6, long a7, long a8, long a9, long a10, long a11, long a12, long a13);
    [NativeFunction("weigh_int64_13")]
    internal static partial long Weigh13(long a1, long a2, long a3, long a4, long a5, long a6, long a7, long a8, long a9, long a10, long a11, long a12, long a13);
    [NativeFunction("sum_int64_14")]
    internal static partial long Sum14(long a1, long a2, long a3, long a4, long a5, long a6, long a7, long a8, long a9, long a10, long a11, long a12, long a13, long a14);
    [NativeFunction("weigh_int64_14")]
    internal static partial long Weigh14(long a1, long a2, long a3, long a4, long a5, long a6, long a7, long a8, long a9, long a10, long a11, long a12, long a13, long a14);
    [NativeFunction("sum_int64_15")]
    internal static partial long Sum15(long a1, long a2, long a3, long a4, long a5, long a6, long a7, long a8, long a9, long a10, long a11, long a12, long a13, long a14, long a15);
    [NativeFunction("weigh_int64_15")]
    internal static partial long Weigh15(long a1, long a2, long a3, long a4, long a5, long a6, long a7, long a8, long a9, long a10, long a11, long a12, long a13, long a14, long a15);
    [NativeFunction("sum_int64_20")]
    internal static partial long Sum20(long a1, long a2, long a3, long a4, long a5, long a6, long a7, long a8, long a9, long a10, long a11, long a12, long a13, long a14, long a15, long a16, long a17, long a18, long a19, long a20);
    [NativeFunction("weigh_int64_20")]
    internal static partial long Weigh20(long a1, long a2, long a3, long a4, long a5, long a6, long a7, long a8, long a9, long a10, long a11, long a12, long a13, long a14, long a15, long a16, long a17, long a18, long a19, long a20);
    [NativeFunction("sum_int64_32")]
    internal static partial long Sum32(long a1, long a2, long a3, long a4, long a5, long a6, long a7, long a8, long a9, long a10, long a11, long a12, long a13, long a14, long a15, long a16, long a17, long a18, long a19, long a20, long a21, long a22, long a23, long a24, long a25, long a26, long a27, long a28, long a29, long a30, long a31, long a32);
    [NativeFunction("weigh_int64_32")]
    internal static partial long Weigh32(long a1, long a2, long a3, long a4, long a5, long a6, long a7, long a8, long a9, long a10, long a11, long a12, long a13, long a14, long a15, long a16, long a17, long a18, long a19, long a20, long a21, long a22, long a23, long a24, long a25, long a26, long a27, long a28, long a29, long a30, long a31, long a32);

    internal static readonly ArityCase<long, long>[] Cases =
    [
        new(0, a => Sum0(), a => Weigh0()),
        new(1, a => Sum1(a[0]), a => Weigh1(a[0])),
        new(2, a => Sum2(a[0], a[1]), a => Weigh2(a[0], a[1])),
        new(3, a => Sum3(a[0], a[1], a[2]), a => Weigh3(a[0], a[1], a[2])),
        new(4, a => Sum4(a[0], a[1], a[2], a[3]), a => Weigh4(a[0], a[1], a[2], a[3])),
        new(5, a => Sum5(a[0], a[1], a[2], a[3], a[4]), a => Weigh5(a[0], a[1], a[2], a[3], a[4])),
        new(6, a => Sum6(a[0], a[1], a[2], a[3], a[4], a[5]), a => Weigh6(a[0], a[1], a[2], a[3], a[4], a[5])),
        new(7, a => Sum7(a[0], a[1], a[2], a[3], a[4], a[5], a[6]), a => Weigh7(a[0], a[1], a[2], a[3], a[4], a[5], a[6])),
        new(8, a => Sum8(a[0], a[1], a[2], a[3], a[4], a[5], a[6], a[7]), a => Weigh8(a[0], a[1], a[2], a[3], a[4], a[5], a[6], a[7])),
        new(9, a => Sum9(a[0], a[1], a[2], a[3], a[4], a[5], a[6], a[7], a[8]), a => Weigh9(a[0], a[1], a[2], a[3], a[4], a[5], a[6], a[7], a[8])),
        new(10, a => Sum10(a[0], a[1], a[2], a[3], a[4], a[5], a[6], a[7], a[8], a[9]), a => Weigh10(a[0], a[1], a[2], a[3], a[4], a[5], a[6], a[7], a[8], a[9])),
        new(11, a => Sum11(a[0], a[1], a[2], a[3], a[4], a[5], a[6], a[7], a[8], a[9], a[10]), a => Weigh11(a[0], a[1], a[2], a[3], a[4], a[5], a[6], a[7], a[8], a[9], a[10])),
        new(12, a => Sum12(a[0], a[1], a[2], a[3], a[4], a[5], a[6], a[7], a[8], a[9], a[10], a[11]), a => Weigh12(a[0], a[1], a[2], a[3], a[4], a[5], a[6], a[7], a[8], a[9], a[10], a[11])),
        new(13, a => Sum13(a[0], a[1], a[2], a[3], a[4], a[5], a[6], a[7], a[8], a[9], a[10], a[11], a[12]), a => Weigh13(a[0], a[1], a[2], a[3], a[4], a[5], a[6], a[7], a[8], a[9], a[10], a[11], a[12])),
        new(14, a => Sum14(a[0], a[1], a[2], a[3], a[4], a[5], a[6], a[7], a[8], a[9], a[10], a[11], a[12], a[13]), a => Weigh14(a[0], a[1], a[2], a[3], a[4], a[5], a[6], a[7], a[8], a[9], a[10], a[11], a[12], a[13])),
        new(15, a => Sum15(a[0], a[1], a[2], a[3], a[4], a[5], a[6], a[7], a[8], a[9], a[10], a[11], a[12], a[13], a[14]), a => Weigh15(a[0], a[1], a[2], a[3], a[4], a[5], a[6], a[7], a[8], a[9], a[10], a[11], a[12], a[13], a[14])),
        new(20, a => Sum20(a[0], a[1], a[2], a[3], a[4], a[5], a[6], a[7], a[8], a[9], a[10], a[11], a[12], a[13], a[14], a[15], a[16], a[17], a[18], a[19]), a => Weigh20(a[0], a[1], a[2], a[3], a[4], a[5], a[6], a[7], a[8], a[9], a[10], a[11], a[12], a[13], a[14], a[15], a[16], a[17], a[18], a[19])),
        new(32, a => Sum32(a[0], a[1], a[2], a[3], a[4], a[5], a[6], a[7], a[8], a[9], a[10], a[11], a[12], a[13], a[14], a[15], a[16], a[17], a[18], a[19], a[20], a[21], a[22], a[23], a[24], a[25], a[26], a[27], a[28], a[29], a[30], a[31]), a => Weigh32(a[0], a[1], a[2], a[3], a[4], a[5], a[6], a[7], a[8], a[9], a[10], a[11], a[12], a[13], a[14], a[15], a[16], a[17], a[18], a[19], a[20], a[21], a[22], a[23], a[24], a[25], a[26], a[27], a[28], a[29], a[30], a[31])),
    ];
}
