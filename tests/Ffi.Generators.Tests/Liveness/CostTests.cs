using System.Text;
using Ffi.Analyzers.Liveness;
using Ffi.Analyzers.Liveness.Walking;
using Ffi.Generators.Tests.Testing;

namespace Ffi.Generators.Tests.Liveness;

/// <summary>The cost of a walk, in steps: a step is one block of a method with one state. On the worst programs it grows as the program
/// does.</summary>
public class CostTests
{
    /// <summary>Each branch doubles the states of what follows.</summary>
    private static string Branches(int count, string name = "M")
    {
        var method = new StringBuilder($"void {name}(int[] a, nint[] all) {{ nint p0 = Marshal.AllocHGlobal(4);");
        for (int i = 1; i <= count; i++)
        {
            method.Append(
                $" nint p{i} = 0; if (a[{i}] > 0) {{ p{i} = Marshal.AllocHGlobal({i}); }} try {{ Native.Take(p{i - 1}); }} finally {{ Marshal.FreeHGlobal(p{i - 1}); }}"
            );
        }

        return method.Append($" Marshal.FreeHGlobal(p{count}); }}").ToString();
    }

    /// <summary>Each helper calls the next two, so that reading each call anew would take two to the power of the depth.</summary>
    private static string Helpers(int count) =>
        string.Concat(
            Enumerable
                .Range(0, count)
                .Select(i =>
                    $"static void Free{i}(nint p) {{ if (p > {i}) {{ Free{Math.Min(i + 1, count - 1)}(p); Free{Math.Min(i + 2, count - 1)}(p); }} }} void Use{i}() {{ nint p = Native.OpenHandle(); Free{i}(p); Free{i}(p); }}"
                ));

    private static async Task<int> StepsOf(string members)
    {
        StepBudget? budget = null;
        await new AnalyzerHarness(new LivenessAnalyzer(static _ => true, null, () => budget = new(int.MaxValue))).Analyze(
            Snippet.Of(members));
        return budget!.Taken;
    }

    [Fact]
    public async Task Steps_OfTwiceTheMethods_AreTwiceAsMany()
    {
        int nothing = await StepsOf("");
        int once = await StepsOf(string.Concat(Enumerable.Range(0, 10).Select(static i => Branches(10, $"M{i}")))) - nothing;
        int twice = await StepsOf(string.Concat(Enumerable.Range(0, 20).Select(static i => Branches(10, $"M{i}")))) - nothing;

        Assert.True(once > 1_000, $"The program is no worst case: {once} steps.");
        Assert.Equal(2 * once, twice);
    }

    [Theory, InlineData(4), InlineData(16), InlineData(64), InlineData(256)]
    public async Task Steps_OfOneMethod_AreBounded(int branches) =>
        Assert.InRange(await StepsOf(Branches(branches)), branches, Worklist.StepsOfAMethod + 1);

    [Fact]
    public async Task Steps_OfHelpersThatCallHelpers_AreLinear()
    {
        int once = await StepsOf(Helpers(30));
        int twice = await StepsOf(Helpers(60));

        Assert.InRange(twice, once, 2 * once);
    }

    [Fact]
    public async Task Findings_BeyondTheBudget_AreLost()
    {
        string members = "void A() { nint p = Marshal.AllocHGlobal(4); } void B() { nint p = Marshal.AllocHGlobal(4); }";

        Assert.Equal(2, (await new AnalyzerHarness(new LivenessAnalyzer(static _ => true, null)).Analyze(Snippet.Of(members))).Length);
        Assert.Empty(
            await new AnalyzerHarness(new LivenessAnalyzer(static _ => true, null, static () => new(0))).Analyze(Snippet.Of(members)));
    }
}
