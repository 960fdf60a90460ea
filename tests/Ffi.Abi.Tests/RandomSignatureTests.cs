using Ffi.Abi.Tests.Running;
using Ffi.Abi.Tests.Sources;

namespace Ffi.Abi.Tests;

/// <summary>Functions of random signatures, called with random values: C sees each argument as it was passed, and C# each result. Callbacks
/// of the same signatures are in the way of some.</summary>
public sealed class RandomSignatureTests
{
    private static readonly Lazy<CaseRunner> Marshalled = new(() => new CaseRunner("marshalled"));
    private static readonly Lazy<CaseRunner> Unmarshalled = new(() => new CaseRunner("unmarshalled"));

    [Theory, InlineData(true), InlineData(false)]
    public void StaticLibrary_PassesAndReturnsEverything(bool runtimeMarshalling) =>
        AssertNoMismatch(new StaticLibraryPath(), runtimeMarshalling);

    [Theory, InlineData(true), InlineData(false)]
    public void InstanceLibrary_PassesAndReturnsEverything(bool runtimeMarshalling) =>
        AssertNoMismatch(new InstanceLibraryPath(), runtimeMarshalling);

    [Theory, InlineData(true), InlineData(false)]
    public void FunctionPointer_PassesAndReturnsEverything(bool runtimeMarshalling) =>
        AssertNoMismatch(new FunctionPointerPath(), runtimeMarshalling);

    [Theory, InlineData(true), InlineData(false)]
    public void TypedDelegate_PassesAndReturnsEverything(bool runtimeMarshalling) =>
        AssertNoMismatch(new TypedDelegatePath(), runtimeMarshalling);

    [Theory, InlineData(true), InlineData(false)]
    public void DynamicDelegate_PassesAndReturnsEverything(bool runtimeMarshalling) =>
        AssertNoMismatch(new DynamicDelegatePath(), runtimeMarshalling);

    [Fact]
    public void LentCallback_GetsAndAnswersEverything() => AssertNoMismatch(new LentCallbackPath(), runtimeMarshalling: true);

    [Fact]
    public void RetainedCallback_GetsAndAnswersEverything() => AssertNoMismatch(new RetainedCallbackPath(), runtimeMarshalling: false);

    [Fact]
    public void StaticCallback_GetsAndAnswersEverything() => AssertNoMismatch(new StaticCallbackPath(), runtimeMarshalling: false);

    // The run time marshals the thunk's own types, which a struct with a bool or char is not blittable for.
    [Fact]
    public void OpenCallback_GetsAndAnswersEverything() => AssertNoMismatch(new OpenCallbackPath(), runtimeMarshalling: true);

    [Fact]
    public void NativeCall_PassesAndReturnsEverything()
    {
        CaseRunner runner = new("small-structs");
        IReadOnlyList<Mismatch> mismatches = runner.Run(new NativeCallPath(), runtimeMarshalling: false);
        Assert.True(mismatches.Count == 0, runner.Report(mismatches));
    }

    [Fact]
    public void NativeSignature_PassesAndReturnsEverything()
    {
        CaseRunner runner = new("small-structs");
        IReadOnlyList<Mismatch> mismatches = runner.Run(new NativeSignaturePath(), runtimeMarshalling: false);
        Assert.True(mismatches.Count == 0, runner.Report(mismatches));
    }

    private static void AssertNoMismatch(CallPath path, bool runtimeMarshalling)
    {
        CaseRunner runner = (runtimeMarshalling ? Marshalled : Unmarshalled).Value;
        IReadOnlyList<Mismatch> mismatches = runner.Run(path, runtimeMarshalling);
        Assert.True(mismatches.Count == 0, runner.Report(mismatches));
    }
}
