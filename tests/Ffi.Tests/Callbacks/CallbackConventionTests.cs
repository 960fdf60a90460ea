using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace Ffi.Tests.Callbacks;

/// <summary>Every calling convention that a callback may name, called back by C.</summary>
public partial class CallbackConventionTests
{
    // fold_int32 of left - right over (0, 1), (1, 1), (2, 1).
    private const int Expected = (2 * ((2 * -1) + 0)) + 1;

    [Fact]
    public void EveryConventionOfAStaticCallback_IsCalled() => Assert.All(
        (nint[])
        [
            Callbacks.PlainPointer, Callbacks.CdeclPointer, Callbacks.StdcallPointer, Callbacks.ThiscallPointer, Callbacks.MemberPointer,
            Callbacks.CdeclMemberPointer, Callbacks.StdcallMemberPointer, Callbacks.ThiscallMemberPointer,
        ],
        static pointer => Assert.Equal(Expected, CallbackFixture.Fold(pointer, 3)));

    [Fact]
    public void EveryConventionOfADelegate_IsCalled()
    {
        Assert.Equal(Expected, Lent.Fold((CdeclCombine)((left, right) => left - right), 3));
        Assert.Equal(Expected, Lent.Fold((StdcallCombine)((left, right) => left - right), 3));
        Assert.Equal(Expected, Lent.Fold((ThiscallCombine)((left, right) => left - right), 3));
        Assert.Equal(Expected, Lent.Fold((WinapiCombine)((left, right) => left - right), 3));
    }

    [Fact]
    public void EveryConventionOfARetainedDelegate_IsCalled()
    {
        using var cdecl = NativeCallback<CdeclCombine>.Create((left, right) => left - right);
        using var stdcall = NativeCallback<StdcallCombine>.Create((left, right) => left - right);
        using var thiscall = NativeCallback<ThiscallCombine>.Create((left, right) => left - right);
        using var winapi = NativeCallback<WinapiCombine>.Create((left, right) => left - right);
        Assert.All(
            (nint[])[cdecl.Pointer, stdcall.Pointer, thiscall.Pointer, winapi.Pointer],
            static pointer => Assert.Equal(Expected, CallbackFixture.Fold(pointer, 3)));
    }

    [UnmanagedFunctionPointer(CallingConvention.Cdecl)]
    internal delegate int CdeclCombine(int left, int right);

    [UnmanagedFunctionPointer(CallingConvention.StdCall)]
    internal delegate int StdcallCombine(int left, int right);

    [UnmanagedFunctionPointer(CallingConvention.ThisCall)]
    internal delegate int ThiscallCombine(int left, int right);

    [UnmanagedFunctionPointer(CallingConvention.Winapi)]
    internal delegate int WinapiCombine(int left, int right);

    [NativeLibrary("benchmarktest")]
    private static partial class Lent
    {
        [NativeFunction("fold_int32")] public static partial int Fold(CdeclCombine function, int count);

        [NativeFunction("fold_int32")] public static partial int Fold(StdcallCombine function, int count);

        [NativeFunction("fold_int32")] public static partial int Fold(ThiscallCombine function, int count);

        [NativeFunction("fold_int32")] public static partial int Fold(WinapiCombine function, int count);
    }

    private static partial class Callbacks
    {
        [NativeCallback]
        public static int Plain(int left, int right) => left - right;

        [NativeCallback, UnmanagedCallConv(CallConvs = [typeof(CallConvCdecl)])]
        public static int Cdecl(int left, int right) => left - right;

        [NativeCallback, UnmanagedCallConv(CallConvs = [typeof(CallConvStdcall)])]
        public static int Stdcall(int left, int right) => left - right;

        [NativeCallback, UnmanagedCallConv(CallConvs = [typeof(CallConvThiscall)])]
        public static int Thiscall(int left, int right) => left - right;

        [NativeCallback, UnmanagedCallConv(CallConvs = [typeof(CallConvMemberFunction)])]
        public static int Member(int left, int right) => left - right;

        [NativeCallback, UnmanagedCallConv(CallConvs = [typeof(CallConvCdecl), typeof(CallConvMemberFunction)])]
        public static int CdeclMember(int left, int right) => left - right;

        [NativeCallback, UnmanagedCallConv(CallConvs = [typeof(CallConvStdcall), typeof(CallConvMemberFunction)])]
        public static int StdcallMember(int left, int right) => left - right;

        [NativeCallback, UnmanagedCallConv(CallConvs = [typeof(CallConvThiscall), typeof(CallConvMemberFunction)])]
        public static int ThiscallMember(int left, int right) => left - right;
    }
}
