using Ffi.Analyzers.Liveness;
using Ffi.Generators.Tests.Testing;
using Microsoft.CodeAnalysis;

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
    public Task KeepAlive_TooEarly_IsReported() =>
        Snippet.Verify(
            """
            int seen;
            void M() { Callback d = x => seen = x; nint p = {|FFI1008:Marshal.GetFunctionPointerForDelegate(d)|}; GC.KeepAlive(d); Native.Invoke(p); }
            """
        );

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
    public Task KeepAlive_AfterTheLastCall_IsNotReported() =>
        Snippet.Verify(
            """
            int seen;
            void M() { Callback d = x => seen = x; Native.Invoke(Marshal.GetFunctionPointerForDelegate(d)); GC.KeepAlive(d); }
            void N() { Callback d = x => seen = x; try { Native.Invoke(Marshal.GetFunctionPointerForDelegate(d)); } finally { GC.KeepAlive(d); } }
            """
        );

    [Fact]
    public Task LambdaThatCapturesNothing_IsNotReported() =>
        Snippet.Verify(
            """
            static int Method(int x) => x;
            void M() { Native.Invoke(Marshal.GetFunctionPointerForDelegate<Callback>(static x => x)); Native.Register(x => x + 1); Native.Register(Method); }
            """
        );

    [Fact]
    public Task Delegate_HeldByAHandleOrParameter_IsNotReported() =>
        Snippet.Verify(
            """
            int seen;
            void M() { Callback d = x => seen = x; var h = GCHandle.Alloc(d); Native.Invoke(Marshal.GetFunctionPointerForDelegate(d)); h.Free(); }
            void N(Callback d) { Native.Invoke(Marshal.GetFunctionPointerForDelegate(d)); }
            """
        );

    [Fact]
    public Task Delegate_PassedForTheCallOnly_IsNotReported() => Snippet.Verify("""
        int seen;
        [DllImport("n")] static extern void Sort(Callback compare);
        void M() { Sort(x => seen = x); }
        """);

    [Fact]
    public Task Registered_AndUnregistered_IsNotReported() =>
        Snippet.Verify(
            """
            int seen;
            void M() { Callback d = x => seen = x; Native.Register(d); try { Native.Stop(); } finally { Native.Unregister(); GC.KeepAlive(d); } }
            """
        );

    private const string Functions = """
        delegate int Callback(int x);
        static class Native
        {
            [DllImport("n")] public static extern void Register([Retained(Until = "unregister")] nint callback);
            [DllImport("n")] public static extern void RegisterObject([Retained(Until = "unregister")] NativeCallback<Callback> callback);
            [DllImport("n")] public static extern void RegisterForever([Retained] nint callback);
            [DllImport("n", EntryPoint = "unregister")] public static extern void Unregister();
            [DllImport("n")] public static extern void Invoke(nint callback);
        }
        static class Work { public static void Step(int x) { if (x < 0) throw new ArgumentException(); } }
        """;

    // What is said of a NativeCallback is what to do with one.
    [Theory]
    [InlineData(
        "using var kept = NativeCallback<Callback>.Create(x => x); Native.Register(kept.Pointer);",
        "The NativeCallback 'kept' is disposed while native code can still call it. Dispose it after the call of 'unregister'.")]
    [InlineData(
        "using var kept = NativeCallback<Callback>.Create(x => x); Native.RegisterObject(kept);",
        "The NativeCallback 'kept' is disposed while native code can still call it. Dispose it after the call of 'unregister'.")]
    [InlineData(
        "using var kept = NativeCallback<Callback>.Create(x => x); Native.RegisterForever(kept.Pointer);",
        "The NativeCallback 'kept' is disposed while native code can still call it. Keep it for as long as native code can call it, in a field."
    )]
    [InlineData(
        "given.Dispose(); Native.Invoke(given.Pointer);",
        "'Invoke' gets the address of the NativeCallback 'given' after it was disposed. Dispose it after the last use.")]
    [InlineData(
        "Native.RegisterObject(given); given.Dispose();",
        "The NativeCallback 'given' is disposed while native code can still call it. Dispose it after the call of 'unregister'.")]
    [InlineData(
        "using var kept = NativeCallback<Callback>.Create(x => x); Native.Register(kept.Pointer); Work.Step(step); Native.Unregister();",
        "When an exception is thrown, the NativeCallback 'kept' is disposed while native code can still call it. Call 'unregister' in a finally block, before it is disposed."
    )]
    [InlineData(
        "using var kept = NativeCallback<Callback>.Create(x => x); Native.Register(kept.Pointer); try { Work.Step(step); Native.Unregister(); } catch (ArgumentException) { }",
        "When an exception is thrown, the NativeCallback 'kept' is disposed while native code can still call it. Call 'unregister' in a finally block, before it is disposed."
    )]
    [InlineData(
        "using var kept = NativeCallback<Callback>.Create(x => x); Native.Register(kept.Pointer); Work.Step(step);",
        "The NativeCallback 'kept' is disposed while native code can still call it. Dispose it after the call of 'unregister'.")]
    [InlineData(
        "Callback kept = x => step + x; nint pointer = Marshal.GetFunctionPointerForDelegate(kept); Native.Invoke(pointer);",
        "Nothing keeps the delegate 'kept' alive while 'Invoke' can call it. Keep it in a field or a NativeCallback<T>, or call GC.KeepAlive after the last native use."
    )]
    public async Task Message_SaysWhatToDoWithWhatIsThere(string body, string message)
    {
        var found = await new AnalyzerHarness(new LivenessAnalyzer()).Analyze(
            $"class C {{ void M(NativeCallback<Callback> given, int step) {{ {body} }} }}",
            Functions);

        Diagnostic only = Assert.Single(found);
        Assert.Equal(("FFI1008", message), (only.Id, only.GetMessage()));
    }

    [Fact]
    public async Task NativeCallback_UnregisteredInFinally_IsNotReported() =>
        Assert.Empty(
            await new AnalyzerHarness(new LivenessAnalyzer()).Analyze(
                "class C { void M(int step) { using var kept = NativeCallback<Callback>.Create(x => x); Native.Register(kept.Pointer); try { Work.Step(step); } finally { Native.Unregister(); } } }",
                Functions));
}
