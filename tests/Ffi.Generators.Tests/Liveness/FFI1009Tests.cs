namespace Ffi.Generators.Tests.Liveness;

public class FFI1009Tests
{
    [Fact]
    public Task RawHandle_OfALocal_WithNoLaterUse_IsReported() => Snippet.Verify("""
        void M() { var h = System.IO.File.OpenHandle("x"); nint raw = h.DangerousGetHandle(); Native.Take({|FFI1009:raw|}); }
        """);

    [Fact]
    public Task RawHandle_OfAParameter_WithNoLaterUse_IsReported() => Snippet.Verify("""
        void M(SafeHandle h) { Native.Take({|FFI1009:h.DangerousGetHandle()|}); }
        """);

    [Fact]
    public Task RawHandle_AfterDispose_IsReported() => Snippet.Verify("""
        void M(SafeHandle h) { nint raw = h.DangerousGetHandle(); h.Dispose(); Native.Take({|FFI1009:raw|}); }
        """);

    [Fact]
    public Task RawHandle_SavedToAField_IsReported() => Snippet.Verify("""
        nint raw;
        void M(SafeHandle h) { raw = {|FFI1009:h.DangerousGetHandle()|}; }
        """);

    [Fact]
    public Task RawField_OfAFinalizableType_IsReported() => Snippet.Verify("""
        sealed class Owner { nint handle = Native.OpenHandle(); ~Owner() { Native.Close(handle); } public void Use() { Native.Take({|FFI1009:handle|}); } }
        sealed class Disposable : IDisposable { nint handle = Native.OpenHandle(); ~Disposable() { Dispose(false); } void Dispose(bool d) { Native.Close(handle); } public void Dispose() { Dispose(true); GC.SuppressFinalize(this); }
            public int Step() { nint h = handle; return Native.Step({|FFI1009:h|}); } }
        """);

    [Fact]
    public Task RawHandle_ReturnedPastUsing_IsReported() => Snippet.Verify("""
        nint M() { using var h = System.IO.File.OpenHandle("x"); return {|FFI1009:h.DangerousGetHandle()|}; }
        """);

    [Fact]
    public Task RawHandle_WithAddRef_IsNotReported() => Snippet.Verify("""
        void M(SafeHandle h) { bool ok = false; try { h.DangerousAddRef(ref ok); Native.Take(h.DangerousGetHandle()); } finally { if (ok) h.DangerousRelease(); } }
        """);

    [Fact]
    public Task RawHandle_WithLaterUse_IsNotReported() => Snippet.Verify("""
        void M(SafeHandle h) { Native.Take(h.DangerousGetHandle()); GC.KeepAlive(h); }
        void N() { using var h = System.IO.File.OpenHandle("x"); Native.Take(h.DangerousGetHandle()); }
        """);

    [Fact]
    public Task RawHandle_OfAField_IsNotReported() => Snippet.Verify("""
        readonly SafeHandle handle = null!;
        nint Raw => handle.DangerousGetHandle();
        void M() { Native.Take(handle.DangerousGetHandle()); }
        """);

    [Fact]
    public Task RawField_WithKeepAliveOrLaterUse_IsNotReported() => Snippet.Verify("""
        sealed class Owner { nint handle = Native.OpenHandle(); int count; ~Owner() { Native.Close(handle); }
            public void A() { Native.Take(handle); GC.KeepAlive(this); }
            public void B() { count = Native.Step(handle); }
            public void D() { Native.Take(handle); count++; } }
        """);

    [Fact]
    public Task RawField_OfATypeWithoutFinalizer_IsNotReported() => Snippet.Verify("""
        sealed class Owner : IDisposable { nint handle = Native.OpenHandle(); public void Use() { Native.Take(handle); } public void Dispose() { Native.Close(handle); } }
        """);

    [Fact]
    public Task RawField_OfAnObjectThatRootsItself_IsNotReported() => Snippet.Verify("""
        sealed class Wait { nint handle; GCHandle self; public Wait() { self = GCHandle.Alloc(this); handle = Native.OpenHandle(); } ~Wait() { Native.Close(handle); } public void Again() { Native.Take(handle); } }
        sealed class Weak { nint handle; GCHandle self; public Weak() { self = GCHandle.Alloc(this, GCHandleType.Weak); handle = Native.OpenHandle(); } ~Weak() { Native.Close(handle); } public void Again() { Native.Take({|FFI1009:handle|}); } }
        """);
}
