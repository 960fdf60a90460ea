using Ffi.Abi.Tests.Model;
using Ffi.Abi.Tests.Running;

namespace Ffi.Abi.Portable;

/// <summary>Calls every function by every path, and each mutant.</summary>
public static class AbiRun
{
    /// <summary>Prints what is wrong.</summary>
    /// <returns>1 where something is, which the program returns.</returns>
    public static int CallAll()
    {
        bool isRight = true;
        foreach (PathCalls path in AbiCalls.All)
        {
            isRight &= IsRight(path);
        }

        foreach (PathCalls mutant in AbiCalls.Mutants)
        {
            isRight &= IsCaught(mutant);
        }

        return isRight ? 0 : 1;
    }

    private static bool IsRight(PathCalls path)
    {
        IReadOnlyList<Mismatch> mismatches = FindMismatches(path);
        Console.WriteLine($"{path.Name}: {path.Count} functions, {mismatches.Count} wrong");
        foreach (Mismatch mismatch in mismatches.Take(3))
        {
            Console.WriteLine(mismatch);
        }

        return mismatches.Count == 0;
    }

    private static bool IsCaught(PathCalls mutant)
    {
        int expected = Mutation.All.Single(mutation => mutation.Name == mutant.Name).Case;
        bool isCaught = FindMismatches(mutant) is [{ } mismatch] && mismatch.Case.Number == expected;
        Console.WriteLine($"{mutant.Name}: {(isCaught ? "caught" : "NOT caught")}");
        return isCaught;
    }

    private static IReadOnlyList<Mismatch> FindMismatches(PathCalls path) => CaseCalls.FindMismatches(
        CaseSets.Of(path.Set, AbiCalls.Seed, path.Count), path.Calls(), NativeModule.Load(path.Set).GetSymbol("abi_last_sum"));
}
