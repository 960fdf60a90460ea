namespace Ffi.Generators.Tests.Liveness;

public class FFI1006Tests
{
    [Fact]
    public Task PinnedHandle_NeverFreed_IsReported() => Snippet.Verify("""
        void M(byte[] a) { var h = {|FFI1006:GCHandle.Alloc(a, GCHandleType.Pinned)|}; Native.Take(h.AddrOfPinnedObject()); }
        """);

    [Fact]
    public Task PinnedHandle_Temporary_IsReported() => Snippet.Verify("""
        void M(byte[] a) { Native.Take({|FFI1006:GCHandle.Alloc(a, GCHandleType.Pinned)|}.AddrOfPinnedObject()); }
        """);

    [Fact]
    public Task PinnedHandle_EarlyReturn_IsReported() =>
        Snippet.Verify(
            """
            int M(byte[] a, int n) { var h = {|FFI1006:GCHandle.Alloc(a, GCHandleType.Pinned)|}; if (n < 0) return -1; Native.Take(h.AddrOfPinnedObject()); h.Free(); return 0; }
            """
        );

    [Fact]
    public Task PinnedHandle_ExceptionInBetween_IsReported() =>
        Snippet.Verify(
            """
            void M(byte[] a, Action<nint> use) { var h = {|FFI1006:GCHandle.Alloc(a, GCHandleType.Pinned)|}; use(h.AddrOfPinnedObject()); h.Free(); }
            void N(byte[] a) { var h = {|FFI1006:GCHandle.Alloc(a, GCHandleType.Pinned)|}; if (a.Length == 0) throw new ArgumentException("empty"); h.Free(); }
            """
        );

    [Fact]
    public Task PinnedHandle_AwaitInBetween_IsReported() => Snippet.VerifySafe("""
        async Task M(byte[] a) { var h = {|FFI1006:GCHandle.Alloc(a, GCHandleType.Pinned)|}; await Task.Delay(1); h.Free(); }
        """);

    [Fact]
    public Task MemoryHandle_NeverDisposed_IsReported() => Snippet.Verify("""
        void M(Memory<byte> m) { var pin = {|FFI1006:m.Pin()|}; Native.Use(pin.Pointer); }
        void N(Memory<byte> m) { Native.Use({|FFI1006:m.Pin()|}.Pointer); }
        """);

    [Fact]
    public Task AddRef_NeverReleased_IsReported() => Snippet.Verify("""
        void M(SafeHandle h) { bool ok = false; {|FFI1006:h.DangerousAddRef(ref ok)|}; Native.Take(h.DangerousGetHandle()); }
        """);

    [Fact]
    public Task AddRef_NotReleasedOnOnePath_IsReported() =>
        Snippet.Verify(
            """
            int M(SafeHandle h, int n) { bool ok = false; {|FFI1006:h.DangerousAddRef(ref ok)|}; if (n == 0) return 1; Native.Take(h.DangerousGetHandle()); h.DangerousRelease(); return 0; }
            """
        );

    [Fact]
    public Task Catch_ThatReturns_IsReported() =>
        Snippet.Verify(
            """
            bool M(byte[] a) { var h = {|FFI1006:GCHandle.Alloc(a, GCHandleType.Pinned)|}; try { int.Parse("x"); } catch (FormatException) { return false; } h.Free(); return true; }
            """
        );

    [Fact]
    public Task Handle_FreedInFinally_IsNotReported() =>
        Snippet.Verify(
            """
            void M(byte[] a, Action<nint> use) { var h = GCHandle.Alloc(a, GCHandleType.Pinned); try { use(h.AddrOfPinnedObject()); } finally { h.Free(); } }
            void N(byte[] a, Action<nint> use) { GCHandle h = default; try { h = GCHandle.Alloc(a, GCHandleType.Pinned); use(h.AddrOfPinnedObject()); } finally { if (h.IsAllocated) h.Free(); } }
            """
        );

    [Fact]
    public Task Handle_FreedStraightAfterANativeCall_IsNotReported() => Snippet.Verify("""
        void M(byte[] a) { var h = GCHandle.Alloc(a, GCHandleType.Pinned); Native.Take(h.AddrOfPinnedObject()); h.Free(); }
        """);

