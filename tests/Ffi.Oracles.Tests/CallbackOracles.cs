using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using Ffi.Tests.Testing;

namespace Ffi.Oracles.Tests;

/// <summary>Callbacks: who keeps them, what leaves them, what their signature is, and who waits for whom.</summary>
public unsafe class CallbackOracles
{
    [Fact]
    public void FFI1008_DelegateThatNothingKeeps_Breaks() => Assert.NotEqual(0, ChildProcess.ExitCodeOf("callback-collected"));

    [Fact]
    public void FFI1008_DelegateKeptUntilTheLastCall_Holds() => Assert.Equal(0, ChildProcess.ExitCodeOf("callback-kept"));

    [Fact]
    public void FFI1008_NewOfAStaticMethod_IsNotCached_Breaks()
    {
        WeakReference made = MadeByNew();
        Collector.Compact();

        Assert.False(made.IsAlive);
    }

    [Fact]
    public void FFI1008_NameOfAStaticMethod_IsCached_Holds()
    {
        WeakReference cached = MadeByName();
        Collector.Compact();

        Assert.True(cached.IsAlive);
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    private static WeakReference MadeByNew() => new(new Action(Collector.Compact));

    [MethodImpl(MethodImplOptions.NoInlining)]
    private static WeakReference MadeByName()
    {
        Action action = Collector.Compact;
        return new(action);
    }

    [Fact]
    public void FFI1011_WaitWithoutTransition_StopsEveryCollection_Breaks() =>
        Assert.False(IsReleasedByACollection(flags => Native.WaitForWithoutTransition((int*)flags, (int*)flags + 1, seconds: 1)));

    [Fact]
    public void FFI1011_WaitWithTransition_Holds() =>
        Assert.True(IsReleasedByACollection(flags => Native.WaitFor((int*)flags, (int*)flags + 1, seconds: 60)));

    // One thread waits in native code; another collects, and releases it when the collection is done.
    private static bool IsReleasedByACollection(Func<nint, int> wait)
    {
        int* flags = (int*)NativeMemory.AllocZeroed(2, sizeof(int));
        var collecting = new Thread(() =>
        {
            Patience.Until(() => Volatile.Read(ref flags[0]) != 0);
            GC.Collect();
            Volatile.Write(ref flags[1], 1);
        });
        collecting.Start();
        bool isReleased = wait((nint)flags) != 0;
        collecting.JoinOrFail();
        NativeMemory.Free(flags);
        return isReleased;
    }

    [Fact]
    public void FFI1012_ExceptionThatLeaves_Breaks() => Assert.NotEqual(0, ChildProcess.ExitCodeOf("exception-leaves"));

    [Fact]
    public void FFI1012_ExceptionThatIsCaught_Holds() => Assert.Equal(0, ChildProcess.ExitCodeOf("exception-kept"));

    [Fact]
    public void FFI1013_BoolInTheSignature_Breaks() => Assert.ThrowsAny<Exception>(TakesAddressOfBool);

    [Fact]
    public void FFI1013_ByteInTheSignature_Holds() => Assert.NotEqual(0, (nint)(delegate* unmanaged<int, byte>)&IsOneAsByte);

    [MethodImpl(MethodImplOptions.NoInlining)]
    private static void TakesAddressOfBool() => _ = ((delegate* unmanaged<int, bool>)&IsOne)(1);

    [UnmanagedCallersOnly]
    private static bool IsOne(int x) => x == 1;

    [UnmanagedCallersOnly]
    private static byte IsOneAsByte(int x) => (byte)(x == 1 ? 1 : 0);

    [Fact]
    public void FFI1021_ManagedPointerGivenToNativeCode_Breaks() => Assert.NotEqual(0, ChildProcess.ExitCodeOf("managed-pointer"));

    [Fact]
    public void FFI1021_NativePointerGivenToNativeCode_Holds() => Assert.Equal(0, ChildProcess.ExitCodeOf("native-pointer"));
}
