namespace Ffi.Generators.Tests.Liveness;

public class FFI1007Tests
{
    [Fact]
    public Task CopiedHandle_FreedTwice_IsReported() => Snippet.Verify("""
        void M(object o) { var h = GCHandle.Alloc(o); var copy = h; h.Free(); {|FFI1007:copy.Free()|}; }
        """);

    [Fact]
    public Task SameHandle_FreedTwice_IsReported() => Snippet.Verify("""
        void M(GCHandle h) { h.Free(); {|FFI1007:h.Free()|}; }
        """);

    [Fact]
    public Task MemoryHandle_CopyDisposed_IsReported() => Snippet.Verify("""
        void M(Memory<byte> m) { var pin = m.Pin(); var copy = pin; pin.Dispose(); {|FFI1007:copy.Dispose()|}; }
        """);

    [Fact]
    public Task MemoryHandle_BoxedAndDisposed_IsReported() => Snippet.Verify("""
        void M(Memory<byte> m) { var pin = m.Pin(); IDisposable boxed = pin; boxed.Dispose(); {|FFI1007:pin.Dispose()|}; }
        """);

    [Fact]
    public Task RentedArray_ReturnedTwice_IsReported() =>
        Snippet.Verify(
            """
            void M() { var a = ArrayPool<byte>.Shared.Rent(16); try { Native.Take(0); ArrayPool<byte>.Shared.Return(a); } finally { {|FFI1007:ArrayPool<byte>.Shared.Return(a)|}; } }
            """
        );

    [Fact]
    public Task NativeMemory_FreedTwice_IsReported() => Snippet.Verify("""
        void M(bool b) { nint p = Marshal.AllocHGlobal(4); if (b) Marshal.FreeHGlobal(p); {|FFI1007:Marshal.FreeHGlobal(p)|}; }
        void N(void* p) { NativeMemory.Free(p); {|FFI1007:NativeMemory.Free(p)|}; }
        """);

    [Fact]
    public Task Loop_FreesWhatIsOutside_IsReported() => Snippet.Verify("""
        void M(int n) { nint p = Marshal.AllocHGlobal(4); int i = 0; do { {|FFI1007:Marshal.FreeHGlobal(p)|}; i++; } while (i < n); }
        """);

    [Fact]
    public Task FreedOnceOnEachPath_IsNotReported() =>
        Snippet.Verify(
            """
            void M(bool b) { nint p = Marshal.AllocHGlobal(4); if (b) { Marshal.FreeHGlobal(p); return; } Native.Take(p); Marshal.FreeHGlobal(p); }
            void N() { nint p = Marshal.AllocHGlobal(4); try { Native.Take(p); Marshal.FreeHGlobal(p); p = 0; } finally { if (p != 0) Marshal.FreeHGlobal(p); } }
            """
        );

    [Fact]
    public Task HandleCheckedBeforeFree_IsNotReported() => Snippet.Verify("""
        void M(object o) { var h = GCHandle.Alloc(o); try { h.Free(); } finally { if (h.IsAllocated) h.Free(); } }
        """);

    [Fact]
    public Task DisposeTwiceThroughOneVariable_IsNotReported() => Snippet.Verify("""
        void M(Memory<byte> m) { using var pin = m.Pin(); Native.Use(pin.Pointer); pin.Dispose(); }
        """);

    [Fact]
    public Task NulledAfterReturn_IsNotReported() =>
        Snippet.Verify(
            """
            byte[]? buffer;
            void M() { byte[]? a = buffer; buffer = null; if (a != null) { ArrayPool<byte>.Shared.Return(a); } if (buffer != null) ArrayPool<byte>.Shared.Return(buffer); }
            """
        );

    [Fact]
    public Task EachElementFreedInALoop_IsNotReported() =>
        Snippet.Verify(
            """
            void M(nint[] all, List<GCHandle> handles) { foreach (nint p in all) Marshal.FreeHGlobal(p); for (int i = 0; i < all.Length; i++) Marshal.FreeHGlobal(all[i]); foreach (var h in handles) h.Free(); }
            """
        );
}
