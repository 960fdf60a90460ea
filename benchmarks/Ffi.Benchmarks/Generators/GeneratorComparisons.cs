using Ffi.Benchmarks.Measuring;
using Ffi.Generators;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace Ffi.Benchmarks.Generators;

/// <summary>What the generators cost: a compiler's first look at a program, and a keystroke elsewhere in it.</summary>
internal static class GeneratorComparisons
{
    private const string Name = "Generators";

    /// <summary>The comparisons. An operation is one function.</summary>
    public static IEnumerable<Comparison> All =>
    [
        OfBoth(100),
        OfBoth(1_000),
        new(Name, "growth", [.. ((int[])[100, 1_000, 10_000]).Select(static size => new Way(
            FormattableString.Invariant($"{size} functions"), Cold(Ours, Workload.OfNativeFunctions(size), size)))])
        {
            Operations = 10_000, Rounds = 3, WarmUps = 1, LeavesGarbage = true,
        },
    ];

    private static Comparison OfBoth(int size) =>
        new(
            Name,
            FormattableString.Invariant($"{size}functions"),
            new Way("LibraryImport", Cold(static () => [LibraryImportGenerator.Create()], Workload.OfLibraryImports(size), size)),
            new Way("NativeFunction", Cold(Ours, Workload.OfNativeFunctions(size), size)),
            new Way(
                "LibraryImport, edit elsewhere",
                Edit(static () => [LibraryImportGenerator.Create()], Workload.OfLibraryImports(size), size)),
            new Way("NativeFunction, edit elsewhere", Edit(Ours, Workload.OfNativeFunctions(size), size)))
        {
            Operations = size,
            Rounds = 5,
            WarmUps = 1,
            LeavesGarbage = true,
        };

    private static ISourceGenerator[] Ours() =>
        [
            new FunctionGenerator().AsSourceGenerator(),
            new CounterpartGenerator().AsSourceGenerator(),
            new DelegateGenerator().AsSourceGenerator(),
            new CallbackGenerator().AsSourceGenerator(),
        ];

    private static Func<int, long> Cold(Func<ISourceGenerator[]> generators, CSharpCompilation program, int size) => count =>
    {
        long files = 0;
        for (int done = 0; done < count; done += size)
        {
            files += DriverOf(generators).RunGenerators(Workload.Cold(program)).GetRunResult().GeneratedTrees.Length;
        }

        return files;
    };

    private static Func<int, long> Edit(Func<ISourceGenerator[]> generators, CSharpCompilation program, int size)
    {
        GeneratorDriver? driver = null;
        int edits = 0;
        return count =>
        {
            driver ??= DriverOf(generators).RunGenerators(program);
            for (int done = 0; done < count; done += size)
            {
                driver = driver.RunGenerators(Workload.Edited(program, ++edits));
            }

            return driver.GetRunResult().GeneratedTrees.Length;
        };
    }

    private static CSharpGeneratorDriver DriverOf(Func<ISourceGenerator[]> generators) =>
        CSharpGeneratorDriver.Create(generators(), parseOptions: CSharpParseOptions.Default.WithLanguageVersion(LanguageVersion.Preview));
}
