using Ffi.Headers.Checking;
using Ffi.Headers.Digest;
using Ffi.Tool.Reading;

namespace Ffi.Tool.Verifying;

/// <summary>Which findings the user wants to see.</summary>
internal sealed class FindingFilter(FindingSeverity least, NamePattern ignored, bool ignoresAny, PlatformSet platforms)
{
    public bool Passes(PlacedFinding finding) =>
        finding.Severity >= least
        && !(ignoresAny && (ignored.Matches(finding.Id) || ignored.Matches(finding.Symbol)))
        && (platforms == PlatformSet.All || finding.Platforms.Any(name => !PlatformNames.Find(name).Intersect(platforms).IsEmpty));
}
