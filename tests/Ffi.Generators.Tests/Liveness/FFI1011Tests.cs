using Ffi.Generators.Liveness.Rules;
using Ffi.Generators.Tests.Testing;

namespace Ffi.Generators.Tests.Liveness;

public class FFI1011Tests
{
    private static Task Verify(string members) =>
        AnalyzerHarness.Verify<SuppressedTransitionAnalyzer>($"delegate void Callback(); static unsafe class C {{ {members} }}");

    [Fact]
    public Task CallbackLastErrorMarshallingOrHandle_IsReported() => Verify("""
        [DllImport("n"), SuppressGCTransition] static extern void [|Each|](Callback callback);
        [DllImport("n"), SuppressGCTransition] static extern void [|EachPointer|](delegate* unmanaged<void> callback);
        [DllImport("n", SetLastError = true), SuppressGCTransition] static extern int [|Stat|](int fd);
        [DllImport("n"), SuppressGCTransition] static extern int [|Length|](string text);
        [DllImport("n"), SuppressGCTransition] static extern int [|Position|](SafeHandle handle);
        """);

    [Fact]
    public async Task NameThatSaysItWaits_IsInformation()
    {
        var found = await new AnalyzerHarness(new SuppressedTransitionAnalyzer()).Analyze("""
            static class C { [DllImport("n"), SuppressGCTransition] static extern int pthread_mutex_lock(nint mutex); [DllImport("n"), SuppressGCTransition] static extern int WaitForSingleObject(nint h); }
            """);

        Assert.Equal(2, found.Count(d => d.Severity == Microsoft.CodeAnalysis.DiagnosticSeverity.Info));
    }

    [Fact]
    public Task ShortBlittableFunction_IsNotReported() => Verify("""
        [DllImport("n"), SuppressGCTransition] static extern double cos(double x);
        [DllImport("n"), SuppressGCTransition] static extern int Sum(int* numbers, int count);
        [DllImport("n"), SuppressGCTransition] static extern void SetHandler(delegate* unmanaged<int, void> handler);
        [DllImport("n")] static extern void Each(Callback callback);
        [DllImport("n"), SuppressGCTransition] static extern long block_count(nint thread);
        """);
}
