namespace Ffi.Generators.Tests.Liveness;

public class FFI1016To1018Tests
{
    [Fact]
    public Task BorrowedText_AfterTheNextStep_IsReported() => Snippet.Verify("""
        byte M(nint s) { byte* t = Native.Text(s); Native.Step(s); return {|FFI1016:*t|}; }
        void N(nint s) { byte* t = null; while (Native.Step(s) == 1) { if (t != null) Native.Use({|FFI1016:t|}); t = Native.Text(s); } }
        """);

    [Fact]
    public Task BorrowedText_AfterItsOwnerIsFreed_IsReported() => Snippet.Verify("""
        void M(nint s) { byte* t = Native.Text(s); Native.Close(s); Native.Use({|FFI1016:t|}); }
        byte* N() { nint s = Native.OpenHandle(); byte* t = Native.Text(s); try { return {|FFI1016:t|}; } finally { Native.Close(s); } }
        """);

    [Fact]
    public Task BorrowedText_UsedBefore_IsNotReported() => Snippet.Verify("""
        string M(nint s) { byte* t = Native.Text(s); string r = Marshal.PtrToStringUTF8((nint)t)!; Native.Step(s); return r; }
        void N(nint s, nint other) { byte* t = Native.Text(s); Native.Step(other); Native.Use(t); }
        void O(nint s) { while (Native.Step(s) == 1) { byte* t = Native.Text(s); Native.Use(t); } }
        """);

    [Fact]
    public Task Handle_AfterFrees_IsReported() => Snippet.Verify("""
        void M() { nint h = Native.OpenHandle(); Native.Close(h); Native.Take({|FFI1017:h|}); }
        int N(nint h, bool b) { if (b) Native.Close(h); return Native.Step({|FFI1017:h|}); }
        void O(nint h) { nint copy = h; try { Native.Step(h); } finally { Native.Close(h); } Native.Take({|FFI1017:copy|}); }
        """);

    [Fact]
    public Task Handle_FreedTwice_IsReportedAsThat() => Snippet.Verify("""
        void M() { nint h = Native.OpenHandle(); Native.Close(h); {|FFI1007:Native.Close(h)|}; }
        """);

    [Fact]
    public Task Handle_OpenedAgain_IsNotReported() => Snippet.Verify("""
        void M() { nint h = Native.OpenHandle(); Native.Close(h); h = Native.OpenHandle(); Native.Take(h); Native.Close(h); }
        void N(nint h, bool b) { if (b) { Native.Close(h); h = 0; } if (h != 0) Native.Take(h); }
        int O(nint h) { int r = Native.Step(h); Native.Close(h); return r; }
        """);

    [Fact]
    public Task Symbol_AfterUnload_IsReported() =>
        Snippet.Verify(
            """
            int M() { nint lib = NativeLibrary.Load("m"); var f = (delegate* unmanaged<int>)NativeLibrary.GetExport(lib, "f"); NativeLibrary.Free(lib); return {|FFI1018:f()|}; }
            int N() { nint lib = NativeLibrary.Load("m"); var d = {|FFI2002:Marshal.GetDelegateForFunctionPointer<Callback>|}(NativeLibrary.GetExport(lib, "f")); NativeLibrary.Free(lib); return {|FFI1018:d(1)|}; }
            nint O() { nint lib = NativeLibrary.Load("m"); try { return {|FFI1018:NativeLibrary.GetExport(lib, "f")|}; } finally { NativeLibrary.Free(lib); } }
            nint P() { using NativeModule m = NativeModule.Load("m"); return {|FFI1018:m.GetSymbol("f")|}; }
            nint kept;
            void Q() { if (NativeLibrary.TryLoad("m", out nint lib)) { if (NativeLibrary.TryGetExport(lib, "f", out nint s)) kept = {|FFI1018:s|}; NativeLibrary.Free(lib); } }
            """
        );

    [Fact]
    public Task Symbol_WhileLoaded_IsNotReported() =>
        Snippet.Verify(
            """
            int M() { nint lib = NativeLibrary.Load("m"); int r = ((delegate* unmanaged<int>)NativeLibrary.GetExport(lib, "f"))(); NativeLibrary.Free(lib); return r; }
            static readonly nint Lib = NativeLibrary.Load("m");
            nint N() { return NativeLibrary.GetExport(Lib, "f"); }
            nint O(string name) { if (!NativeLibrary.TryLoad(name, out nint lib)) return 0; if (!NativeLibrary.TryGetExport(lib, "f", out nint s)) { NativeLibrary.Free(lib); return 0; } return s; }
            """
        );

    [Fact]
    public Task FFI1016_OutParameterThatIsBorrowed_IsReportedAfterItsEnd() =>
        Snippet.Verify(
            """
            [DllImport("n")] static extern int Get(nint statement, [BorrowedFrom("statement", InvalidatedBy = new[] { "Step" })] out byte* text);
            byte M(nint s) { Get(s, out byte* text); Native.Step(s); return {|FFI1016:*text|}; }
            byte N(nint s) { Get(s, out byte* text); byte first = *text; Native.Step(s); return first; }
            """
        );

    [Fact]
    public Task FFI1014_OutParameterThatTheCallerFrees_IsReportedAfterItsEnd() => Snippet.Verify("""
        [DllImport("n")] static extern int Create([FreedWith("n_free")] out byte* made);
        byte M() { Create(out byte* made); Native.Free(made); return {|FFI1014:*made|}; }
        int N() { int error = Create(out byte* made); if (error != 0) return error; int first = *made; Native.Free(made); return first; }
        """);
}
