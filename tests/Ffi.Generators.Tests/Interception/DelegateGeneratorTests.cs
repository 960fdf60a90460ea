using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace Ffi.Generators.Tests.Interception;

public class DelegateGeneratorTests
{
    private const string Source = """
        class C
        {
            void M(NativeModule module)
            {
                _ = module.GetFunction<Func<double, double>>("cos");
                _ = module.GetFunction<Func<double, double>>("sin");
                _ = module.TryGetFunction("exp10", out Func<double, double>? exp10);
                _ = NativeDelegate.FromPointer<Action<int>>(1);
            }
        }
        """;

    [Fact]
    public void OneTrampoline_ServesEveryCallOfADelegateType()
    {
        (_, GeneratorDriverRunResult result) = CallSites.Generate(Source);

        string delegates = TextOf(result, "Delegates");
        string interceptors = TextOf(result, "Interceptors");
        Assert.Equal(2, Count(delegates, "internal sealed unsafe class "));
        Assert.Equal(4, Count(interceptors, "InterceptsLocationAttribute(1, "));
        Assert.Equal(3, Count(interceptors, "internal static "));
    }

    [Fact]
    public void TypesOfTheSameShape_GetDifferentClasses()
    {
        CallSites.Generate("""
            namespace A { delegate int F(int a); }
            namespace B { delegate int F(int a); }
            delegate int A_F(int a);

            class G<T> { internal delegate T F(T a); }

            class C
            {
                void M(NativeModule module)
                {
                    _ = module.GetFunction<A.F>("f");
                    _ = module.GetFunction<B.F>("f");
                    _ = module.GetFunction<A_F>("f");
                    _ = module.GetFunction<G<int>.F>("f");
                    _ = module.GetFunction<G<nint>.F>("f");
                    _ = module.GetFunction<Func<int, long>>("f");
                    _ = module.GetFunction<Func<long, int>>("f");
                }
            }
            """);
    }

    [Fact]
    public void KeywordNames_AreEscaped()
    {
        CallSites.Generate("""
            delegate int @delegate(int @int, ref long @ref, ReadOnlySpan<byte> function, int lease);

            class C
            {
                void M(NativeModule module) => _ = module.GetFunction<@delegate>("f");
            }
            """);
    }

    [Fact]
    public void CallsThroughNullConditionalAccess_AreIntercepted()
    {
        (_, GeneratorDriverRunResult result) = CallSites.Generate("""
            class C
            {
                void M(NativeModule? module) => _ = module?.GetFunction<Func<int>>("f");
            }
            """);

        Assert.Equal(1, Count(TextOf(result, "Interceptors"), "InterceptsLocationAttribute(1, "));
    }

    [Fact]
    public void WithoutInterceptors_NothingIsGenerated()
    {
        GeneratorDriverRunResult result = CSharpGeneratorDriver
            .Create([new DelegateGenerator().AsSourceGenerator()], parseOptions: Testing.TestCompilation.ParseOptions)
            .RunGenerators(CallSites.Compile(Source, Testing.TestCompilation.ParseOptions))
            .GetRunResult();

        Assert.Empty(result.GeneratedTrees);
    }

    [Fact]
    public void MovingACall_WritesNewInterceptorsButNoNewTrampolines()
    {
        CSharpCompilation before = CallSites.Compile(Source, CallSites.Intercepting);
        SyntaxTree moved = CSharpSyntaxTree.ParseText("\n" + Source, CallSites.Intercepting, before.SyntaxTrees[0].FilePath);
        GeneratorDriver driver = CSharpGeneratorDriver.Create(
            [new DelegateGenerator().AsSourceGenerator()],
            parseOptions: CallSites.Intercepting,
            driverOptions: new GeneratorDriverOptions(IncrementalGeneratorOutputKind.None, trackIncrementalGeneratorSteps: true));

        driver = driver.RunGenerators(before).RunGenerators(before.ReplaceSyntaxTree(before.SyntaxTrees[0], moved));

        Assert.Equal(IncrementalStepRunReason.Unchanged, ReasonOf(driver, StepNames.PlanTargets));
        Assert.Equal(IncrementalStepRunReason.Modified, ReasonOf(driver, StepNames.PlanInterceptions));
    }

    [Fact]
    public void EditingAnotherFile_PlansNothingAnew()
    {
        CSharpCompilation before = CallSites.Compile(Source, CallSites.Intercepting);
        GeneratorDriver driver = CSharpGeneratorDriver.Create(
            [new DelegateGenerator().AsSourceGenerator()],
            parseOptions: CallSites.Intercepting,
            driverOptions: new GeneratorDriverOptions(IncrementalGeneratorOutputKind.None, trackIncrementalGeneratorSteps: true));

        driver = driver
            .RunGenerators(before)
            .RunGenerators(before.AddSyntaxTrees(CSharpSyntaxTree.ParseText("class D;", CallSites.Intercepting)));

        Assert.Contains(
            ReasonOf(driver, StepNames.PlanTargets),
            new[] { IncrementalStepRunReason.Cached, IncrementalStepRunReason.Unchanged });
        Assert.Contains(
            ReasonOf(driver, StepNames.PlanInterceptions),
            new[] { IncrementalStepRunReason.Cached, IncrementalStepRunReason.Unchanged });
    }

    private static IncrementalStepRunReason ReasonOf(GeneratorDriver driver, string step) =>
        Assert.Single(Assert.Single(driver.GetRunResult().Results).TrackedSteps[step]).Outputs.Single().Reason;

    private static string TextOf(GeneratorDriverRunResult result, string name) =>
        result.GeneratedTrees.Single(tree => tree.FilePath.Contains(name, StringComparison.Ordinal)).ToString();

    private static int Count(string text, string part) => text.Split(part).Length - 1;
}
