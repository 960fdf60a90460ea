using Ffi.Headers.Digest;

namespace Ffi.Bindgen.Reading;

/// <summary>What one platform says.</summary>
/// <param name="Digest">What was read.</param>
/// <param name="OwnFiles">The library's headers.</param>
/// <param name="Problems">What was wrong.</param>
internal sealed record TargetResult(HeaderDigest Digest, IReadOnlyList<SourceFile> OwnFiles, IReadOnlyList<ReadProblem> Problems)
{
    /// <summary>All files that were read, the system's too.</summary>
    public IReadOnlyList<SourceFile> Files { get; init; } = [];
}
