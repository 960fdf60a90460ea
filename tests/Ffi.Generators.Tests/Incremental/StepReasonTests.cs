using Ffi.Generators.Tests.Testing;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace Ffi.Generators.Tests.Incremental;

public class StepReasonTests
{
    private const string Cos = """
        [NativeLibrary("m")] static partial class LibM
        {
            [NativeFunction("cos")] public static partial double Cos(double x);
        }
        """;

    private const string Getpid = """
        [NativeLibrary] partial class LibC
        {
            [NativeFunction("getpid")] public partial int ProcessId();
        }
        """;

    private readonly CSharpCompilation _first = TestCompilation.Create(Cos, Getpid);
    private readonly GeneratorRun _run;

    public StepReasonTests() => _run = new GeneratorRun().Update(_first);

    [Fact]
    public void SameCompilation_LeavesEveryStepCached() =>
        Assert.Equal([RunReasons.Cached, RunReasons.Cached], RunReasons.Of(_run.Update(_first)));

    [Fact]
    public void AddingAnUnrelatedFile_WritesNothingAnew() =>
        Assert.Equal(
            [RunReasons.ReadAgain, RunReasons.ReadAgain],
            RunReasons.Of(_run.Update(_first.AddSyntaxTrees(Parse("class Unrelated;", "Unrelated.cs")))));

    [Fact]
    public void AddingACommentInTheSameFile_WritesNothingAnew() =>
        Assert.Equal([RunReasons.ReadAgain, RunReasons.ReadAgain], RunReasons.Of(_run.Update(WithFirst("// A comment.\n" + Cos))));

    [Fact]
    public void MovingTheLibraryInItsFile_WritesNothingAnew() =>
        Assert.Equal(
            [RunReasons.ReadAgain, RunReasons.ReadAgain],
            RunReasons.Of(_run.Update(WithFirst("class Before { int _x; }\n\n\n" + Cos))));

    [Fact]
    public void AddingAMethodThatIsNoFunction_WritesNothingAnew() =>
        Assert.Equal(
            [RunReasons.ReadAgain, RunReasons.ReadAgain],
            RunReasons.Of(_run.Update(WithFirst(Cos[..^1] + "public static double Twice(double x) => 2 * Cos(x); }"))));

    [Fact]
    public void RenamingAParameter_WritesThatLibraryAnew() =>
        Assert.Equal(
            [RunReasons.WrittenAnew, RunReasons.ReadAgain],
            RunReasons.Of(_run.Update(WithFirst(Cos.Replace("double x", "double angle")))));

    [Fact]
    public void AddingAnotherLibrary_WritesNoOtherAnew()
    {
        RunReasons[] reasons = RunReasons.Of(_run.Update(_first.AddSyntaxTrees(Parse(Cos.Replace("LibM", "LibN"), "More.cs"))));

        Assert.Equal([RunReasons.ReadAgain, RunReasons.ReadAgain], reasons[..2]);
        Assert.Equal(IncrementalStepRunReason.New, reasons[2].Output);
    }

    [Fact]
    public void AllowingUnsafeCode_WritesEveryLibraryAnew()
    {
        var forbidden = new GeneratorRun().Update(_first.WithOptions(TestCompilation.Options.WithAllowUnsafe(false)));

        Assert.Equal([RunReasons.WrittenAnew, RunReasons.WrittenAnew], RunReasons.Of(forbidden.Update(_first)));
    }

    private CSharpCompilation WithFirst(string source)
    {
        SyntaxTree old = _first.SyntaxTrees.Single(tree => tree.FilePath == TestCompilation.FileName);
        return _first.ReplaceSyntaxTree(old, Parse(source, old.FilePath));
    }

    private static SyntaxTree Parse(string source, string path) => CSharpSyntaxTree.ParseText(source, TestCompilation.ParseOptions, path);
}
