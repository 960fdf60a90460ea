namespace Ffi.Generators.Tests.Liveness;

public class FFI1019To1023Tests
{
    [Fact]
    public Task LastError_OfACallThatDoesNotKeepIt_IsReported() => Snippet.Verify("""
        int M() { return Native.Quiet(1) < 0 ? {|FFI1019:Marshal.GetLastPInvokeError()|} : 0; }
        void N() { if (Native.Quiet(1) < 0) throw {|FFI1019:new System.ComponentModel.Win32Exception()|}; }
        """);

    [Fact]
    public Task LastError_ReadLate_IsReported() => Snippet.Verify("""
        int M() { if (Native.Open("x") < 0) { Console.WriteLine("failed"); return {|FFI1019:Marshal.GetLastWin32Error()|}; } return 0; }
        int N() { int fd = Native.Open("x"); Log(); return {|FFI1019:Marshal.GetLastPInvokeError()|}; }
        void Log() { Console.WriteLine("x"); }
        """);

    [Fact]
    public Task LastError_ReadAtOnce_IsNotReported() => Snippet.Verify("""
        int M() { int fd = Native.Open("x"); int error = Marshal.GetLastPInvokeError(); Console.WriteLine(fd); return error; }
        void N() { if (Native.Open("x") < 0) throw new System.ComponentModel.Win32Exception(Marshal.GetLastWin32Error(), $"open {1}"); }
        int O() { return Marshal.GetLastPInvokeError(); }
        """);

    [Fact]
    public Task LastError_AfterAWrapperThatKeepsItItself_IsNotReported() => Snippet.Verify("""
        static int Open() { int fd = Native.Quiet(1); Marshal.SetLastPInvokeError(Marshal.GetLastSystemError()); return fd; }
        static int Twice(int x) => 2 * x;
        void M() { if (Native.Quiet(2) == 0 && Open() < 0) throw new System.ComponentModel.Win32Exception(); }
        void N() { if (Twice(Native.Quiet(2)) < 0) throw {|FFI1019:new System.ComponentModel.Win32Exception()|}; }
        """);

    [Fact]
    public Task LastError_OfAHelperThatGivesAResult_IsNotReported() => Snippet.Verify("""
        [DllImport("n", SetLastError = true)] static extern int OpenAgain();
        static int Reopen() { return OpenAgain(); }
        static void Touch() { int fd = OpenAgain(); }
        int M() { int fd = Native.Open("x"); fd = Reopen(); return fd < 0 ? Marshal.GetLastPInvokeError() : 0; }
        int N() { int fd = Native.Open("x"); Touch(); return fd < 0 ? {|FFI1019:Marshal.GetLastPInvokeError()|} : 0; }
        """);

    [Fact]
    public Task LastError_ReadAndDropped_IsNotReported() => Snippet.Verify("""
        void M() { Native.Quiet(1); Marshal.GetLastPInvokeError(); }
        [MethodImpl(MethodImplOptions.InternalCall)] static extern int Inner();
        int N() => Inner() < 0 ? Marshal.GetLastPInvokeError() : 0;
        """);

    [Fact]
    public Task String_WrittenThrough_IsReported() => Snippet.Verify("""
        void M(string s) { fixed (char* p = s) { {|FFI1020:p[0]|} = 'x'; } }
        void N(string s) { fixed (char* p = s) { char* q = p; {|FFI1020:*q++|} = 'x'; } }
        void O(string s) { fixed (char* p = s) for (int i = 0; i < s.Length; i++) {|FFI1020:*(p + i)|} = char.ToUpper(p[i]); }
        """);

    [Fact]
    public Task String_ReadOrFreshlyMade_IsNotReported() => Snippet.Verify("""
        int M(string s) { int n = 0; fixed (char* p = s) { for (char* q = p; *q != 0; q++) n += *q; } return n; }
        string N() { string s = new string('\0', 4); fixed (char* p = s) { p[0] = 'x'; } return s; }
        void O(char[] a) { fixed (char* p = a) { p[0] = 'x'; } }
        string P(string a, string b) { string s = a + ":" + b; fixed (char* p = s) { p[0] = 'x'; } return s; }
        """);

