using Ffi.Headers.Checking.Declarations;
using Ffi.Headers.Digest;

namespace Ffi.Headers.Checking;

/// <summary>Compares declarations with what headers say.</summary>
/// <remarks>One checker serves a whole compilation or assembly, from several threads: a struct that many functions use is compared once.</remarks>
public sealed class DeclarationChecker(DigestSet digests)
{
    /// <summary>The digests.</summary>
    public DigestSet Digests { get; } = digests;

    /// <summary>Compares declarations that belong together.</summary>
    /// <returns>What differs, in the declarations' order. A declaration for whose library there is no digest gives nothing.</returns>
    public IReadOnlyList<Finding> Check(DeclarationSet declarations)
    {
        List<Finding> findings = [];
        foreach (ManagedFunction function in declarations.Functions)
        {
            IReadOnlyList<DigestIndex> digests = function.Library is { } library ? Digests.Of(library) : Digests.All;
            if (digests.SelectMany(digest => digest.FunctionsOf(function.Symbol)).FirstOrDefault() is { IsUnprototyped: false, IsVariadic: false } found
                && found.Parameters.Count != function.Signature.Parameters.Count)
            {
                string message = $"'{function.Symbol}' takes {found.Parameters.Count} parameters in C, and {function.Signature.Parameters.Count} here.";
                findings.Add(new Finding(CheckRule.ParameterCount, FindingSeverity.Error, message) { Header = found.Location, Origin = function.Origin });
            }
        }

        return findings;
    }
}
