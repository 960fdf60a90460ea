using Ffi.Abi.Tests.Model;
using Ffi.Abi.Tests.Running;
using Ffi.Abi.Tests.Sources;

namespace Ffi.Abi.Tests;

/// <summary>The check itself is checked: a binding that is wrong in one place is caught, and it alone.</summary>
public sealed class MutationTests
{
    private static readonly Lazy<CaseRunner> Runner = new(() => new CaseRunner("mutated"));

    [Fact]
    public void RightBinding_HasNoMismatch() => Assert.Empty(Mismatches(source => source));

    public static TheoryData<string> Mutations => [.. Mutation.All.Select(mutation => mutation.Name)];

    [Theory, MemberData(nameof(Mutations))]
    public void AWrongBinding_IsCaught_AndItAlone(string name)
    {
        Mutation mutation = Mutation.All.Single(mutation => mutation.Name == name);
        Mismatch mismatch = Assert.Single(Mismatches(mutation.Apply));
        Assert.Equal(mutation.Case, mismatch.Case.Number);
    }

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

    private static IReadOnlyList<Mismatch> Mismatches(Func<string, string> edit) =>
        Runner.Value.Run(new StaticLibraryPath(), runtimeMarshalling: true, edit);
}
