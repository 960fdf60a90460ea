using Ffi.Headers.Checking;
using Ffi.Headers.Digest;
using Ffi.Tool.Verifying;

namespace Ffi.Tool.Sources;

/// <summary>Chooses among the digests that come with the tool by the libraries that declarations name.</summary>
internal static class KnownDigests
{
    /// <summary>The digests of these libraries, each once.</summary>
    public static IReadOnlyList<NamedDigest> For(IEnumerable<string> libraries)
    {
        // What a digest says of itself is enough to choose by; only what is chosen is read in whole.
        Dictionary<string, DigestSet> heads = KnownLibraries.Names.ToDictionary(
            static name => name,
            static name => new DigestSet([KnownLibrary.Of(name).Head]));
        return
        [
            .. libraries.Distinct()
                .SelectMany(library => heads.Where(head => head.Value.Of(library).Count > 0).Select(static head => head.Key))
                .Distinct()
                .Select(static name => new NamedDigest(name, new DigestIndex(DigestSource.Known(name).Digest!), IsKnown: true)),
        ];
    }
}
