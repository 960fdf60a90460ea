// Written by AritySource; `UPDATE_SNAPSHOTS=1 dotnet test tests/Ffi.Tests` writes it anew.
namespace Ffi.Tests.Calls.Arity;

[NativeLibrary("benchmarktest")]
internal static partial class UInt32Sums
{
    [NativeFunction("sum_uint32_1")]
    internal static partial ulong Sum1(uint a1);
    [NativeFunction("weigh_uint32_1")]
    internal static partial ulong Weigh1(uint a1);
    [NativeFunction("sum_uint32_2")]
    internal static partial ulong Sum2(uint a1, uint a2);
    [NativeFunction("weigh_uint32_2")]
    internal static partial ulong Weigh2(uint a1, uint a2);
    [NativeFunction("sum_uint32_3")]
    internal static partial ulong Sum3(uint a1, uint a2, uint a3);
    [NativeFunction("weigh_uint32_3")]
    internal static partial ulong Weigh3(uint a1, uint a2, uint a3);
    [NativeFunction("sum_uint32_5")]
    internal static partial ulong Sum5(uint a1, uint a2, uint a3, uint a4, uint a5);
    [NativeFunction("weigh_uint32_5")]
    internal static partial ulong Weigh5(uint a1, uint a2, uint a3, uint a4, uint a5);
    [NativeFunction("sum_uint32_10")]
    internal static partial ulong Sum10(uint a1, uint a2, uint a3, uint a4, uint a5, uint a6, uint a7, uint a8, uint a9, uint a10);
    [NativeFunction("weigh_uint32_10")]
    internal static partial ulong Weigh10(uint a1, uint a2, uint a3, uint a4, uint a5, uint a6, uint a7, uint a8, uint a9, uint a10);
    [NativeFunction("sum_uint32_14")]
    internal static partial ulong Sum14(uint a1, uint a2, uint a3, uint a4, uint a5, uint a6, uint a7, uint a8, uint a9, uint a10, uint a11, uint a12, uint a13, uint a14);
    [NativeFunction("weigh_uint32_14")]
    internal static partial ulong Weigh14(uint a1, uint a2, uint a3, uint a4, uint a5, uint a6, uint a7, uint a8, uint a9, uint a10, uint a11, uint a12, uint a13, uint a14);
    [NativeFunction("sum_uint32_15")]
    internal static partial ulong Sum15(uint a1, uint a2, uint a3, uint a4, uint a5, uint a6, uint a7, uint a8, uint a9, uint a10, uint a11, uint a12, uint a13, uint a14, uint a15);
    [NativeFunction("weigh_uint32_15")]
    internal static partial ulong Weigh15(uint a1, uint a2, uint a3, uint a4, uint a5, uint a6, uint a7, uint a8, uint a9, uint a10, uint a11, uint a12, uint a13, uint a14, uint a15);
    [NativeFunction("sum_uint32_20")]
    internal static partial ulong Sum20(uint a1, uint a2, uint a3, uint a4, uint a5, uint a6, uint a7, uint a8, uint a9, uint a10, uint a11, uint a12, uint a13, uint a14, uint a15, uint a16, uint a17, uint a18, uint a19, uint a20);
    [NativeFunction("weigh_uint32_20")]
    internal static partial ulong Weigh20(uint a1, uint a2, uint a3, uint a4, uint a5, uint a6, uint a7, uint a8, uint a9, uint a10, uint a11, uint a12, uint a13, uint a14, uint a15, uint a16, uint a17, uint a18, uint a19, uint a20);
    [NativeFunction("sum_uint32_32")]
    internal static partial ulong Sum32(uint a1, uint a2, uint a3, uint a4, uint a5, uint a6, uint a7, uint a8, uint a9, uint a10, uint a11, uint a12, uint a13, uint a14, uint a15, uint a16, uint a17, uint a18, uint a19, uint a20, uint a21, uint a22, uint a23, uint a24, uint a25, uint a26, uint a27, uint a28, uint a29, uint a30, uint a31, uint a32);
    [NativeFunction("weigh_uint32_32")]
    internal static partial ulong Weigh32(uint a1, uint a2, uint a3, uint a4, uint a5, uint a6, uint a7, uint a8, uint a9, uint a10, uint a11, uint a12, uint a13, uint a14, uint a15, uint a16, uint a17, uint a18, uint a19, uint a20, uint a21, uint a22, uint a23, uint a24, uint a25, uint a26, uint a27, uint a28, uint a29, uint a30, uint a31, uint a32);

    internal static readonly ArityCase<uint, ulong>[] Cases =
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
