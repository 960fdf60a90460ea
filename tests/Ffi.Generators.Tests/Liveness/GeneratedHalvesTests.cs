using Ffi.Generators.Analysis;
using Ffi.Analyzers.Liveness;
using Ffi.Analyzers.Advice;
using Ffi.Analyzers.Liveness.Rules;
using Ffi.Generators.Tests.Testing;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;

namespace Ffi.Generators.Tests.Liveness;

/// <summary>Generators put <c>[GeneratedCode]</c> on the half that they write, and the compiler then takes the whole for generated. What
/// somebody wrote is looked at all the same; what a tool wrote is not.</summary>
public class GeneratedHalvesTests
{
    private const string Imports = """
        delegate int Callback(int x);
        static unsafe partial class Native
        {
            [LibraryImport("n")] public static partial void Start([Retained(Until = "stop")] byte* p);
            [LibraryImport("n", EntryPoint = "stop")] public static partial void Stop();
            [LibraryImport("n")] public static partial void Register([Retained(Until = "unregister")] Callback callback);
            [LibraryImport("n")] public static partial void Invoke(nint callback);
            [LibraryImport("n")] public static partial int Quiet(int fd);
            [LibraryImport("n", SetLastError = true)] public static partial int Loud(int fd);
            [LibraryImport("n")] public static partial void Close([Frees] nint handle);
            [LibraryImport("n")] public static partial int Step(nint statement);
            [LibraryImport("n")] [return: BorrowedFrom("statement", InvalidatedBy = ["Step"])] public static partial byte* Text(nint statement);
            [LibraryImport("n")] [return: FreedWith("n_free")] public static partial byte* Make();
            [LibraryImport("n", EntryPoint = "n_free")] public static partial void Free(byte* p);
            [LibraryImport("n")] public static partial void Print([NulTerminated] ReadOnlySpan<byte> text);
            [LibraryImport("n")] public static partial void Take(nint handle);
        }

        """;

    private static AnalyzerHarness Harness(DiagnosticAnalyzer analyzer) => new(analyzer) { OtherGenerators = SdkGenerators.LibraryImport };

    [Fact]
    public Task LibraryImport_ThatSkipsTheTransition_IsReported() =>
        Harness(new SuppressedTransitionAnalyzer())
            .Verify(
                """
                static unsafe partial class Native
                {
                    [LibraryImport("n"), SuppressGCTransition] public static partial void [|Each|](delegate* unmanaged<void> callback);
                    [LibraryImport("n", SetLastError = true), SuppressGCTransition] public static partial int [|Stat|](int fd);
                    [LibraryImport("n"), UnmanagedCallConv(CallConvs = [typeof(CallConvSuppressGCTransition)])] public static partial int [|Position|](SafeHandle handle);
                    [LibraryImport("n"), SuppressGCTransition] public static partial double cos(double x);
                }
                """
            );

    [Fact]
    public Task LibraryImport_ThatCouldBeANativeFunction_IsReported() => Harness(new ImportAdviceAnalyzer()).Verify("""
        static partial class Native
        {
            [LibraryImport("n")] public static partial double {|FFI2001:cos|}(double x);
            [LibraryImport("n", SetLastError = true)] public static partial int {|FFI2001:stat|}(int fd);
        }
        """);

    [Fact]
    public Task CallsOfLibraryImports_AreReported() => Harness(new LivenessAnalyzer()).Verify(Imports + """
        unsafe class C
        {
            int seen;
            void Retained(byte[] a) { fixed (byte* p = a) { Native.Start({|FFI1004:p|}); } }
            void Stopped(byte[] a) { fixed (byte* p = a) { Native.Start(p); Native.Stop(); } }
            void Callback() { Native.Register({|FFI1008:x => seen = x|}); }
            void Thunk() { Native.Invoke({|FFI1008:Marshal.GetFunctionPointerForDelegate<Callback>(x => seen = x)|}); }
            void Raw(SafeHandle h) { Native.Take({|FFI1009:h.DangerousGetHandle()|}); }
            void Leaked() { byte* made = {|FFI1015:Native.Make()|}; Console.WriteLine(*made); }
            void Freed() { byte* made = Native.Make(); Native.Free(made); }
            byte Invalid(nint s) { byte* text = Native.Text(s); Native.Step(s); return {|FFI1016:*text|}; }
            int Closed(nint h) { Native.Close(h); return Native.Step({|FFI1017:h|}); }
            int Error(int fd) => Native.Quiet(fd) < 0 ? {|FFI1019:Marshal.GetLastPInvokeError()|} : 0;
            int Kept(int fd) => Native.Loud(fd) < 0 ? Marshal.GetLastPInvokeError() : 0;
            void Unterminated() { ReadOnlySpan<byte> text = [65, 66]; Native.Print({|FFI1022:text|}); }
        }
        """);

