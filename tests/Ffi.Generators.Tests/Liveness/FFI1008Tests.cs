namespace Ffi.Generators.Tests.Liveness;

public class FFI1008Tests
{
    [Fact]
    public Task Temporary_IsReported() => Snippet.Verify("""
        int seen;
        void M() { Native.Invoke({|FFI1008:Marshal.GetFunctionPointerForDelegate<Callback>(x => seen = x)|}); }
        int Method(int x) => seen;
        void N() { Native.Invoke({|FFI1008:Marshal.GetFunctionPointerForDelegate(new Callback(Method))|}); }
        """);

    [Fact]
    public Task Local_LastUsedBeforeItsPointer_IsReported() => Snippet.Verify("""
        int seen;
        void M() { Callback d = x => seen = x; nint p = {|FFI1008:Marshal.GetFunctionPointerForDelegate(d)|}; Native.Invoke(p); }
        """);

    [Fact]
    public Task KeepAlive_TooEarly_IsReported() => Snippet.Verify("""
        int seen;
        void M() { Callback d = x => seen = x; nint p = {|FFI1008:Marshal.GetFunctionPointerForDelegate(d)|}; GC.KeepAlive(d); Native.Invoke(p); }
        """);

    [Fact]
    public Task Pointer_StoredOrReturned_IsReported() => Snippet.Verify("""
        nint pointer; int seen;
        int Method(int x) => seen;
        void M() { pointer = {|FFI1008:Marshal.GetFunctionPointerForDelegate(new Callback(Method))|}; }
        nint N() { Callback d = Method; return {|FFI1008:Marshal.GetFunctionPointerForDelegate(d)|}; }
        """);

    [Fact]
    public Task CapturingLambdaOrMethodGroup_ForARetainedParameter_IsReported() => Snippet.Verify("""
        int seen;
        int Method(int x) => seen;
        void M() { Native.Register({|FFI1008:x => seen = x|}); }
        void N() { Native.Register({|FFI1008:Method|}); }
        void O() { Callback d = Method; Native.Register({|FFI1008:d|}); }
        """);

    [Fact]
    public Task Delegate_InAField_IsNotReported() => Snippet.Verify("""
        Callback? kept; static readonly Callback Shared = x => x; nint pointer; int seen;
        void M() { kept = x => seen = x; Native.Invoke(Marshal.GetFunctionPointerForDelegate(kept)); Native.Register(kept); }
        void N() { pointer = Marshal.GetFunctionPointerForDelegate(Shared); }
        void O() { Callback d = x => seen = x; pointer = Marshal.GetFunctionPointerForDelegate(d); kept = d; }
        """);

    [Fact]
    public Task KeepAlive_AfterTheLastCall_IsNotReported() => Snippet.Verify("""
        int seen;
        void M() { Callback d = x => seen = x; Native.Invoke(Marshal.GetFunctionPointerForDelegate(d)); GC.KeepAlive(d); }
        void N() { Callback d = x => seen = x; try { Native.Invoke(Marshal.GetFunctionPointerForDelegate(d)); } finally { GC.KeepAlive(d); } }
        """);

    [Fact]
    public Task LambdaThatCapturesNothing_IsNotReported() => Snippet.Verify("""
        static int Method(int x) => x;
        void M() { Native.Invoke(Marshal.GetFunctionPointerForDelegate<Callback>(static x => x)); Native.Register(x => x + 1); Native.Register(Method); }
        """);

    [Fact]
    public Task Delegate_HeldByAHandleOrParameter_IsNotReported() => Snippet.Verify("""
        int seen;
        void M() { Callback d = x => seen = x; var h = GCHandle.Alloc(d); Native.Invoke(Marshal.GetFunctionPointerForDelegate(d)); h.Free(); }
        void N(Callback d) { Native.Invoke(Marshal.GetFunctionPointerForDelegate(d)); }
        """);

    [Fact]
    public Task Delegate_PassedForTheCallOnly_IsNotReported() => Snippet.Verify("""
        int seen;
        [DllImport("n")] static extern void Sort(Callback compare);
        void M() { Sort(x => seen = x); }
        """);

    [Fact]
    public Task Registered_AndUnregistered_IsNotReported() => Snippet.Verify("""
        int seen;
        void M() { Callback d = x => seen = x; Native.Register(d); try { Native.Stop(); } finally { Native.Unregister(); GC.KeepAlive(d); } }
        """);
}
