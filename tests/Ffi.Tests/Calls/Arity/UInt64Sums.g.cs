// Written by AritySource; `UPDATE_SNAPSHOTS=1 dotnet test tests/Ffi.Tests` writes it anew.
namespace Ffi.Tests.Calls.Arity;

[NativeLibrary("benchmarktest")]
internal static partial class UInt64Sums
{
    [NativeFunction("sum_uint64_1")]
    internal static partial ulong Sum1(ulong a1);
    [NativeFunction("weigh_uint64_1")]
    internal static partial ulong Weigh1(ulong a1);
    [NativeFunction("sum_uint64_2")]
    internal static partial ulong Sum2(ulong a1, ulong a2);
    [NativeFunction("weigh_uint64_2")]
    internal static partial ulong Weigh2(ulong a1, ulong a2);
    [NativeFunction("sum_uint64_3")]
    internal static partial ulong Sum3(ulong a1, ulong a2, ulong a3);
    [NativeFunction("weigh_uint64_3")]
    internal static partial ulong Weigh3(ulong a1, ulong a2, ulong a3);
    [NativeFunction("sum_uint64_5")]
    internal static partial ulong Sum5(ulong a1, ulong a2, ulong a3, ulong a4, ulong a5);
    [NativeFunction("weigh_uint64_5")]
    internal static partial ulong Weigh5(ulong a1, ulong a2, ulong a3, ulong a4, ulong a5);
    [NativeFunction("sum_uint64_10")]
    internal static partial ulong Sum10(ulong a1, ulong a2, ulong a3, ulong a4, ulong a5, ulong a6, ulong a7, ulong a8, ulong a9, ulong a10);
    [NativeFunction("weigh_uint64_10")]
    internal static partial ulong Weigh10(ulong a1, ulong a2, ulong a3, ulong a4, ulong a5, ulong a6, ulong a7, ulong a8, ulong a9, ulong a10);
    [NativeFunction("sum_uint64_14")]
    internal static partial ulong Sum14(ulong a1, ulong a2, ulong a3, ulong a4, ulong a5, ulong a6, ulong a7, ulong a8, ulong a9, ulong a10, ulong a11, ulong a12, ulong a13, ulong a14);
    [NativeFunction("weigh_uint64_14")]
    internal static partial ulong Weigh14(ulong a1, ulong a2, ulong a3, ulong a4, ulong a5, ulong a6, ulong a7, ulong a8, ulong a9, ulong a10, ulong a11, ulong a12, ulong a13, ulong a14);
    [NativeFunction("sum_uint64_15")]
    internal static partial ulong Sum15(ulong a1, ulong a2, ulong a3, ulong a4, ulong a5, ulong a6, ulong a7, ulong a8, ulong a9, ulong a10, ulong a11, ulong a12, ulong a13, ulong a14, ulong a15);
    [NativeFunction("weigh_uint64_15")]
    internal static partial ulong Weigh15(ulong a1, ulong a2, ulong a3, ulong a4, ulong a5, ulong a6, ulong a7, ulong a8, ulong a9, ulong a10, ulong a11, ulong a12, ulong a13, ulong a14, ulong a15);
    [NativeFunction("sum_uint64_20")]
    internal static partial ulong Sum20(ulong a1, ulong a2, ulong a3, ulong a4, ulong a5, ulong a6, ulong a7, ulong a8, ulong a9, ulong a10, ulong a11, ulong a12, ulong a13, ulong a14, ulong a15, ulong a16, ulong a17, ulong a18, ulong a19, ulong a20);
    [NativeFunction("weigh_uint64_20")]
    internal static partial ulong Weigh20(ulong a1, ulong a2, ulong a3, ulong a4, ulong a5, ulong a6, ulong a7, ulong a8, ulong a9, ulong a10, ulong a11, ulong a12, ulong a13, ulong a14, ulong a15, ulong a16, ulong a17, ulong a18, ulong a19, ulong a20);
    [NativeFunction("sum_uint64_32")]
    internal static partial ulong Sum32(ulong a1, ulong a2, ulong a3, ulong a4, ulong a5, ulong a6, ulong a7, ulong a8, ulong a9, ulong a10, ulong a11, ulong a12, ulong a13, ulong a14, ulong a15, ulong a16, ulong a17, ulong a18, ulong a19, ulong a20, ulong a21, ulong a22, ulong a23, ulong a24, ulong a25, ulong a26, ulong a27, ulong a28, ulong a29, ulong a30, ulong a31, ulong a32);
    [NativeFunction("weigh_uint64_32")]
    internal static partial ulong Weigh32(ulong a1, ulong a2, ulong a3, ulong a4, ulong a5, ulong a6, ulong a7, ulong a8, ulong a9, ulong a10, ulong a11, ulong a12, ulong a13, ulong a14, ulong a15, ulong a16, ulong a17, ulong a18, ulong a19, ulong a20, ulong a21, ulong a22, ulong a23, ulong a24, ulong a25, ulong a26, ulong a27, ulong a28, ulong a29, ulong a30, ulong a31, ulong a32);

    internal static readonly ArityCase<ulong, ulong>[] Cases =
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
