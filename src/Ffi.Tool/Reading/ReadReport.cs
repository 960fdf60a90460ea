using Ffi.Headers.Digest;

namespace Ffi.Tool.Reading;

/// <summary>What was read, in numbers.</summary>
internal sealed record ReadReport(
    IReadOnlyList<string> Headers,
    IReadOnlyList<string> Platforms,
    int Functions,
    int Types,
    int Constants,
    int Macros,
    int PlatformDependent,
    string? File,
    long Bytes)
{
    public static ReadReport Of(HeaderDigest digest, string? file, long bytes) =>
        new(
            [.. digest.Headers],
            [.. digest.Platforms.Select(PlatformNames.NameOf)],
            Distinct(digest.Functions),
            Distinct([.. digest.Opaques, .. digest.Records, .. digest.Enums, .. digest.Typedefs]),
            Distinct(digest.Constants) + digest.Enums.Sum(static item => item.Members.Count),
            Distinct(digest.Macros),
            digest.Functions.Count(static function =>
                function.Platforms != PlatformSet.All
                || !function.Result.IsUniform
                || function.Parameters.Any(static parameter => !parameter.Type.IsUniform)
            ) + digest.Records.Count(static record => record.Platforms != PlatformSet.All || !record.Layout.IsUniform),
            file,
            bytes);

    // One name may stand for several declarations, on different platforms.
    private static int Distinct(IEnumerable<CItem> items) =>
        items.Select(static item => item.Name).Where(static name => name.Length > 0).Distinct().Count();
}
