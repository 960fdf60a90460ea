using Ffi.Headers.Checking.Declarations;
using Ffi.Headers.Digest;

namespace Ffi.Headers.Checking;

/// <summary>Compares functions with one digest.</summary>
internal sealed class FunctionChecker(DigestIndex index, TypePairs pairs, IReadOnlyList<ManagedFunction> siblings)
{
    /// <summary>Whether the digest is of the library's own build, with its conventions.</summary>
    public bool ComparesConventions { get; init; } = true;

    /// <summary>What differs. The header has the function.</summary>
    public IEnumerable<Finding> Check(ManagedFunction function, IReadOnlyList<CFunction> found)
    {
        DifferenceJoiner joiner = new();
        PlatformSet meant = IsOfWindows(function) ? function.Platforms.Intersect(PlatformNames.Find("win")) : function.Platforms;
        foreach (Platform platform in index.Digest.Platforms.Intersect(meant))
        {
            if (found.FirstOrDefault(candidate => candidate.Platforms.Contains(platform)) is { } native)
            {
                SignatureComparer comparer = new(
                    new ValueComparer(index, platform, pairs) { ComparesConventions = ComparesConventions },
                    platform);
                joiner.Add(
                    platform,
                    comparer
                        .Compare(function.Signature, CSignature.Of(native, platform), isCallback: false)
                        .Where(difference => !IsMeant(function, difference)),
                    native.Location);
            }
        }

        return joiner
            .Join(function.Symbol)
            .Select(finding => finding with { Origin = finding.Origin ?? function.Origin, Declaration = function.Origin });
    }

    /// <summary>What differs between a callback and the function type of its name.</summary>
    public IEnumerable<Finding> Check(ManagedCallback callback, ManagedSignature signature, CTypedef native)
    {
        DifferenceJoiner joiner = new();
        foreach (Platform platform in index.Digest.Platforms.Where(native.Platforms.Contains))
        {
            if ((native.Type.On(platform) is PointerType { Target: var target } ? target : native.Type.On(platform)) is FunctionType type)
            {
                SignatureComparer comparer = new(new ValueComparer(index, platform, pairs), platform);
                IEnumerable<Difference> differences = comparer.Compare(signature, CSignature.Of(type, native.Name), isCallback: true);
                joiner.Add(
                    platform,
                    differences.Select(difference =>
                        difference with
                        {
                            Rule = CheckRule.Callback,
                            Message = $"The callback '{callback}': {difference.Message}",
                        }),
                    native.Location);
            }
        }

        return joiner.Join(native.Name).Select(finding => finding with { Origin = finding.Origin ?? callback.Origin });
    }

    // A header may declare for all what only one system has.
    private static bool IsOfWindows(ManagedFunction function) => function.Symbol.IndexOf("win32", StringComparison.OrdinalIgnoreCase) >= 0;

    // Who fills Apple's registers with arguments that nobody reads has one declaration for it, and one for the others.
    private bool IsMeant(ManagedFunction function, Difference difference) => difference.Rule == CheckRule.Variadic
        && siblings.Any(sibling => sibling.Symbol == function.Symbol && sibling.Signature.Parameters.Count > 8);
}
