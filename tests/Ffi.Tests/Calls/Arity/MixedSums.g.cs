// Written by AritySource; `UPDATE_SNAPSHOTS=1 dotnet test tests/Ffi.Tests` writes it anew.
namespace Ffi.Tests.Calls.Arity;

[NativeLibrary("benchmarktest")]
internal static partial class MixedSums
{
    [NativeFunction("sum_mixed_0")]
    internal static partial double Sum0();
    [NativeFunction("weigh_mixed_0")]
    internal static partial double Weigh0();
    [NativeFunction("sum_mixed_1")]
    internal static partial double Sum1(long a1);
    [NativeFunction("weigh_mixed_1")]
    internal static partial double Weigh1(long a1);
    [NativeFunction("sum_mixed_2")]
    internal static partial double Sum2(long a1, double a2);
    [NativeFunction("weigh_mixed_2")]
    internal static partial double Weigh2(long a1, double a2);
    [NativeFunction("sum_mixed_3")]
    internal static partial double Sum3(long a1, double a2, long a3);
    [NativeFunction("weigh_mixed_3")]
    internal static partial double Weigh3(long a1, double a2, long a3);
    [NativeFunction("sum_mixed_4")]
    internal static partial double Sum4(long a1, double a2, long a3, double a4);
    [NativeFunction("weigh_mixed_4")]
    internal static partial double Weigh4(long a1, double a2, long a3, double a4);
    [NativeFunction("sum_mixed_5")]
    internal static partial double Sum5(long a1, double a2, long a3, double a4, long a5);
    [NativeFunction("weigh_mixed_5")]
    internal static partial double Weigh5(long a1, double a2, long a3, double a4, long a5);
    [NativeFunction("sum_mixed_6")]
    internal static partial double Sum6(long a1, double a2, long a3, double a4, long a5, double a6);
    [NativeFunction("weigh_mixed_6")]
    internal static partial double Weigh6(long a1, double a2, long a3, double a4, long a5, double a6);
    [NativeFunction("sum_mixed_7")]
    internal static partial double Sum7(long a1, double a2, long a3, double a4, long a5, double a6, long a7);
    [NativeFunction("weigh_mixed_7")]
    internal static partial double Weigh7(long a1, double a2, long a3, double a4, long a5, double a6, long a7);
    [NativeFunction("sum_mixed_8")]
    internal static partial double Sum8(long a1, double a2, long a3, double a4, long a5, double a6, long a7, double a8);
    [NativeFunction("weigh_mixed_8")]
    internal static partial double Weigh8(long a1, double a2, long a3, double a4, long a5, double a6, long a7, double a8);
    [NativeFunction("sum_mixed_9")]
    internal static partial double Sum9(long a1, double a2, long a3, double a4, long a5, double a6, long a7, double a8, long a9);
    [NativeFunction("weigh_mixed_9")]
    internal static partial double Weigh9(long a1, double a2, long a3, double a4, long a5, double a6, long a7, double a8, long a9);
    [NativeFunction("sum_mixed_10")]
    internal static partial double Sum10(long a1, double a2, long a3, double a4, long a5, double a6, long a7, double a8, long a9, double a10);
    [NativeFunction("weigh_mixed_10")]
    internal static partial double Weigh10(long a1, double a2, long a3, double a4, long a5, double a6, long a7, double a8, long a9, double a10);
    [NativeFunction("sum_mixed_11")]
    internal static partial double Sum11(long a1, double a2, long a3, double a4, long a5, double a6, long a7, double a8, long a9, double a10, long a11);
    [NativeFunction("weigh_mixed_11")]
    internal static partial double Weigh11(long a1, double a2, long a3, double a4, long a5, double a6, long a7, double a8, long a9, double a10, long a11);
    [NativeFunction("sum_mixed_12")]
    internal static partial double Sum12(long a1, double a2, long a3, double a4, long a5, double a6, long a7, double a8, long a9, double a10, long a11, double a12);
    [NativeFunction("weigh_mixed_12")]
    internal static partial double Weigh12(long a1, double a2, long a3, double a4, long a5, double a6, long a7, double a8, long a9, double a10, long a11, double a12);
    [NativeFunction("sum_mixed_13")]
    internal static partial double Sum13(long a1, double a2, long a3, double a4, long a5, double a6, long a7, double a8, long a9, double a10, long a11, double a12, long a13);
    [NativeFunction("weigh_mixed_13")]
    internal static partial double Weigh13(long a1, double a2, long a3, double a4, long a5, double a6, long a7, double a8, long a9, double a10, long a11, double a12, long a13);
    [NativeFunction("sum_mixed_14")]
    internal static partial double Sum14(long a1, double a2, long a3, double a4, long a5, double a6, long a7, double a8, long a9, double a10, long a11, double a12, long a13, double a14);
    [NativeFunction("weigh_mixed_14")]
    internal static partial double Weigh14(long a1, double a2, long a3, double a4, long a5, double a6, long a7, double a8, long a9, double a10, long a11, double a12, long a13, double a14);
    [NativeFunction("sum_mixed_15")]
    internal static partial double Sum15(long a1, double a2, long a3, double a4, long a5, double a6, long a7, double a8, long a9, double a10, long a11, double a12, long a13, double a14, long a15);
    [NativeFunction("weigh_mixed_15")]
    internal static partial double Weigh15(long a1, double a2, long a3, double a4, long a5, double a6, long a7, double a8, long a9, double a10, long a11, double a12, long a13, double a14, long a15);
    [NativeFunction("sum_mixed_20")]
    internal static partial double Sum20(long a1, double a2, long a3, double a4, long a5, double a6, long a7, double a8, long a9, double a10, long a11, double a12, long a13, double a14, long a15, double a16, long a17, double a18, long a19, double a20);
    [NativeFunction("weigh_mixed_20")]
    internal static partial double Weigh20(long a1, double a2, long a3, double a4, long a5, double a6, long a7, double a8, long a9, double a10, long a11, double a12, long a13, double a14, long a15, double a16, long a17, double a18, long a19, double a20);
    [NativeFunction("sum_mixed_32")]
    internal static partial double Sum32(long a1, double a2, long a3, double a4, long a5, double a6, long a7, double a8, long a9, double a10, long a11, double a12, long a13, double a14, long a15, double a16, long a17, double a18, long a19, double a20, long a21, double a22, long a23, double a24, long a25, double a26, long a27, double a28, long a29, double a30, long a31, double a32);
    [NativeFunction("weigh_mixed_32")]
    internal static partial double Weigh32(long a1, double a2, long a3, double a4, long a5, double a6, long a7, double a8, long a9, double a10, long a11, double a12, long a13, double a14, long a15, double a16, long a17, double a18, long a19, double a20, long a21, double a22, long a23, double a24, long a25, double a26, long a27, double a28, long a29, double a30, long a31, double a32);

