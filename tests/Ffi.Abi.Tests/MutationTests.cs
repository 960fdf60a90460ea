using Ffi.Abi.Tests.Running;
using Ffi.Abi.Tests.Sources;

namespace Ffi.Abi.Tests;

/// <summary>The check itself is checked: a binding that is wrong in one place is caught, and it alone.</summary>
public sealed class MutationTests
{
    private static readonly Lazy<CaseRunner> Runner = new(() => new CaseRunner("mutated"));

    [Fact]
    public void RightBinding_HasNoMismatch() => Assert.Empty(Mismatches(source => source));

    [Fact]
    public void SwappedParameters_AreCaught() => AssertCaught(0, "int a1, long a2", "long a2, int a1");

    [Fact]
    public void SwappedParametersOfOneType_AreCaught() => AssertCaught(3, "int a1, int a2", "int a2, int a1");

    [Fact]
    public void SwappedFieldsOfAnArgument_AreCaught() =>
        AssertCaught(1, "public float f1; public int f2;", "public int f2; public float f1;");

    [Fact]
    public void SwappedFieldsOfAResult_AreCaught() =>
        AssertCaught(2, "public double f2; public long f3;", "public long f3; public double f2;");

    [Fact]
    public void NarrowerResult_IsCaught() => AssertCaught(0, "long f0(", "int f0(");

    [Fact]
    public void Report_NamesTheSeedTheSignatureAndTheArguments()
    {
        IReadOnlyList<Mismatch> mismatches =
            Mismatches(source => source.Replace("int a1, int a2", "int a2, int a1", StringComparison.Ordinal));
        string report = Runner.Value.Report(mismatches);

        Assert.Contains("1 of 4 functions", report, StringComparison.Ordinal);
        Assert.Contains("FFI_ABI_SEED=1 ", report, StringComparison.Ordinal);
        Assert.Contains("void f3(int a1, int a2)", report, StringComparison.Ordinal);
        Assert.Contains("passed a1 = 0x", report, StringComparison.Ordinal);
    }

    private static void AssertCaught(int number, string right, string wrong)
    {
        Mismatch mismatch = Assert.Single(Mismatches(source => source.Replace(right, wrong, StringComparison.Ordinal)));
        Assert.Equal(number, mismatch.Case.Number);
    }

    private static IReadOnlyList<Mismatch> Mismatches(Func<string, string> edit) =>
        Runner.Value.Run(new StaticLibraryPath(), runtimeMarshalling: true, edit);
}
