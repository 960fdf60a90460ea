using Ffi.Generators.CodeFixes.Liveness;
using Ffi.Generators.Liveness;
using Ffi.Generators.Liveness.Rules;
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
    public Task Using_IsNotOffered_WhereThePinIsDisposedOnSomePath() => new CodeFixHarness(new LivenessAnalyzer(), new UsingPinFix()).VerifyNothingIsOffered("""
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
}
