using Ffi.Generators.Tests.Testing;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace Ffi.Generators.Tests.Incremental;

/// <summary>A struct's file is written anew if the struct changes, and not otherwise.</summary>
public class CounterpartStepTests
{
    private const string People = """
        struct Address { public string Street; public int Number; }
        struct Person { public string Name; public bool IsMarried; }
        [NativeLibrary("m")] static partial class Lib
        {
            [NativeFunction("f")] public static partial int F(in Person person, Address address);
        }
        """;

    private readonly CSharpCompilation _first = TestCompilation.Create(People);
    private readonly GeneratorRun _run;

    public CounterpartStepTests() => _run = new GeneratorRun(new CounterpartGenerator()).Update(_first);

    [Fact]
    public void SameCompilation_LeavesEveryStepCached() =>
        Assert.Equal([RunReasons.Cached, RunReasons.Cached], RunReasons.Of(_run.Update(_first)));

    [Theory]
    [InlineData("// A comment.\n", "")]
    [InlineData("class Before { int _x; }\n\n", "")]
    [InlineData("", "struct Unrelated { public string Text; }")]
    [InlineData(
        "",
        "[NativeLibrary(\"m\")] static partial class More { [NativeFunction(\"g\")] public static partial int G(Person person, int other); }"
    )]
    public void OtherEdits_WriteNothingAnew(string before, string behind) =>
        Assert.All(
            RunReasons.Of(_run.Update(With(before + People + behind))),
            static reasons =>
                Assert.Equal(
                    RunReasons.Cached,
                    reasons with
                    {
                        Read = reasons.Read == IncrementalStepRunReason.Unchanged ? IncrementalStepRunReason.Cached : reasons.Read,
                    }));

    [Fact]
    public void ChangingAField_WritesThatStructAnew_AndNoOther() =>
        Assert.Equal(
            [RunReasons.ReadAgain, RunReasons.WrittenAnew],
            RunReasons.Of(_run.Update(With(People.Replace("bool IsMarried", "bool IsSingle")))));

    [Fact]
    public void AddingAStructToASignature_WritesNoOtherAnew()
    {
        RunReasons[] reasons = RunReasons.Of(
            _run.Update(With(People.Replace("Address address)", "Address address, Zone zone)") + "struct Zone { public string Name; }")));

        Assert.Equal([RunReasons.ReadAgain, RunReasons.ReadAgain], reasons[..2]);
        Assert.Equal(IncrementalStepRunReason.New, reasons[2].Output);
    }

    private CSharpCompilation With(string source)
    {
        SyntaxTree old = _first.SyntaxTrees.Single(static tree => tree.FilePath == TestCompilation.FileName);
        return _first.ReplaceSyntaxTree(old, CSharpSyntaxTree.ParseText(source, TestCompilation.ParseOptions, old.FilePath));
    }
}