    [Fact]
    public Task ManagedFunctionPointer_PassedToNative_IsReported() => Snippet.Verify("""
        static int Managed(int x) => x;
        void M() { Native.Invoke({|FFI1021:(nint)(delegate*<int, int>)&Managed|}); }
        void N() { delegate*<int, int> f = &Managed; Native.Use({|FFI1021:(void*)f|}); }
        void O() { var f = {|FFI1021:(delegate* unmanaged<int, int>)(delegate*<int, int>)&Managed|}; }
        """);

    [Fact]
    public Task ManagedFunctionPointer_UsedByManagedCode_IsNotReported() => Snippet.Verify("""
        static int Managed(int x) => x;
        [UnmanagedCallersOnly] static int Unmanaged(int x) => x;
        nint table;
        void M() { table = (nint)(delegate*<int, int>)&Managed; int r = ((delegate*<int, int>)table)(1); }
        void N() { Native.Invoke((nint)(delegate* unmanaged<int, int>)&Unmanaged); }
        """);

    [Fact]
    public Task Span_WithoutNul_IsReported() => Snippet.Verify("""
        void M(string s) { Native.Print({|FFI1022:Encoding.UTF8.GetBytes(s)|}); }
        void N() { Native.Print({|FFI1022:new byte[] { 65, 66 }|}); }
        void O(string s) { byte[] b = Encoding.UTF8.GetBytes(s); Native.Print({|FFI1022:b|}); }
        void P() { Native.Print({|FFI1022:"abc"u8[..2]|}); }
        [DllImport("c")] static extern int puts(byte* text);
        void Q(string s) { fixed (byte* p = Encoding.UTF8.GetBytes(s)) puts({|FFI1022:p|}); }
        """);

    [Fact]
    public Task Span_WithNul_IsNotReported() =>
        Snippet.Verify(
            """
            void M(string s, ReadOnlySpan<byte> unknown) { Native.Print("abc"u8); Native.Print(Encoding.UTF8.GetBytes(s + "\0")); Native.Print(new byte[] { 65, 0 }); Native.Print(unknown); }
            [DllImport("c")] static extern int puts(byte* text);
            void N() { fixed (byte* p = "abc"u8) puts(p); }
            void O(string s) { byte[] b = Encoding.UTF8.GetBytes(s); fixed (byte* p = b) Native.Sum(p, b.Length); }
            """
        );

    [Fact]
    public Task Handle_NotPinned_IsReported() =>
        Snippet.Verify(
            """
            nint M(byte[] a) { var h = GCHandle.Alloc(a); try { return Native.Step({|FFI1023:h.AddrOfPinnedObject()|}); } finally { h.Free(); } }
            void N(byte[] a) { var h = GCHandle.Alloc(a, GCHandleType.Weak); Native.Take({|FFI1023:h.AddrOfPinnedObject()|}); h.Free(); }
            GCHandle field;
            void O(byte[] a) { field = GCHandle.Alloc(a, GCHandleType.Normal); Native.Take({|FFI1023:field.AddrOfPinnedObject()|}); }
            """
        );

    [Fact]
    public Task Handle_PinnedOrUnknown_IsNotReported() => Snippet.Verify("""
        void M(byte[] a, GCHandleType type) { var h = GCHandle.Alloc(a, type); Native.Take(h.AddrOfPinnedObject()); h.Free(); }
        void N(GCHandle h) { Native.Take(h.AddrOfPinnedObject()); }
        """);

    [Fact]
    public Task FFI1020_OutString_IsReportedOnImportsAndNativeFunctions() =>
        Ffi.Generators.Tests.Testing.AnalyzerHarness.Verify<Ffi.Analyzers.Liveness.Rules.OutStringAnalyzer>(
            """
            static class C
            {
                [DllImport("n")] static extern int a([Out] string {|FFI1020:name|});
                [NativeFunction(StringMarshalling = StringMarshalling.Utf16)] static extern int b([In, Out] string {|FFI1020:name|});
                [NativeFunction] static extern int d(string name, [Out] byte[] data);
            }
            """
        );
}
