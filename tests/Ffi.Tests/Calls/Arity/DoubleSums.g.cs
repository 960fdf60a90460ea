// Written by AritySource; `UPDATE_SNAPSHOTS=1 dotnet test tests/Ffi.Tests` writes it anew.
namespace Ffi.Tests.Calls.Arity;

[NativeLibrary("benchmarktest")]
internal static partial class DoubleSums
{
    [NativeFunction("sum_double_0")]
    internal static partial double Sum0();
    [NativeFunction("weigh_double_0")]
    internal static partial double Weigh0();
    [NativeFunction("sum_double_1")]
    internal static partial double Sum1(double a1);
    [NativeFunction("weigh_double_1")]
    internal static partial double Weigh1(double a1);
    [NativeFunction("sum_double_2")]
    internal static partial double Sum2(double a1, double a2);
    [NativeFunction("weigh_double_2")]
    internal static partial double Weigh2(double a1, double a2);
    [NativeFunction("sum_double_3")]
    internal static partial double Sum3(double a1, double a2, double a3);
    [NativeFunction("weigh_double_3")]
    internal static partial double Weigh3(double a1, double a2, double a3);
    [NativeFunction("sum_double_4")]
    internal static partial double Sum4(double a1, double a2, double a3, double a4);
    [NativeFunction("weigh_double_4")]
    internal static partial double Weigh4(double a1, double a2, double a3, double a4);
    [NativeFunction("sum_double_5")]
    internal static partial double Sum5(double a1, double a2, double a3, double a4, double a5);
    [NativeFunction("weigh_double_5")]
    internal static partial double Weigh5(double a1, double a2, double a3, double a4, double a5);
    [NativeFunction("sum_double_6")]
    internal static partial double Sum6(double a1, double a2, double a3, double a4, double a5, double a6);
    [NativeFunction("weigh_double_6")]
    internal static partial double Weigh6(double a1, double a2, double a3, double a4, double a5, double a6);
    [NativeFunction("sum_double_7")]
    internal static partial double Sum7(double a1, double a2, double a3, double a4, double a5, double a6, double a7);
    [NativeFunction("weigh_double_7")]
    internal static partial double Weigh7(double a1, double a2, double a3, double a4, double a5, double a6, double a7);
    [NativeFunction("sum_double_8")]
    internal static partial double Sum8(double a1, double a2, double a3, double a4, double a5, double a6, double a7, double a8);
    [NativeFunction("weigh_double_8")]
    internal static partial double Weigh8(double a1, double a2, double a3, double a4, double a5, double a6, double a7, double a8);
    [NativeFunction("sum_double_9")]
    internal static partial double Sum9(double a1, double a2, double a3, double a4, double a5, double a6, double a7, double a8, double a9);
    [NativeFunction("weigh_double_9")]
    internal static partial double Weigh9(double a1, double a2, double a3, double a4, double a5, double a6, double a7, double a8, double a9);
    [NativeFunction("sum_double_10")]
    internal static partial double Sum10(double a1, double a2, double a3, double a4, double a5, double a6, double a7, double a8, double a9, double a10);
    [NativeFunction("weigh_double_10")]
    internal static partial double Weigh10(double a1, double a2, double a3, double a4, double a5, double a6, double a7, double a8, double a9, double a10);
    [NativeFunction("sum_double_11")]
    internal static partial double Sum11(double a1, double a2, double a3, double a4, double a5, double a6, double a7, double a8, double a9, double a10, double a11);
    [NativeFunction("weigh_double_11")]
    internal static partial double Weigh11(double a1, double a2, double a3, double a4, double a5, double a6, double a7, double a8, double a9, double a10, double a11);
    [NativeFunction("sum_double_12")]
    internal static partial double Sum12(double a1, double a2, double a3, double a4, double a5, double a6, double a7, double a8, double a9, double a10, double a11, double a12);
    [NativeFunction("weigh_double_12")]
    internal static partial double Weigh12(double a1, double a2, double a3, double a4, double a5, double a6, double a7, double a8, double a9, double a10, double a11, double a12);
    [NativeFunction("sum_double_13")]
    internal static partial double Sum13(double a1, double a2, double a3, double a4, double a5, double a6, double a7, double a8, double a9, double a10, double a11, double a12, double a13);
    [NativeFunction("weigh_double_13")]
    internal static partial double Weigh13(double a1, double a2, double a3, double a4, double a5, double a6, double a7, double a8, double a9, double a10, double a11, double a12, double a13);
    [NativeFunction("sum_double_14")]
    internal static partial double Sum14(double a1, double a2, double a3, double a4, double a5, double a6, double a7, double a8, double a9, double a10, double a11, double a12, double a13, double a14);
    [NativeFunction("weigh_double_14")]
    internal static partial double Weigh14(double a1, double a2, double a3, double a4, double a5, double a6, double a7, double a8, double a9, double a10, double a11, double a12, double a13, double a14);
    [NativeFunction("sum_double_15")]
    internal static partial double Sum15(double a1, double a2, double a3, double a4, double a5, double a6, double a7, double a8, double a9, double a10, double a11, double a12, double a13, double a14, double a15);
    [NativeFunction("weigh_double_15")]
    internal static partial double Weigh15(double a1, double a2, double a3, double a4, double a5, double a6, double a7, double a8, double a9, double a10, double a11, double a12, double a13, double a14, double a15);
    [NativeFunction("sum_double_20")]
    internal static partial double Sum20(double a1, double a2, double a3, double a4, double a5, double a6, double a7, double a8, double a9, double a10, double a11, double a12, double a13, double a14, double a15, double a16, double a17, double a18, double a19, double a20);
    [NativeFunction("weigh_double_20")]
    internal static partial double Weigh20(double a1, double a2, double a3, double a4, double a5, double a6, double a7, double a8, double a9, double a10, double a11, double a12, double a13, double a14, double a15, double a16, double a17, double a18, double a19, double a20);
    [NativeFunction("sum_double_32")]
    internal static partial double Sum32(double a1, double a2, double a3, double a4, double a5, double a6, double a7, double a8, double a9, double a10, double a11, double a12, double a13, double a14, double a15, double a16, double a17, double a18, double a19, double a20, double a21, double a22, double a23, double a24, double a25, double a26, double a27, double a28, double a29, double a30, double a31, double a32);
    [NativeFunction("weigh_double_32")]
    internal static partial double Weigh32(double a1, double a2, double a3, double a4, double a5, double a6, double a7, double a8, double a9, double a10, double a11, double a12, double a13, double a14, double a15, double a16, double a17, double a18, double a19, double a20, double a21, double a22, double a23, double a24, double a25, double a26, double a27, double a28, double a29, double a30, double a31, double a32);

    internal static readonly ArityCase<double, double>[] Cases =
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
