using Ffi.Headers.Digest;

namespace Ffi.Headers.Checking;

/// <summary>Makes findings of the differences that platforms have: one a part, with the platforms where it is so.</summary>
internal sealed class DifferenceJoiner
{
    private readonly List<(Platform Platform, Difference Difference, SourceLocation? Header)> _differences = [];
    private PlatformSet _compared;

    public void Add(Platform platform, IEnumerable<Difference> differences, SourceLocation? header)
    {
        _compared = _compared.With(platform);
        _differences.AddRange(differences.Select(difference => (platform, difference, header)));
    }

    public IEnumerable<Finding> Join(string symbol) =>
        _differences
            .GroupBy(static entry =>
                (
                    entry.Difference.Parameter,
                    IsInfo: entry.Difference.Severity == FindingSeverity.Info,
                    entry.Difference.IsOfItsPlatforms,
                    IsOfAll: entry.Difference.Parameter is null ? entry.Difference.Rule : 0))
            .Select(group => Join(symbol, [.. group]));

    private Finding Join(string symbol, (Platform Platform, Difference Difference, SourceLocation? Header)[] group)
    {
        var (_, first, header) = group[0];
        PlatformSet platforms = PlatformSet.Of(group.Select(static entry => entry.Platform));
        bool isOfPlatforms = !platforms.Includes(_compared) && !first.IsOfItsPlatforms;
        return new Finding(
            isOfPlatforms ? CheckRule.PlatformDifference : first.Rule,
            !isOfPlatforms ? first.Severity
                : first.Severity == FindingSeverity.Info || first.IsMildOnSomePlatforms ? FindingSeverity.Info
                : FindingSeverity.Warning,
            first.Message)
        {
            Platforms = platforms,
            Compared = _compared,
            Header = header,
            Origin = first.Origin,
            Parameter = first.Parameter,
            Replacement = first.Replacement,
            Symbol = symbol,
        };
    }
}
