namespace Ffi.Generators.Tests.Liveness;

public class FFI1005Tests
{
    [Fact]
    public Task Address_AfterFree_IsReported() =>
        Snippet.Verify(
            """
            void M(byte[] a) { var h = GCHandle.Alloc(a, GCHandleType.Pinned); nint p = h.AddrOfPinnedObject(); h.Free(); Native.Take({|FFI1005:p|}); }
            """
        );

    [Fact]
    public Task AddrOfPinnedObject_AfterFree_IsReported() => Snippet.Verify("""
        nint M(byte[] a) { var h = GCHandle.Alloc(a, GCHandleType.Pinned); h.Free(); return {|FFI1005:h.AddrOfPinnedObject()|}; }
        """);

    [Fact]
    public Task Pointer_OfADisposedMemoryHandle_IsReported() => Snippet.Verify("""
        void M(Memory<byte> m) { byte* p; using (var pin = m.Pin()) { p = (byte*)pin.Pointer; } {|FFI1005:*p|} = 1; }
        """);

    [Fact]
    public Task Pointer_ReturnedFromItsUsing_IsReported() => Snippet.Verify("""
        void* M(Memory<byte> m) { using var pin = m.Pin(); return {|FFI1005:pin.Pointer|}; }
        """);

    [Fact]
    public Task Address_ReturnedPastFinally_IsReported() =>
        Snippet.Verify(
            """
            nint M(byte[] a) { var h = GCHandle.Alloc(a, GCHandleType.Pinned); try { return {|FFI1005:h.AddrOfPinnedObject()|}; } finally { h.Free(); } }
            """
        );

    [Fact]
    public Task RentedArray_AfterReturn_IsReported() =>
        Snippet.Verify(
            """
            int M() { var a = ArrayPool<byte>.Shared.Rent(16); ArrayPool<byte>.Shared.Return(a); return {|FFI1005:a[0]|}; }
            void N() { var a = ArrayPool<byte>.Shared.Rent(16); Span<byte> s = a.AsSpan(0, 4); ArrayPool<byte>.Shared.Return(a); {|FFI1005:s|}.Fill(1); }
            """
        );

    [Fact]
    public Task RentedArray_ReturnedOnOnePath_IsReported() =>
        Snippet.Verify(
            """
            void M(bool failed) { var a = ArrayPool<byte>.Shared.Rent(16); if (failed) { ArrayPool<byte>.Shared.Return(a); } fixed (byte* p = {|FFI1005:a|}) Native.Use(p); }
            """
        );

    [Fact]
    public Task Field_AfterFree_IsReported() => Snippet.Verify("""
        GCHandle handle;
        void M() { nint p = handle.AddrOfPinnedObject(); handle.Free(); Native.Take({|FFI1005:p|}); }
        """);

    [Fact]
    public Task PinnedBuffer_AfterDispose_IsReported() => Snippet.Verify("""
        void M() { byte* p; using (var b = PinnedBuffer<byte>.Rent(16)) { p = b.Pointer; } Native.Use({|FFI1005:p|}); }
        """);

    [Fact]
    public Task MemoryOwner_AfterDispose_IsReported() => Snippet.Verify("""
        int M() { var owner = MemoryPool<byte>.Shared.Rent(4); var m = owner.Memory; owner.Dispose(); return {|FFI1005:m.Span|}[0]; }
        """);

    [Fact]
    public Task Address_BeforeFree_IsNotReported() =>
        Snippet.Verify(
            """
            void M(byte[] a) { var h = GCHandle.Alloc(a, GCHandleType.Pinned); try { Native.Take(h.AddrOfPinnedObject()); } finally { h.Free(); } }
            """
        );

    [Fact]
    public Task HandleAllocatedAgain_IsNotReported() => Snippet.Verify("""
        void M(byte[] a, byte[] b) { var h = GCHandle.Alloc(a, GCHandleType.Pinned); Native.Take(h.AddrOfPinnedObject()); h.Free();
            h = GCHandle.Alloc(b, GCHandleType.Pinned); Native.Take(h.AddrOfPinnedObject()); h.Free(); }
        """);

    [Fact]
    public Task RentedArray_ReplacedInALoop_IsNotReported() =>
        Snippet.Verify(
            """
            void M(int n) { var a = ArrayPool<byte>.Shared.Rent(16); while (a.Length < n) { var bigger = ArrayPool<byte>.Shared.Rent(a.Length * 2); a.CopyTo(bigger, 0);
                ArrayPool<byte>.Shared.Return(a); a = bigger; } a[0] = 1; ArrayPool<byte>.Shared.Return(a); }
            """
        );

    [Fact]
    public Task RentedArray_ReturnedAndLeft_IsNotReported() =>
        Snippet.Verify(
            """
            int M(bool b) { var a = ArrayPool<byte>.Shared.Rent(16); if (b) { ArrayPool<byte>.Shared.Return(a); return 0; } int x = a[0]; ArrayPool<byte>.Shared.Return(a); return x; }
            """
        );

    [Fact]
    public Task FieldArray_ReturnedThenGrown_IsNotReported() => Snippet.Verify("""
        byte[] buffer = new byte[1];
        void Grow() { buffer = new byte[9]; }
        void M() { ArrayPool<byte>.Shared.Return(buffer); Grow(); buffer[0] = 1; }
        """);

    [Fact]
    public Task FlagThatGuardsReturn_AlsoGuardsUse_IsNotReported() =>
        Snippet.Verify(
            """
            void M(int n) { byte[]? rented = null; Span<byte> s = n <= 64 ? stackalloc byte[64] : (rented = ArrayPool<byte>.Shared.Rent(n)); s[0] = 1; if (rented != null) ArrayPool<byte>.Shared.Return(rented); }
            void N(bool done, byte[] a) { var h = GCHandle.Alloc(a, GCHandleType.Pinned); if (done) h.Free(); if (!done) { Native.Take(h.AddrOfPinnedObject()); h.Free(); } }
            """
        );

    [Fact]
    public Task DisposeOfAMember_IsNotReported() => Snippet.Verify("""
        PinnedBuffer<byte> Buffer { get; } = PinnedBuffer<byte>.Rent(4); byte[] array = new byte[4]; GCHandle handle;
        void M() => Buffer.Dispose();
        void N() { ArrayPool<byte>.Shared.Return(array); }
        void O() { if (handle.IsAllocated) handle.Free(); }
        """);

    [Fact]
    public Task Pin_InTheStateOfACall_IsNotReported() =>
        Snippet.Verify(
            """
            class Stream { public nint NextOut; }
            readonly Stream stream = new();
            nint last;
            static int Deflate() => 0;
            int M(byte[] a) { var h = GCHandle.Alloc(a, GCHandleType.Pinned); try { stream.NextOut = h.AddrOfPinnedObject(); return Deflate(); } finally { h.Free(); } }
            int N(byte[] a) { var h = GCHandle.Alloc(a, GCHandleType.Pinned); try { last = {|FFI1005:h.AddrOfPinnedObject()|}; return Deflate(); } finally { h.Free(); } }
            """
        );
}
