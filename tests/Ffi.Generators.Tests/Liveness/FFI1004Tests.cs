namespace Ffi.Generators.Tests.Liveness;

public class FFI1004Tests
{
    [Fact]
    public Task FixedPointer_IsReported() => Snippet.Verify("""
        void M(byte[] a) { fixed (byte* p = a) { Native.Start({|FFI1004:p|}); } }
        """);

    [Fact]
    public Task StackMemory_IsReported() => Snippet.Verify("""
        void M() { byte* p = stackalloc byte[8]; Native.Start({|FFI1004:p|}); }
        void N() { int x = 0; Native.StartForever({|FFI1004:(nint)(&x)|}); }
        """);

    [Fact]
    public Task ArrayOrRef_IsReported() => Snippet.Verify("""
        void M(byte[] a) { Native.StartArray({|FFI1004:a|}); }
        void N() { int x = 0; Native.StartRef(ref {|FFI1004:x|}); }
        """);

    [Fact]
    public Task UsingScopedPin_ThatEndsFirst_IsReported() => Snippet.Verify("""
        void M(Memory<byte> m) { using var pin = m.Pin(); Native.Start({|FFI1004:(byte*)pin.Pointer|}); }
        """);

    [Fact]
    public Task HandleFreed_BeforeNativeLetsGo_IsReported() =>
        Snippet.Verify(
            """
            void M(byte[] a) { var h = GCHandle.Alloc(a, GCHandleType.Pinned); Native.Start({|FFI1004:(byte*)h.AddrOfPinnedObject()|}); h.Free(); Native.Stop(); }
            """
        );

    [Fact]
    public Task UsingScopedPin_EndedAfterUntil_IsNotReported() => Snippet.Verify("""
        void M(Memory<byte> m) { using var pin = m.Pin(); Native.Start((byte*)pin.Pointer); Native.Stop(); }
        """);

    [Fact]
    public Task NativeMemoryOrPinnedHeap_IsNotReported() => Snippet.Verify("""
        void M() { byte* p = (byte*)NativeMemory.Alloc(8); Native.Start(p); }
        void N() { var a = GC.AllocateArray<byte>(8, pinned: true); Native.StartForever(Marshal.UnsafeAddrOfPinnedArrayElement(a, 0)); }
        """);

    [Fact]
    public Task HandleInAField_IsNotReported() => Snippet.Verify("""
        GCHandle handle;
        void M(byte[] a) { handle = GCHandle.Alloc(a, GCHandleType.Pinned); Native.Start((byte*)handle.AddrOfPinnedObject()); }
        """);

    [Fact]
    public Task LifetimesFile_SaysRetained_IsReported() => Snippet.Verify("""
        void M(byte[] a) { fixed (byte* p = a) { Native.Use({|FFI1004:p|}); } }
        """, "Native.Use  p retained until stop");
}
