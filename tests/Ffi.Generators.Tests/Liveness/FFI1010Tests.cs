namespace Ffi.Generators.Tests.Liveness;

public class FFI1010Tests
{
    [Fact]
    public Task FixedAddress_AcrossAwait_IsReported() => Snippet.VerifySafe("""
        async Task M(byte[] a) { nint p; unsafe { fixed (byte* q = a) { p = (nint)q; } } await Task.Yield(); Native.Take({|FFI1010:p|}); }
        """);

    [Fact]
    public Task StackAddress_AcrossAwait_IsReported() => Snippet.VerifySafe("""
        async Task M() { nint p; int x = 1; unsafe { p = (nint)(&x); } Native.Take(p); await Task.Delay(1); Native.Take({|FFI1010:p|}); }
        """);

    [Fact]
    public Task FixedAddress_AcrossYield_IsReported() => Snippet.VerifySafe("""
        IEnumerable<int> M(byte[] a) { nint p; unsafe { fixed (byte* q = a) { p = (nint)q; } } yield return 1; Native.Take({|FFI1010:p|}); }
        """);

    [Fact]
    public Task StackAddress_AcrossAwaitInALoop_IsReported() =>
        Snippet.VerifySafe(
            """
            async Task M(int n) { nint p; int x = 1; unsafe { p = (nint)(&x); } for (int i = 0; i < n; i++) { Native.Take({|FFI1010:p|}); await Task.Delay(1); } }
            """
        );

    [Fact]
    public Task Address_TakenAgainAfterAwait_IsNotReported() =>
        Snippet.VerifySafe(
            """
            async Task M(byte[] a) { unsafe { fixed (byte* p = a) Native.Use(p); } await Task.Yield(); unsafe { fixed (byte* p = a) Native.Use(p); } }
            """
        );

    [Fact]
    public Task PinnedAddress_AcrossAwait_IsNotReported() =>
        Snippet.VerifySafe(
            """
            async Task M(byte[] a) { var h = GCHandle.Alloc(a, GCHandleType.Pinned); try { nint p = h.AddrOfPinnedObject(); await Task.Yield(); Native.Take(p); } finally { h.Free(); } }
            """
        );

    [Fact]
    public Task NativeMemory_AcrossAwait_IsNotReported() => Snippet.VerifySafe("""
        async Task M() { nint p = Marshal.AllocHGlobal(4); try { await Task.Yield(); Native.Take(p); } finally { Marshal.FreeHGlobal(p); } }
        """);
}