    internal static readonly ArityCase<double, double>[] Cases =
    [
        new(0, a => Sum0(), a => Weigh0()),
        new(1, a => Sum1((long)a[0]), a => Weigh1((long)a[0])),
        new(2, a => Sum2((long)a[0], a[1]), a => Weigh2((long)a[0], a[1])),
        new(3, a => Sum3((long)a[0], a[1], (long)a[2]), a => Weigh3((long)a[0], a[1], (long)a[2])),
        new(4, a => Sum4((long)a[0], a[1], (long)a[2], a[3]), a => Weigh4((long)a[0], a[1], (long)a[2], a[3])),
        new(5, a => Sum5((long)a[0], a[1], (long)a[2], a[3], (long)a[4]), a => Weigh5((long)a[0], a[1], (long)a[2], a[3], (long)a[4])),
        new(6, a => Sum6((long)a[0], a[1], (long)a[2], a[3], (long)a[4], a[5]), a => Weigh6((long)a[0], a[1], (long)a[2], a[3], (long)a[4], a[5])),
        new(7, a => Sum7((long)a[0], a[1], (long)a[2], a[3], (long)a[4], a[5], (long)a[6]), a => Weigh7((long)a[0], a[1], (long)a[2], a[3], (long)a[4], a[5], (long)a[6])),
        new(8, a => Sum8((long)a[0], a[1], (long)a[2], a[3], (long)a[4], a[5], (long)a[6], a[7]), a => Weigh8((long)a[0], a[1], (long)a[2], a[3], (long)a[4], a[5], (long)a[6], a[7])),
        new(9, a => Sum9((long)a[0], a[1], (long)a[2], a[3], (long)a[4], a[5], (long)a[6], a[7], (long)a[8]), a => Weigh9((long)a[0], a[1], (long)a[2], a[3], (long)a[4], a[5], (long)a[6], a[7], (long)a[8])),
        new(10, a => Sum10((long)a[0], a[1], (long)a[2], a[3], (long)a[4], a[5], (long)a[6], a[7], (long)a[8], a[9]), a => Weigh10((long)a[0], a[1], (long)a[2], a[3], (long)a[4], a[5], (long)a[6], a[7], (long)a[8], a[9])),
        new(11, a => Sum11((long)a[0], a[1], (long)a[2], a[3], (long)a[4], a[5], (long)a[6], a[7], (long)a[8], a[9], (long)a[10]), a => Weigh11((long)a[0], a[1], (long)a[2], a[3], (long)a[4], a[5], (long)a[6], a[7], (long)a[8], a[9], (long)a[10])),
        new(12, a => Sum12((long)a[0], a[1], (long)a[2], a[3], (long)a[4], a[5], (long)a[6], a[7], (long)a[8], a[9], (long)a[10], a[11]), a => Weigh12((long)a[0], a[1], (long)a[2], a[3], (long)a[4], a[5], (long)a[6], a[7], (long)a[8], a[9], (long)a[10], a[11])),
        new(13, a => Sum13((long)a[0], a[1], (long)a[2], a[3], (long)a[4], a[5], (long)a[6], a[7], (long)a[8], a[9], (long)a[10], a[11], (long)a[12]), a => Weigh13((long)a[0], a[1], (long)a[2], a[3], (long)a[4], a[5], (long)a[6], a[7], (long)a[8], a[9], (long)a[10], a[11], (long)a[12])),
        new(14, a => Sum14((long)a[0], a[1], (long)a[2], a[3], (long)a[4], a[5], (long)a[6], a[7], (long)a[8], a[9], (long)a[10], a[11], (long)a[12], a[13]), a => Weigh14((long)a[0], a[1], (long)a[2], a[3], (long)a[4], a[5], (long)a[6], a[7], (long)a[8], a[9], (long)a[10], a[11], (long)a[12], a[13])),
        new(15, a => Sum15((long)a[0], a[1], (long)a[2], a[3], (long)a[4], a[5], (long)a[6], a[7], (long)a[8], a[9], (long)a[10], a[11], (long)a[12], a[13], (long)a[14]), a => Weigh15((long)a[0], a[1], (long)a[2], a[3], (long)a[4], a[5], (long)a[6], a[7], (long)a[8], a[9], (long)a[10], a[11], (long)a[12], a[13], (long)a[14])),
        new(20, a => Sum20((long)a[0], a[1], (long)a[2], a[3], (long)a[4], a[5], (long)a[6], a[7], (long)a[8], a[9], (long)a[10], a[11], (long)a[12], a[13], (long)a[14], a[15], (long)a[16], a[17], (long)a[18], a[19]), a => Weigh20((long)a[0], a[1], (long)a[2], a[3], (long)a[4], a[5], (long)a[6], a[7], (long)a[8], a[9], (long)a[10], a[11], (long)a[12], a[13], (long)a[14], a[15], (long)a[16], a[17], (long)a[18], a[19])),
        new(32, a => Sum32((long)a[0], a[1], (long)a[2], a[3], (long)a[4], a[5], (long)a[6], a[7], (long)a[8], a[9], (long)a[10], a[11], (long)a[12], a[13], (long)a[14], a[15], (long)a[16], a[17], (long)a[18], a[19], (long)a[20], a[21], (long)a[22], a[23], (long)a[24], a[25], (long)a[26], a[27], (long)a[28], a[29], (long)a[30], a[31]), a => Weigh32((long)a[0], a[1], (long)a[2], a[3], (long)a[4], a[5], (long)a[6], a[7], (long)a[8], a[9], (long)a[10], a[11], (long)a[12], a[13], (long)a[14], a[15], (long)a[16], a[17], (long)a[18], a[19], (long)a[20], a[21], (long)a[22], a[23], (long)a[24], a[25], (long)a[26], a[27], (long)a[28], a[29], (long)a[30], a[31])),
    ];
}
