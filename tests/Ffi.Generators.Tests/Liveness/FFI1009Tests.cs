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
    public Task RawField_OfAFinalizableType_IsReported() =>
        Snippet.Verify(
            """
            sealed class Owner { nint handle = Native.OpenHandle(); ~Owner() { Native.Close(handle); } public void Use() { Native.Take({|FFI1009:handle|}); } }
            sealed class Disposable : IDisposable { nint handle = Native.OpenHandle(); ~Disposable() { Dispose(false); } void Dispose(bool d) { Native.Close(handle); } public void Dispose() { Dispose(true); GC.SuppressFinalize(this); }
                public int Step() { nint h = handle; return Native.Step({|FFI1009:h|}); } }
            """
        );

    [Fact]
    public Task RawHandle_ReturnedPastUsing_IsReported() => Snippet.Verify("""
        nint M() { using var h = System.IO.File.OpenHandle("x"); return {|FFI1009:h.DangerousGetHandle()|}; }
        """);

    [Fact]
    public Task RawHandle_WithAddRef_IsNotReported() =>
        Snippet.Verify(
            """
            void M(SafeHandle h) { bool ok = false; try { h.DangerousAddRef(ref ok); Native.Take(h.DangerousGetHandle()); } finally { if (ok) h.DangerousRelease(); } }
            """
        );

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
    public Task RawField_OfATypeWithoutFinalizer_IsNotReported() =>
        Snippet.Verify(
            """
            sealed class Owner : IDisposable { nint handle = Native.OpenHandle(); public void Use() { Native.Take(handle); } public void Dispose() { Native.Close(handle); } }
            """
        );

    [Fact]
    public Task RawField_OfAnObjectThatRootsItself_IsNotReported() =>
        Snippet.Verify(
            """
            sealed class Wait { nint handle; GCHandle self; public Wait() { self = GCHandle.Alloc(this); handle = Native.OpenHandle(); } ~Wait() { Native.Close(handle); } public void Again() { Native.Take(handle); } }
            sealed class Weak { nint handle; GCHandle self; public Weak() { self = GCHandle.Alloc(this, GCHandleType.Weak); handle = Native.OpenHandle(); } ~Weak() { Native.Close(handle); } public void Again() { Native.Take({|FFI1009:handle|}); } }
            """
        );

    [Fact]
    public Task RawField_ThatTheFinalizerFreesThroughDispose_IsReported() =>
        Snippet.Verify(
            """
            class Owner { nint handle = Native.OpenHandle(); ~Owner() { Dispose(false); }
                protected virtual void Dispose(bool disposing) { if (disposing) Console.WriteLine("by hand"); nint h = System.Threading.Interlocked.Exchange(ref handle, 0); if (h != 0) Native.Close(h); }
                public void A() { Native.Take({|FFI1009:handle|}); } }
            class Helped { nint handle = Native.OpenHandle(); nint Handle { get { return handle; } } ~Helped() => CleanUp(); void CleanUp() { Native.Take(handle); handle = IntPtr.Zero; }
                public void B() { Native.Take({|FFI1009:Handle|}); } }
            """
        );

    [Fact]
    public Task RawField_ThatOnlyDisposeFrees_IsNotReported() =>
        Snippet.Verify(
            """
            class Guarded { nint handle = Native.OpenHandle(); ~Guarded() { Dispose(false); }
                void Dispose(bool disposing) { if (disposing) { Native.Close(handle); handle = 0; } }
                public void A() { Native.Take(handle); } }
            class Returning { nint handle = Native.OpenHandle(); ~Returning() { Dispose(false); }
                static void OnDisposed(nint handle, bool disposing) { }
                void Dispose(bool disposing) { if (!disposing) OnDisposed(handle, disposing); if (!disposing || handle == 0) return; Native.Close(handle); handle = IntPtr.Zero; }
                public void B() { Native.Take(handle); } }
            """
        );

    [Fact]
    public Task RawField_ThatTheFinalizerOnlyReads_IsNotReported() =>
        Snippet.Verify(
            """
            class Owner { nint display = Native.OpenHandle(); nint cursor = Native.OpenHandle(); ~Owner() { FreeCursor(display, cursor); }
                [DllImport("n")] static extern void FreeCursor(nint display, nint cursor);
                public void A() { Native.Take(display); }
                public void B() { Native.Take({|FFI1009:cursor|}); } }
            class Telling { nint handle = Native.OpenHandle(); ~Telling() { Console.WriteLine(handle); OnDisposed(handle, this); } static void OnDisposed(nint handle, object owner) { }
                public void C() { Native.Take(handle); } }
            class Leaving { nint handle = Native.OpenHandle(); ~Leaving() { if (handle != 0) CloseDevice(handle, 0); } [DllImport("n")] static extern void CloseDevice(nint handle, int flags);
                public void D() { Native.Take({|FFI1009:handle|}); } }
            """
        );

    [Fact]
    public Task RawField_UnderALockThatTheFinalizerTakes_IsNotReported() => Snippet.Verify("""
        class Owner { readonly object gate = new(); nint handle = Native.OpenHandle(); ~Owner() { lock (gate) Native.Close(handle); }
            public int A() { lock (gate) return Native.Step(handle); }
            public int B() { lock (this) return Native.Step(handle); }
            public int C() { return Native.Step({|FFI1009:handle|}); } }
        """);

    [Fact]
    public Task RawField_OfASingleton_IsNotReported() =>
        Snippet.Verify(
            """
            class Single { static readonly Single instance = new(); public static Single Instance => instance; nint handle = Native.OpenHandle(); Single() { } ~Single() { Native.Close(handle); }
                public void A() { Native.Take(handle); } }
            """
        );

    [Fact]
    public Task RawHandle_GivenToASetterThatTakesAReference_IsNotReported() =>
        Snippet.Verify(
            """
            nint parent;
            nint Parent { set { Native.Step(value); parent = value; } }
            nint Plain { get; set; }
            void M(SafeHandle h) { bool ok = false; try { h.DangerousAddRef(ref ok); Parent = h.DangerousGetHandle(); } finally { if (ok) h.DangerousRelease(); } }
            void N(SafeHandle h) { Plain = {|FFI1009:h.DangerousGetHandle()|}; }
            """
        );

    [Fact]
    public Task RawHandle_DetachedFromItsOwner_IsNotReported() => Snippet.Verify("""
        nint Detach(SafeHandle handle) { nint raw = handle.DangerousGetHandle(); handle.SetHandleAsInvalid(); return raw; }
        nint Close(SafeHandle handle) { nint raw = handle.DangerousGetHandle(); handle.Dispose(); return {|FFI1009:raw|}; }
        """);

    [Fact]
    public Task RawHandle_OfATemporary_IsReported() =>
        Snippet.Verify(
            """
            nint raw;
            static System.IO.FileStream Fresh() => new("x", System.IO.FileMode.Open);
            void A() { Native.Take({|FFI1009:new System.IO.FileStream("x", System.IO.FileMode.Open).SafeFileHandle.DangerousGetHandle()|}); }
            void B() { Native.Take({|FFI1009:System.IO.File.OpenRead("x").SafeFileHandle.DangerousGetHandle()|}); }
            void D() { Native.Take({|FFI1009:System.IO.File.OpenHandle("x").DangerousGetHandle()|}); }
            void E() { Native.Take({|FFI1009:((System.IO.FileStream)(object)new System.IO.FileStream("x", System.IO.FileMode.Open)).SafeFileHandle.DangerousGetHandle()|}); }
            void F() { Native.Take({|FFI1009:((SafeHandle)new System.IO.FileStream("x", System.IO.FileMode.Open).SafeFileHandle).DangerousGetHandle()|}); }
            void G() { Native.Take({|FFI1009:new System.IO.FileStream("x", System.IO.FileMode.Open)?.SafeFileHandle?.DangerousGetHandle() ?? 0|}); }
            void H() { Native.Take({|FFI1009:System.IO.File.OpenRead("x")?.SafeFileHandle.DangerousGetHandle() ?? 0|}); }
            void I() { nint handle = new System.IO.FileInfo("x").OpenRead().SafeFileHandle.DangerousGetHandle(); Native.Take({|FFI1009:handle|}); }
            void J() { raw = {|FFI1009:new System.IO.FileStream("x", System.IO.FileMode.Open).SafeFileHandle.DangerousGetHandle()|}; }
            nint K() => {|FFI1009:new System.IO.FileStream("x", System.IO.FileMode.Open).SafeFileHandle.DangerousGetHandle()|};
            void L() { var file = new System.IO.FileStream("x", System.IO.FileMode.Open); Native.Take({|FFI1009:file.SafeFileHandle.DangerousGetHandle()|}); }
            void N() { var file = System.IO.File.OpenRead("x"); Native.Take({|FFI1009:file?.SafeFileHandle.DangerousGetHandle() ?? 0|}); }
            void O() { Native.Take({|FFI1009:Fresh().SafeFileHandle.DangerousGetHandle()|}); }
            """
        );

    [Fact]
    public Task RawHandle_OfAnOwnerThatWasDisposed_IsReported() =>
        Snippet.Verify(
            """
            void M() { nint raw; using (var file = new System.IO.FileStream("x", System.IO.FileMode.Open)) raw = file.SafeFileHandle.DangerousGetHandle(); Native.Take({|FFI1009:raw|}); }
            nint N() { using var file = System.IO.File.OpenRead("x"); return {|FFI1009:file.SafeFileHandle.DangerousGetHandle()|}; }
            """
        );

    [Fact]
    public Task RawHandle_OfAnOwnerThatLivesOn_IsNotReported() =>
        Snippet.Verify(
            """
            System.IO.FileStream? kept;
            readonly List<System.IO.FileStream> all = [];
            System.IO.FileStream Kept() => kept ??= new("x", System.IO.FileMode.Open);
            void A() { using var file = new System.IO.FileStream("x", System.IO.FileMode.Open); Native.Take(file.SafeFileHandle.DangerousGetHandle()); }
            void B() { using var file = System.IO.File.OpenRead("x"); Native.Take(file?.SafeFileHandle.DangerousGetHandle() ?? 0); }
            void D() { var file = new System.IO.FileStream("x", System.IO.FileMode.Open); Native.Take(file.SafeFileHandle.DangerousGetHandle()); file.Flush(); }
            void E() { var file = new System.IO.FileStream("x", System.IO.FileMode.Open); kept = file; Native.Take(file.SafeFileHandle.DangerousGetHandle()); }
            void F() { var file = System.IO.File.OpenRead("x"); all.Add(file); Native.Take(file.SafeFileHandle.DangerousGetHandle()); }
            void G() { Native.Take((kept = new System.IO.FileStream("x", System.IO.FileMode.Open)).SafeFileHandle.DangerousGetHandle()); }
            void H() { Native.Take(Kept().SafeFileHandle.DangerousGetHandle()); }
            void I() { Native.UseHandle(new System.IO.FileStream("x", System.IO.FileMode.Open).SafeFileHandle); }
            """
        );
}
