using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace Ffi.Tests.Calls;

/// <summary>Every calling convention that a declaration may name, called. What the analyzer refuses can't be called here.</summary>
public partial class ConventionTests
{
    [Fact]
    public void EveryConvention_Calls()
    {
        Assert.Equal(-10, Functions.Plain(7, 17));
        Assert.Equal(-10, Functions.Cdecl(7, 17));
        Assert.Equal(-10, Functions.Stdcall(7, 17));
        Assert.Equal(-10, Functions.Thiscall(7, 17));
        Assert.Equal(-10, Functions.Member(7, 17));
        Assert.Equal(-10, Functions.CdeclMember(7, 17));
        Assert.Equal(-10, Functions.StdcallMember(7, 17));
        Assert.Equal(-10, Functions.ThiscallMember(7, 17));
        Assert.Equal(-10, Functions.Quick(7, 17));
        Assert.Equal(-10, Functions.QuickThiscallMember(7, 17));
    }

    [Fact]
    public void EveryConventionOfADelegate_Calls()
    {
        using NativeModule module = NativeModule.Load("benchmarktest");

        Assert.Equal(-10, module.GetFunction<CdeclDifference>("convention_difference")(7, 17));
        Assert.Equal(-10, module.GetFunction<StdcallDifference>("convention_difference")(7, 17));
        Assert.Equal(-10, module.GetFunction<ThiscallDifference>("convention_difference")(7, 17));
        Assert.Equal(-10, module.GetFunction<WinapiDifference>("convention_difference")(7, 17));
    }

    [UnmanagedFunctionPointer(CallingConvention.Cdecl)]
    public delegate int CdeclDifference(int left, int right);

    [UnmanagedFunctionPointer(CallingConvention.StdCall)]
    public delegate int StdcallDifference(int left, int right);

    [UnmanagedFunctionPointer(CallingConvention.ThisCall)]
    public delegate int ThiscallDifference(int left, int right);

    [UnmanagedFunctionPointer(CallingConvention.Winapi)]
    public delegate int WinapiDifference(int left, int right);

    [NativeLibrary("benchmarktest")]
    private static partial class Functions
    {
        [NativeFunction("convention_difference")]
        public static partial int Plain(int left, int right);

        [NativeFunction("convention_difference"), UnmanagedCallConv(CallConvs = [typeof(CallConvCdecl)])]
        public static partial int Cdecl(int left, int right);

        [NativeFunction("convention_difference"), UnmanagedCallConv(CallConvs = [typeof(CallConvStdcall)])]
        public static partial int Stdcall(int left, int right);

        [NativeFunction("convention_difference"), UnmanagedCallConv(CallConvs = [typeof(CallConvThiscall)])]
        public static partial int Thiscall(int left, int right);

        [NativeFunction("convention_difference"), UnmanagedCallConv(CallConvs = [typeof(CallConvMemberFunction)])]
        public static partial int Member(int left, int right);

        [NativeFunction("convention_difference"), UnmanagedCallConv(CallConvs = [typeof(CallConvCdecl), typeof(CallConvMemberFunction)])]
        public static partial int CdeclMember(int left, int right);

        [NativeFunction("convention_difference"), UnmanagedCallConv(CallConvs = [typeof(CallConvStdcall), typeof(CallConvMemberFunction)])]
        public static partial int StdcallMember(int left, int right);

        [NativeFunction("convention_difference"), UnmanagedCallConv(CallConvs = [typeof(CallConvThiscall), typeof(CallConvMemberFunction)])]
        public static partial int ThiscallMember(int left, int right);

        [NativeFunction("convention_difference"), SuppressGCTransition]
        public static partial int Quick(int left, int right);

        [
            NativeFunction("convention_difference"),
            UnmanagedCallConv(CallConvs = [typeof(CallConvThiscall), typeof(CallConvMemberFunction), typeof(CallConvSuppressGCTransition)])
        ]
        public static partial int QuickThiscallMember(int left, int right);
    }
}
