using Ffi.Generators.CodeFixes.Liveness;
using Ffi.Analyzers.Liveness;
using Ffi.Analyzers.Liveness.Rules;
using Ffi.Generators.Tests.Testing;

namespace Ffi.Generators.Tests.Liveness.Fixes;

public class LivenessFixTests
{
    private const string Owner = """
        class Owner
        {
            [DllImport("n")] static extern int work(nint handle);
            nint handle;
            ~Owner() { work(handle); }

        """;

    [Fact]
    public Task KeepAlive_IsAddedBehindTheCall() => CodeFixHarness.Verify<LivenessAnalyzer, KeepAliveFix>(Owner + """
            void M()
            {
                work(handle);
            }

            int N()
            {
                return work(handle);
            }
        }
        """, Owner + """
            void M()
            {
                work(handle);
                GC.KeepAlive(this);
            }

            int N()
            {
                var result = work(handle);
                GC.KeepAlive(this);
                return result;
            }
        }
        """);

    [Fact]
    public Task KeepAlive_IsNotOffered_ForAnExpressionBody() =>
        new CodeFixHarness(new LivenessAnalyzer(), new KeepAliveFix()).VerifyNothingIsOffered(Owner + "int M() => work(handle); }");

    [Fact]
    public Task Handle_IsAllocatedPinned() => CodeFixHarness.Verify<LivenessAnalyzer, PinHandleFix>("""
        class C { nint M(byte[] a, byte[] b, out GCHandle h, out GCHandle k) { h = GCHandle.Alloc(a); k = GCHandle.Alloc(b, GCHandleType.Weak); return h.AddrOfPinnedObject() + k.AddrOfPinnedObject(); } }
        """, """
        class C { nint M(byte[] a, byte[] b, out GCHandle h, out GCHandle k) { h = GCHandle.Alloc(a, GCHandleType.Pinned); k = GCHandle.Alloc(b, GCHandleType.Pinned); return h.AddrOfPinnedObject() + k.AddrOfPinnedObject(); } }
        """);

    [Fact]
    public Task Pin_IsDisposedWithUsing() => CodeFixHarness.Verify<LivenessAnalyzer, UsingPinFix>("""
        unsafe class C { byte M(Memory<byte> m) { var pin = m.Pin(); return *(byte*)pin.Pointer; } }
        """, """
        unsafe class C { byte M(Memory<byte> m) { using var pin = m.Pin(); return *(byte*)pin.Pointer; } }
        """);

    [Fact]
    public Task Using_IsNotOffered_WhereThePinIsDisposedOnSomePath() =>
        new CodeFixHarness(new LivenessAnalyzer(), new UsingPinFix()).VerifyNothingIsOffered("""
        class C { void M(Memory<byte> m, bool b) { var pin = m.Pin(); if (b) pin.Dispose(); } }
        """);

    [Fact]
    public Task Memory_IsFreedByItsOwnFamily() => CodeFixHarness.Verify<LivenessAnalyzer, RightFreeFix>("""
        unsafe class C { void M() { nint p = Marshal.AllocHGlobal(4); Marshal.FreeCoTaskMem(p); void* q = NativeMemory.AlignedAlloc(8, 8); NativeMemory.Free(q); } }
        """, """
        unsafe class C { void M() { nint p = Marshal.AllocHGlobal(4); Marshal.FreeHGlobal(p); void* q = NativeMemory.AlignedAlloc(8, 8); NativeMemory.AlignedFree(q); } }
        """);

    [Fact]
    public Task SuppressGCTransition_IsRemoved() => CodeFixHarness.Verify<SuppressedTransitionAnalyzer, RemoveSuppressedTransitionFix>("""
        static class C
        {
            [DllImport("n"), SuppressGCTransition] static extern int A(string s);
            [SuppressGCTransition]
            [DllImport("n")]
            static extern int B(string s);
        }
        """, """
        static class C
        {
            [DllImport("n")] static extern int A(string s);
            [DllImport("n")]
            static extern int B(string s);
        }
        """);

    [Fact]
    public Task SuppressGCTransition_InItsOtherSpellings_IsRemoved() =>
        CodeFixHarness.Verify<SuppressedTransitionAnalyzer, RemoveSuppressedTransitionFix>("""
        static unsafe class C
        {
            [DllImport("n"), UnmanagedCallConv(CallConvs = [typeof(CallConvSuppressGCTransition)])] static extern int A(string s);
            [DllImport("n"), UnmanagedCallConv(CallConvs = [typeof(CallConvCdecl), typeof(CallConvSuppressGCTransition)])] static extern int B(string s);
            [DllImport("n"), UnmanagedCallConv(CallConvs = new[] { typeof(CallConvSuppressGCTransition), typeof(CallConvCdecl) })] static extern int D(string s);
            [NativeFunction(SuppressGCTransition = true)] delegate int E(SafeHandle h);
            [NativeFunction("f", SuppressGCTransition = true)] delegate int F(SafeHandle h);
            static delegate* unmanaged[SuppressGCTransition]<delegate* unmanaged<void>, void> G;
            static delegate* unmanaged[Cdecl, SuppressGCTransition]<delegate* unmanaged<void>, void> H;
        }
        """, """
        static unsafe class C
        {
            [DllImport("n")] static extern int A(string s);
            [DllImport("n"), UnmanagedCallConv(CallConvs = [typeof(CallConvCdecl)])] static extern int B(string s);
            [DllImport("n"), UnmanagedCallConv(CallConvs = new[] { typeof(CallConvCdecl) })] static extern int D(string s);
            [NativeFunction] delegate int E(SafeHandle h);
            [NativeFunction("f")] delegate int F(SafeHandle h);
            static delegate* unmanaged<delegate* unmanaged<void>, void> G;
            static delegate* unmanaged[Cdecl]<delegate* unmanaged<void>, void> H;
        }
        """);

