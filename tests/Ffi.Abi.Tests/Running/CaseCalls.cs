using Ffi.Abi.Tests.Model;

namespace Ffi.Abi.Tests.Running;

/// <summary>Calls every function of a set, and compares what each side saw with what C# computes.</summary>
internal static unsafe class CaseCalls
{
    private const int CallsPerCase = 8;

    /// <param name="all">The calls as <c>CSharpSource</c> writes them, one a function.</param>
    /// <param name="lastSum">The address of C's <c>abi_last_sum</c>.</param>
    public static IReadOnlyList<Mismatch> FindMismatches(CaseSet set, Action<nint, nint>[] all, nint lastSum)
    {
        List<Mismatch> mismatches = [];
        foreach (AbiCase function in set.Cases)
        {
            var random = new Random(set.Seed + function.Number);
            for (int i = 0; i < CallsPerCase; i++)
            {
                ulong[] arguments = [.. function.Arguments.Select(leaf => Bits.Draw(leaf.Type, random))];
                ulong[] results = Call(all[function.Number], arguments, function.Results.Count);
                if (Compare(function, arguments, results, ((delegate* unmanaged<ulong>)lastSum)()) is { } what)
                {
                    mismatches.Add(new Mismatch(function, what, arguments));
                    break;
                }
            }
        }

        return mismatches;
    }

    private static ulong[] Call(Action<nint, nint> call, ulong[] arguments, int resultCount)
    {
        ulong[] results = new ulong[resultCount];
        fixed (ulong* argumentBits = arguments, resultBits = results)
        {
            call((nint)argumentBits, (nint)resultBits);
        }

        return results;
    }

    private static string? Compare(AbiCase function, ulong[] arguments, ulong[] results, ulong seen)
    {
        ulong sum = arguments.Aggregate((ulong)function.Number, Bits.Fold);
        if (seen != sum)
        {
            return $"C saw other arguments: it made 0x{seen:X} of them, and C# 0x{sum:X}";
        }

        for (int i = 0; i < results.Length; i++)
        {
            ulong returned = Bits.Derive(function.Results[i].Type, sum, i);
            if (results[i] != returned)
            {
                return $"{function.Results[i].Path} was 0x{returned:X} in C, and is 0x{results[i]:X} in C#";
            }
        }

        return null;
    }
}
