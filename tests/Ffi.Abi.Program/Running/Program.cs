using Ffi;
using Ffi.Abi.Program.Running;
using Ffi.Abi.Tests.Model;
using Ffi.Abi.Tests.Running;

// Calls every function by every path, and each mutant; says what is wrong, and returns 1 where something is.
bool isRight = true;
foreach (PathCalls path in AbiCalls.All)
{
    IReadOnlyList<Mismatch> mismatches = FindMismatches(path);
    Console.WriteLine($"{path.Name}: {path.Count} functions, {mismatches.Count} wrong");
    foreach (Mismatch mismatch in mismatches.Take(3))
    {
        Console.WriteLine(mismatch);
    }

    isRight &= mismatches.Count == 0;
}

foreach (PathCalls mutant in AbiCalls.Mutants)
{
    int expected = Mutation.All.Single(mutation => mutation.Name == mutant.Name).Case;
    bool isCaught = FindMismatches(mutant) is [{ } mismatch] && mismatch.Case.Number == expected;
    Console.WriteLine($"{mutant.Name}: {(isCaught ? "caught" : "NOT caught")}");
    isRight &= isCaught;
}

return isRight ? 0 : 1;

static IReadOnlyList<Mismatch> FindMismatches(PathCalls path) => CaseCalls.FindMismatches(
    CaseSets.Of(path.Set, AbiCalls.Seed, path.Count), path.Calls(), NativeModule.Load(path.Set).GetSymbol("abi_last_sum"));
