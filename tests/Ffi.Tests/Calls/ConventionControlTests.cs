using System.Runtime.CompilerServices;

namespace Ffi.Tests.Calls;

/// <summary>What the analyzer refuses (FFI0018), called without it. NativeAOT's compiler stops at the first, so these are not in its
/// program.</summary>
public class ConventionControlTests
{
    [Fact]
    public void Fastcall_IsRefusedByTheRuntime_AtTheFirstCall() => Assert.Throws<TypeLoadException>(() => CallFast(Difference));

    [Fact]
    public void ThiscallWithoutParameters_IsRefusedByTheRuntime_AtTheFirstCall() =>
        Assert.Throws<InvalidProgramException>(() => CallWithoutObject(Difference));

    private static nint Difference => NativeModule.Load("benchmarktest").GetSymbol("convention_difference");

    // Compiled apart, so that it throws where it is called.
    [MethodImpl(MethodImplOptions.NoInlining)]
    private static unsafe int CallFast(nint function) => ((delegate* unmanaged[Fastcall]<int, int, int>)function)(7, 17);

    [MethodImpl(MethodImplOptions.NoInlining)]
    private static unsafe int CallWithoutObject(nint function) => ((delegate* unmanaged[Thiscall]<int>)function)();
}