    [Fact]
    public Task Callback_FailsFast() => CodeFixHarness.Verify<UnmanagedCallersOnlyAnalyzer, CatchAllFix>("""
        class C
        {
            [UnmanagedCallersOnly]
            static int M(int x)
            {
                Console.WriteLine(x);
                return x;
            }
        }
        """, """
        class C
        {
            [UnmanagedCallersOnly]
            static int M(int x)
            {
                try
                {
                    Console.WriteLine(x);
                    return x;
                }
                catch (Exception exception)
                {
                    Environment.FailFast(exception.Message, exception);
                    return default;
                }
            }
        }
        """);

    [Fact]
    public Task LastError_IsKeptByTheDeclaration() => CodeFixHarness.Verify<LivenessAnalyzer, SetLastErrorFix>("""
        class C
        {
            [DllImport("n")] static extern int a();
            [DllImport("n", SetLastError = false)] static extern int b();
            int M() { return a() < 0 ? Marshal.GetLastPInvokeError() : 0; }
            int N() { return b() < 0 ? Marshal.GetLastPInvokeError() : 0; }
        }
        """, """
        class C
        {
            [DllImport("n", SetLastError = true)] static extern int a();
            [DllImport("n", SetLastError = true)] static extern int b();
            int M() { return a() < 0 ? Marshal.GetLastPInvokeError() : 0; }
            int N() { return b() < 0 ? Marshal.GetLastPInvokeError() : 0; }
        }
        """);

    [Fact]
    public Task Delegate_BecomesANativeCallback() => CodeFixHarness.Verify<LivenessAnalyzer, NativeCallbackFix>("""
        delegate int Callback(int x);
        class C
        {
            [DllImport("n")] static extern void each(nint visitor);
            int seen;
            void M()
            {
                each(Marshal.GetFunctionPointerForDelegate<Callback>(x => seen += x));
            }
        }
        """, """
        delegate int Callback(int x);
        class C
        {
            [DllImport("n")] static extern void each(nint visitor);
            int seen;
            void M()
            {
                using var callback = NativeCallback<Callback>.Create(x => seen += x);
                each(callback.Pointer);
            }
        }
        """);

    [Fact]
    public Task NativeCallback_IsNotOffered_WhereThePointerIsStored() =>
        new CodeFixHarness(new LivenessAnalyzer(), new NativeCallbackFix()).VerifyNothingIsOffered("""
        delegate int Callback(int x);
        class C { nint kept; int seen; void M() { kept = Marshal.GetFunctionPointerForDelegate<Callback>(x => seen += x); } }
        """);

    [Fact]
    public Task RetainedDelegate_IsKeptInAField() => CodeFixHarness.Verify<LivenessAnalyzer, DelegateFieldFix>("""
        delegate int Callback(int x);
        class C
        {
            [DllImport("n")] static extern void watch([Retained] Callback watcher);
            int seen;

            void M()
            {
                watch(x => seen += x);
            }

            static void N(int least)
            {
                watch(x => x + least);
            }
        }
        """, """
        delegate int Callback(int x);
        class C
        {
            [DllImport("n")] static extern void watch([Retained] Callback watcher);
            int seen;

            private Callback? _callback;

            void M()
            {
                watch(_callback = x => seen += x);
            }

            private static Callback? s_callback;

            static void N(int least)
            {
                watch(s_callback = x => x + least);
            }
        }
        """);

    [Fact]
    public Task Field_IsNotOffered_ForAPointerThatIsKept() =>
        new CodeFixHarness(new LivenessAnalyzer(), new DelegateFieldFix()).VerifyNothingIsOffered("""
        delegate int Callback(int x);
        class C
        {
            [DllImport("n")] static extern void watch([Retained] nint watcher);
            int seen;
            void M() => watch(Marshal.GetFunctionPointerForDelegate<Callback>(x => seen += x));
        }
        """);

    [Fact]
    public Task RawHandle_IsHeldByAnAddRef() => CodeFixHarness.Verify<LivenessAnalyzer, AddRefFix>("""
        class C
        {
            [DllImport("n")] static extern int control(nint handle);
            int M(SafeHandle file)
            {
                return control(file.DangerousGetHandle());
            }
        }
        """, """
        class C
        {
            [DllImport("n")] static extern int control(nint handle);
            int M(SafeHandle file)
            {
                bool isFileHeld = false;
                try
                {
                    file.DangerousAddRef(ref isFileHeld);
                    return control(file.DangerousGetHandle());
                }
                finally
                {
                    if (isFileHeld)
                    {
                        file.DangerousRelease();
                    }
                }
            }
        }
        """);

    [Fact]
    public Task Fixed_BecomesAPinnedBuffer() => CodeFixHarness.Verify<LivenessAnalyzer, PinnedBufferFix>("""
        unsafe class C
        {
            [DllImport("n")] static extern void begin([Retained] byte* data, int length);
            void M(byte[] data)
            {
                fixed (byte* p = data)
                {
                    begin(p, data.Length);
                }
            }
        }
        """, """
        unsafe class C
        {
            [DllImport("n")] static extern void begin([Retained] byte* data, int length);
            void M(byte[] data)
            {
                PinnedBuffer<byte> pBuffer = PinnedBuffer<byte>.Rent(data.Length);
                data.CopyTo(pBuffer.Span);
                byte* p = pBuffer.Pointer;
                begin(p, data.Length);
            }
        }
        """);
}
