using Ffi.Generators.CodeFixes.Advice;
using Ffi.Analyzers.Liveness;
using Ffi.Generators.Tests.Testing;

namespace Ffi.Generators.Tests.Liveness.Advice;

public class CallAdviceTests
{
    [Fact]
    public Task DelegateOfAPointer_IsReported_WhereItsSignatureIsPlain() => Snippet.Verify("""
        delegate void TakesText(string text); delegate bool Asks(int x);
        static Callback M(nint p) => {|FFI2002:Marshal.GetDelegateForFunctionPointer<Callback>|}(p);
        static TakesText N(nint p) => Marshal.GetDelegateForFunctionPointer<TakesText>(p);
        static Asks O(nint p) => Marshal.GetDelegateForFunctionPointer<Asks>(p);
        static T P<T>(nint p) where T : Delegate => Marshal.GetDelegateForFunctionPointer<T>(p);
        """);

    [Fact]
    public Task DelegateOfAPointer_BecomesANativeDelegate() => CodeFixHarness.Verify<LivenessAnalyzer, NativeDelegateFix>("""
        using Ffi;
        delegate int Callback(int x);
        class C { static Callback M(nint p) => Marshal.GetDelegateForFunctionPointer<Callback>(p); }
        """, """
        using Ffi;
        delegate int Callback(int x);
        class C { static Callback M(nint p) => NativeDelegate.FromPointer<Callback>(p); }
        """);

    [Fact]
    public Task Closure_ForEachTurn_IsReported() => Snippet.Verify("""
        [DllImport("n")] static extern void Each(Callback callback);
        int M(int n) { int sum = 0; for (int i = 0; i < n; i++) Each({|FFI2003:x => sum += x|}); return sum; }
        """);

    [Fact]
    public Task Closure_IsMadeBeforeTheLoop() => CodeFixHarness.Verify<LivenessAnalyzer, HoistClosureFix>("""
        delegate int Visitor(int item);
        class C
        {
            [DllImport("n")] static extern void visit(nint list, Visitor visitor);
            static int M(nint[] lists)
            {
                int count = 0;
                foreach (nint list in lists)
                {
                    visit(list, item => count += item);
                }

                return count;
            }
        }
        """, """
        delegate int Visitor(int item);
        class C
        {
            [DllImport("n")] static extern void visit(nint list, Visitor visitor);
            static int M(nint[] lists)
            {
                int count = 0;
                Visitor callback = item => count += item;
                foreach (nint list in lists)
                {
                    visit(list, callback);
                }

                return count;
            }
        }
        """);

    [Fact]
    public Task Closure_OverTheTurnItself_OrNone_OrOutside_IsNotReported() => Snippet.Verify("""
        [DllImport("n")] static extern void Each(Callback callback);
        static void Managed(Callback callback) { }
        void M(int[] all) { foreach (int item in all) Each(x => x + item); }
        void N(int n) { while (n-- > 0) Each(static x => x); }
        int O(int n) { int sum = 0; Each(x => sum += x); for (int i = 0; i < n; i++) Managed(x => sum += x); return sum; }
        """);

    [Fact]
    public Task ArrayMadeToBePinned_IsReported() =>
        Snippet.Verify(
            """
            void M() { var a = new byte[64]; var h = {|FFI2004:GCHandle.Alloc(a, GCHandleType.Pinned)|}; Native.Take(h.AddrOfPinnedObject()); h.Free(); }
            void N(byte[] given) { var h = GCHandle.Alloc(given, GCHandleType.Pinned); Native.Take(h.AddrOfPinnedObject()); h.Free(); }
            void O() { var a = new byte[64]; var h = GCHandle.Alloc(a); h.Free(); }
            """
        );

    [Fact]
    public Task Handle_OfAllTurns_IsReported() => Snippet.Verify("""
        void M(Microsoft.Win32.SafeHandles.SafeFileHandle file) { for (int i = 0; i < 9; i++) Native.UseHandle({|FFI2005:file|}); }
        void N(string[] all) { foreach (string path in all) { using var file = System.IO.File.OpenHandle(path); Native.UseHandle(file); } }
        void O(Microsoft.Win32.SafeHandles.SafeFileHandle file) { Native.UseHandle(file); }
        """);
}
