using System.Collections.Immutable;
using Ffi.Analyzers.Liveness.Rules;
using Ffi.Generators.Tests.Testing;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;

namespace Ffi.Generators.Tests.Liveness;

public class FFI1012And1013Tests
{
    private static Task Verify(string members, string assembly = "") =>
        AnalyzerHarness.Verify<UnmanagedCallersOnlyAnalyzer>(
            $"{assembly} unsafe class C {{ public static List<int> seen = new(); public virtual void Handle(int x) {{ }} {members} }}");

    [Fact]
    public Task CallOutsideTry_IsReported() => Verify("""
        [UnmanagedCallersOnly] static void {|FFI1012:A|}(int x) { seen.Add(x); }
        [UnmanagedCallersOnly] static int {|FFI1012:B|}(nint context) => ((Func<int>)GCHandle.FromIntPtr(context).Target!)();
        [UnmanagedCallersOnly] static void {|FFI1012:D|}(int x) { if (x < 0) throw new ArgumentException(); }
        """);

    [Fact]
    public Task CatchThatIsNotForAll_IsReported() => Verify("""
        [UnmanagedCallersOnly] static void {|FFI1012:A|}(int x) { try { seen.Add(x); } catch (InvalidOperationException) { } }
        [UnmanagedCallersOnly] static void {|FFI1012:B|}(int x) { try { seen.Add(x); } catch (Exception) when (x > 0) { } }
        [UnmanagedCallersOnly] static void {|FFI1012:D|}(int x) { try { seen.Add(x); } catch { throw; } }
        [UnmanagedCallersOnly] static void {|FFI1012:E|}(int x) { try { seen.Add(x); } finally { } }
        void F() { [UnmanagedCallersOnly] static void {|FFI1012:Local|}(int x) { Console.WriteLine(x); } }
        """);

    [Fact]
    public Task CatchAllAroundEverything_IsNotReported() =>
        Verify(
            """
            [UnmanagedCallersOnly] static int A(int x) { try { seen.Add(x); return 0; } catch (Exception e) { Console.Error.WriteLine(e); return -1; } }
            [UnmanagedCallersOnly] static void B(nint context) { var h = GCHandle.FromIntPtr(context); try { ((C)h.Target!).Handle(1); } catch { } finally { h.Free(); } }
            """
        );

    [Fact]
    public Task CodeThatCallsNothingThatThrows_IsNotReported() => Verify("""
        static int count;
        static int Twice(int x) => 2 * x;
        [UnmanagedCallersOnly] static int A(int x) => x + 1;
        [UnmanagedCallersOnly] static void B(int* p) { Interlocked.Increment(ref count); *p = Twice(count); }
        """);

    [Fact]
    public Task BoolOrChar_IsReported() => Verify("""
        struct S { public bool Flag; }
        [UnmanagedCallersOnly] static {|FFI1013:bool|} A({|FFI1013:char|} c, int x) => x > 0;
        [UnmanagedCallersOnly] static void B({|FFI1013:S|} s) { }
        """);

    [Fact]
    public Task BlittableOrWithoutRuntimeMarshalling_IsNotReported()
    {
        const string Members = """
            struct S { public byte Flag; public S2 Inner; } struct S2 { public long X; }
            [UnmanagedCallersOnly] static byte A(ushort c, S s, int* p, nint q) => 1;
            """;
        return Task.WhenAll(
            Verify(Members),
            Verify("[UnmanagedCallersOnly] static bool A(char c) => true;", "[assembly: DisableRuntimeMarshalling]"));
    }

    [Fact]
    public Task CallOfAMethodThatCatchesEverything_IsNotReported() => Verify("""
        static int Guarded(Func<int> work) { try { return work(); } catch (Exception) { return -1; } }
        static int Passed(Func<int> work) { try { return work(); } catch (InvalidOperationException) { return -1; } }
        [UnmanagedCallersOnly] static int A(int x) => Guarded(() => seen[x]);
        [UnmanagedCallersOnly] static int {|FFI1012:B|}(int x) => Passed(() => seen[x]);
        """);

    [Fact]
    public async Task WorkHandedToAHelperOfAnotherLibrary_IsNotReported()
    {
        using var library = new MemoryStream();
        Compilation helper = TestCompilation.Create(
            "public static class Guard { public static int Run(Func<int> work) => work(); public static int Check(int x) => x; }");
        Assert.True(helper.WithAssemblyName("Guards").Emit(library).Success);
        Compilation user = TestCompilation.Create("""
            static class C
            {
                [UnmanagedCallersOnly] static int A(int x) => Guard.Run(() => 100 / x);
                [UnmanagedCallersOnly] static int B(int x) => Guard.Check(100 / x);
            }
            """).AddReferences(MetadataReference.CreateFromImage(library.ToArray()));

        ImmutableArray<Diagnostic> reports = await user.WithAnalyzers([new UnmanagedCallersOnlyAnalyzer()]).GetAnalyzerDiagnosticsAsync();

        Assert.Equal(
            "FFI1012: B",
            string.Join(", ", reports.Select(r => $"{r.Id}: {r.Location.SourceTree!.GetText().ToString(r.Location.SourceSpan)}")));
    }

    [Fact]
    public Task EventOfAnEventSource_IsNotReported() =>
        Verify(
            """
            sealed class Log : System.Diagnostics.Tracing.EventSource { public static Log Source = new(); public void Failed(int x) { WriteEvent(1, x); } }
            [UnmanagedCallersOnly] static void A(int x) { if (x < 0) Log.Source.Failed(x); }
            """
        );

    [Fact]
    public async Task Message_NamesTheCallThatIsSeenToThrow()
    {
        Compilation user = TestCompilation.Create("""
            static class C
            {
                static void Log(string text) => Console.WriteLine(text);
                static void Check(int x) { if (x < 0) throw new ArgumentException(); }
                [UnmanagedCallersOnly] static void A(int x) { Log("a"); Check(x); }
            }
            """);

        ImmutableArray<Diagnostic> reports = await user.WithAnalyzers([new UnmanagedCallersOnlyAnalyzer()]).GetAnalyzerDiagnosticsAsync();

        Assert.StartsWith("An exception from 'Check' ", Assert.Single(reports).GetMessage(null), StringComparison.Ordinal);
    }

    [Fact]
    public Task Helper_IsJudgedByWhatItCalls() => Verify("""
        static void Free(nint p) { System.Diagnostics.Debug.Assert(p != 0); GCHandle.FromIntPtr(p).Free(); }
        static void Delete(nint p) { Interop.Files.Delete("a"); }
        [UnmanagedCallersOnly] static void A(nint p) => Free(p);
        [UnmanagedCallersOnly] static void {|FFI1012:B|}(nint p) => Delete(p);
        static class Interop { public static class Files { public static void Delete(string name) => System.IO.File.Delete(name); } }
        """);
}