    [Fact]
    public Task Handle_HandedOver_IsNotReported() => Snippet.Verify("""
        GCHandle field; List<GCHandle> pins = new();
        GCHandle A(byte[] a) { return GCHandle.Alloc(a, GCHandleType.Pinned); }
        void B(byte[] a) { field = GCHandle.Alloc(a, GCHandleType.Pinned); }
        void D(byte[] a) { pins.Add(GCHandle.Alloc(a, GCHandleType.Pinned)); }
        nint E(byte[] a) { var h = GCHandle.Alloc(a, GCHandleType.Pinned); return GCHandle.ToIntPtr(h); }
        void F(byte[] a, out GCHandle h) { h = GCHandle.Alloc(a, GCHandleType.Pinned); }
        void G(object o) { Native.Take((nint)GCHandle.Alloc(o)); }
        """);

    [Fact]
    public Task MemoryHandle_UsingOrReturned_IsNotReported() => Snippet.Verify("""
        void M(Memory<byte> m, Action<nint> use) { using MemoryHandle pin = m.Pin(); use((nint)pin.Pointer); }
        MemoryHandle N(Memory<byte> m) { return m.Pin(); }
        """);

    [Fact]
    public Task AddRef_ReleasedWhereTaken_IsNotReported() =>
        Snippet.Verify(
            """
            void M(SafeHandle h) { bool ok = false; try { h.DangerousAddRef(ref ok); Native.Take(h.DangerousGetHandle()); } finally { if (ok) h.DangerousRelease(); } }
            """
        );

    [Fact]
    public Task Handle_FreedConditionally_IsNotReported() =>
        Snippet.Verify(
            """
            void M(byte[]? a) { GCHandle h = default; bool pinned = false; if (a != null) { h = GCHandle.Alloc(a, GCHandleType.Pinned); pinned = true; } Native.Take(0); if (pinned) h.Free(); }
            void N(byte[]? a) { GCHandle h = default; if (a != null) h = GCHandle.Alloc(a, GCHandleType.Pinned); Native.Take(0); if (a != null) h.Free(); }
            """
        );

    [Fact]
    public Task Handle_FreedByAClosure_IsNotReported() => Snippet.Verify("""
        Action M(byte[] a) { var h = GCHandle.Alloc(a, GCHandleType.Pinned); return () => h.Free(); }
        """);

    [Fact]
    public Task PinForever_InAStaticConstructor_IsNotReported() => Snippet.Verify("""
        static readonly byte[] table = new byte[4]; static readonly nint address;
        static C() { address = GCHandle.Alloc(table, GCHandleType.Pinned).AddrOfPinnedObject(); }
        """);

    [Fact]
    public Task Handle_InALambdaInsideATry_IsReportedThere() =>
        Snippet.Verify(
            """
            void M(byte[] a, string s) { try { Action run = () => { var h = {|FFI1006:GCHandle.Alloc(a, GCHandleType.Pinned)|}; int.Parse(s); h.Free(); }; run(); } finally { Native.Stop(); } }
            """
        );

    [Fact]
    public Task AddRef_ThatGoesWithTheHandle_IsNotReported() =>
        Snippet.Verify(
            """
            class Owner { SafeHandle? inner; public void Set(SafeHandle handle) => inner = handle; public void Drop() => inner!.DangerousRelease(); }
            void M(SafeHandle h, Owner owner) { bool ok = false; try { h.DangerousAddRef(ref ok); } catch { if (ok) { h.DangerousRelease(); ok = false; } } finally { if (ok) owner.Set(h); } }
            SafeHandle N(SafeHandle h) { bool ok = false; h.DangerousAddRef(ref ok); return h; }
            void O(SafeHandle[] all, bool[] held)
            {
                for (int i = 0; i < all.Length; i++) { all[i].DangerousAddRef(ref held[i]); Native.Take(all[i].DangerousGetHandle()); }
                for (int i = 0; i < all.Length; i++) { if (held[i]) all[i].DangerousRelease(); }
            }
            void P(SafeHandle h) { bool ok = false; {|FFI1006:h.DangerousAddRef(ref ok)|}; if (Native.Step(h.DangerousGetHandle()) > 0) h.DangerousRelease(); }
            """
        );

    [Fact]
    public Task AddRef_OfAHandleThatIsDisposedMeanwhile_IsNotReported() =>
        Snippet.Verify(
            """
            void M(SafeHandle h) { bool ok = false; try { h.DangerousAddRef(ref ok); } catch { if (ok) { h.DangerousRelease(); ok = false; } } finally { if (ok) h.Dispose(); } }
            """
        );
}
