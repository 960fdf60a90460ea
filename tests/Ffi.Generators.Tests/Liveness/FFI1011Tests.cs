using Ffi.Analyzers.Liveness.Rules;
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

    // The three ways to ask for it, and the pointer's.
    [Fact]
    public Task EachSpelling_IsReported() =>
        Verify(
            """
            [DllImport("n"), SuppressGCTransition] static extern void [|A|](Callback callback);
            [DllImport("n"), UnmanagedCallConv(CallConvs = [typeof(CallConvSuppressGCTransition)])] static extern void [|B|](Callback callback);
            [DllImport("n"), UnmanagedCallConv(CallConvs = new[] { typeof(CallConvCdecl), typeof(CallConvSuppressGCTransition) })] static extern void [|D|](Callback callback);
            [NativeFunction(SuppressGCTransition = true)] static extern void [|E|](Callback callback);
            [NativeFunction, UnmanagedCallConv(CallConvs = [typeof(CallConvSuppressGCTransition)])] static extern void [|F|](Callback callback);
            [NativeFunction(SuppressGCTransition = true)] delegate void [|G|](Callback callback);
            static readonly [|delegate* unmanaged[SuppressGCTransition]<delegate* unmanaged<void>, void>|] H;
            static void Local(nint p) { var each = ([|delegate* unmanaged[Cdecl, SuppressGCTransition]<Callback, void>|])p; }
            static void Parameter([|delegate* unmanaged[SuppressGCTransition]<SafeHandle, int>|] use) { }
            """.Replace("<Callback, void>", "<delegate* unmanaged<int>, void>", StringComparison.Ordinal).Replace(
                "[|delegate* unmanaged[SuppressGCTransition]<SafeHandle, int>|] use",
                "[|delegate* unmanaged[SuppressGCTransition]<delegate* unmanaged[Cdecl]<int>, int>|] use",
                StringComparison.Ordinal));

    [Fact]
    public Task OtherConventionsAndOptions_AreNotReported() => Verify("""
        [DllImport("n"), UnmanagedCallConv(CallConvs = [typeof(CallConvCdecl)])] static extern void A(Callback callback);
        [NativeFunction(SuppressGCTransition = false)] static extern void B(Callback callback);
        [NativeFunction(SuppressGCTransition = false)] delegate void D(Callback callback);
        static readonly delegate* unmanaged[Cdecl]<delegate* unmanaged<void>, void> E;
        static readonly delegate* unmanaged[SuppressGCTransition]<double, double> Cos;
        static readonly delegate* unmanaged[SuppressGCTransition]<delegate* unmanaged<void>, void> SetHandler;
        [NativeFunction, SuppressGCTransition] static extern void RegisterCallback([Retained] NativeCallback<Callback> callback);
        [SuppressGCTransition] static void Managed(Callback callback) { }
        """);

    [Fact]
    public Task LastErrorAndNativeCallback_AreReported() => Verify("""
        [NativeFunction, SuppressGCTransition] static extern int [|A|](int fd, [LastError] out int error);
        [NativeFunction(SetLastError = true), SuppressGCTransition] static extern int [|B|](int fd);
        [NativeFunction, SuppressGCTransition] static extern void [|Each|](NativeCallback<Callback> callback);
        [NativeFunction(SetLastError = true, SuppressGCTransition = true)] delegate int [|Stat|](int fd);
        """);

    [Theory]
    [InlineData("[DllImport(\"n\"), SuppressGCTransition] static extern void Each(Callback callback);", "Remove [SuppressGCTransition].")]
    [InlineData(
        "[NativeFunction(SuppressGCTransition = true)] static extern void Each(Callback callback);",
        "Remove 'SuppressGCTransition = true'.")]
    [InlineData(
        "[DllImport(\"n\"), UnmanagedCallConv(CallConvs = [typeof(CallConvSuppressGCTransition)])] static extern void Each(Callback callback);",
        "Remove CallConvSuppressGCTransition.")]
    [InlineData(
        "static delegate* unmanaged[SuppressGCTransition]<delegate* unmanaged<void>, void> Each;",
        "Remove SuppressGCTransition from the type.")]
    public async Task Message_NamesWhatToRemove(string member, string end)
    {
        var found = await new AnalyzerHarness(new SuppressedTransitionAnalyzer()).Analyze(
            $"delegate void Callback(); static unsafe class C {{ {member} }}");

        Assert.EndsWith(end, Assert.Single(found).GetMessage(), StringComparison.Ordinal);
    }
}
