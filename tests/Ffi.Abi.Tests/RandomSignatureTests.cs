using System.Globalization;
using Ffi.Abi.Tests.Model;
using Ffi.Abi.Tests.Running;
using Ffi.Abi.Tests.Sources;

namespace Ffi.Abi.Tests;

/// <summary>Functions of random signatures, called with random values: C sees each argument as it was passed, and C# each result. Callbacks of
/// the same signatures stand in the way of some.</summary>
/// <remarks>FFI_ABI_SEED and FFI_ABI_CASES draw others, and more of them.</remarks>
public sealed class RandomSignatureTests
{
    private static readonly int Seed = Setting("FFI_ABI_SEED", 20_260_801);
    private static readonly int Count = Setting("FFI_ABI_CASES", 500);

    // Where the run time marshals, a struct with a bool or char is not blittable, and does not compile.
    private static readonly Lazy<CaseRunner> Marshalled = Runner(ScalarType.Blittable, "marshalled");
    private static readonly Lazy<CaseRunner> Unmarshalled = Runner(ScalarType.All, "unmarshalled");

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

    // No marshalling stands between NativeCall and C, so one set is twice the size instead.
    [Fact]
    public void NativeCall_PassesAndReturnsEverything()
    {
        CaseRunner runner = new(CaseGenerator.Draw(Seed, 2 * Count, ScalarType.All, NativeType.MaxStructBytes), "small-structs");
        IReadOnlyList<Mismatch> mismatches = runner.Run(new NativeCallPath(), runtimeMarshalling: false);
        Assert.True(mismatches.Count == 0, runner.Report(mismatches));
    }

    private static Lazy<CaseRunner> Runner(IReadOnlyList<ScalarType> fieldScalars, string name) =>
        new(() => new CaseRunner(CaseGenerator.Draw(Seed, Count, fieldScalars), name));

    private static void AssertNoMismatch(CallPath path, bool runtimeMarshalling)
    {
        CaseRunner runner = (runtimeMarshalling ? Marshalled : Unmarshalled).Value;
        IReadOnlyList<Mismatch> mismatches = runner.Run(path, runtimeMarshalling);
        Assert.True(mismatches.Count == 0, runner.Report(mismatches));
    }

    private static int Setting(string name, int otherwise) =>
        Environment.GetEnvironmentVariable(name) is { Length: > 0 } value ? int.Parse(value, CultureInfo.InvariantCulture) : otherwise;
}
