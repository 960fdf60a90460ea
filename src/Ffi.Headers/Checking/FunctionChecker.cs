using Ffi.Headers.Checking.Declarations;
using Ffi.Headers.Digest;

namespace Ffi.Headers.Checking;

/// <summary>Compares functions with one digest.</summary>
internal sealed class FunctionChecker(DigestIndex index, TypePairs pairs, IReadOnlyList<ManagedFunction> siblings)
{
    /// <summary>What differs. The header has the function.</summary>
    public IEnumerable<Finding> Check(ManagedFunction function, IReadOnlyList<CFunction> found)
    {
        DifferenceJoiner joiner = new();
        foreach (Platform platform in index.Digest.Platforms.Intersect(function.Platforms))
        {
            if (found.FirstOrDefault(candidate => candidate.Platforms.Contains(platform)) is { } native)
            {
                SignatureComparer comparer = new(new ValueComparer(index, platform, pairs), platform);
                joiner.Add(platform, comparer.Compare(function.Signature, CSignature.Of(native, platform), isCallback: false).Where(difference => !IsMeant(function, difference)), native.Location);
            }
        }

        return joiner.Join(function.Symbol).Select(finding => finding with { Origin = finding.Origin ?? function.Origin });
    }

    // Who fills Apple's registers with arguments that nobody reads has one declaration for it, and one for the others.
    private bool IsMeant(ManagedFunction function, Difference difference) => difference.Rule == CheckRule.Variadic
        && siblings.Any(sibling => sibling.Symbol == function.Symbol && sibling.Signature.Parameters.Count > 8);
}