    [Fact]
    public async Task NativeFunction_WithItsGeneratedHalf_IsReported() =>
        await new AnalyzerHarness(new SuppressedTransitionAnalyzer())
        {
            Generators = [new FunctionGenerator(), new CounterpartGenerator()],
        }.Verify(
            """
            [NativeLibrary("n")]
            static unsafe partial class Native
            {
                [NativeFunction, SuppressGCTransition] public static partial void [|each|](delegate* unmanaged<void> callback);
                [NativeFunction(SuppressGCTransition = true)] public static partial int [|position|](SafeHandle handle);
            }
            """
        );

    // The other half of a type or a method, as JSON, logging and MVVM generators write them.
    private const string OtherHalf = """
        // <auto-generated/>
        [System.CodeDom.Compiler.GeneratedCode("Tool", "1.0")]
        unsafe partial class C
        {
            [System.CodeDom.Compiler.GeneratedCode("Tool", "1.0")]
            partial void OnChanged(byte[] a);
            void Ours(byte[] a) { byte* kept; fixed (byte* p = a) { kept = p; } *kept = 1; }
            [System.Runtime.InteropServices.DllImport("n")] public static extern void Start([Ffi.Retained] byte* p);
            [System.Runtime.InteropServices.DllImport("n"), System.Runtime.InteropServices.SuppressGCTransition] public static extern void Each(delegate* unmanaged<void> callback);
        }
        """;

    [Fact]
    public Task WrittenHalf_IsReported_AndTheGeneratedOneIsNot() => Verify(new LivenessAnalyzer(), """
        unsafe partial class C
        {
            partial void OnChanged(byte[] a) { fixed (byte* p = a) { Start({|FFI1004:p|}); } }
            void M(byte[] a) { byte* kept; fixed (byte* p = a) { kept = p; } {|FFI1001:*kept|} = 1; }
            [UnmanagedCallersOnly] static void Callback() => throw new InvalidOperationException();
        }
        """);

    [Fact]
    public Task DeclarationsInTheWrittenHalf_AreReported_AndGeneratedOnesAreNot() => Verify(new SuppressedTransitionAnalyzer(), """
        unsafe partial class C
        {
            [DllImport("n"), SuppressGCTransition] static extern void [|Call|](delegate* unmanaged<void> callback);
        }
        """);

    [Fact]
    public Task CallbackInTheWrittenHalf_IsReported() => Verify(new UnmanagedCallersOnlyAnalyzer(), """
        unsafe partial class C
        {
            [UnmanagedCallersOnly] static void {|FFI1012:Callback|}() => throw new InvalidOperationException();
        }
        """);

    [Fact]
    public Task FunctionInTheWrittenHalf_IsReported() => Verify(new FunctionAnalyzer(), """
        partial class C
        {
            [NativeFunction] static extern int {|FFI0008:abs|}(int n);
        }
        """);

    // What a binding generator has written and somebody has checked in.
    [Fact]
    public Task FileOfItsOwn_ThatSaysGenerated_IsNotReported() => new AnalyzerHarness(new LivenessAnalyzer()).Verify("""
        [System.CodeDom.Compiler.GeneratedCode("Tool", "1.0")]
        unsafe class C
        {
            void M(byte[] a) { byte* kept; fixed (byte* p = a) { kept = p; } *kept = 1; }
        }
        """);

    private static async Task Verify(DiagnosticAnalyzer analyzer, string marked)
    {
        var harness = new AnalyzerHarness(analyzer);
        MarkedSource source = MarkedSource.Parse(marked, harness.DefaultId);
        var found = await harness.Analyze(source.Text, OtherHalf);

        Assert.Equal(
            MarkedSource.Mark(source.Text, source.Expected),
            MarkedSource.Mark(
                source.Text,
                found.Where(d => d.Id != "CS0601").Select(d => new ExpectedDiagnostic(d.Id, d.Location.SourceSpan))));
        Assert.All(found, diagnostic => Assert.Equal(TestCompilation.FileName, diagnostic.Location.SourceTree!.FilePath));
    }
}
