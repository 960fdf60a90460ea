using System.Collections;

namespace Ffi.Headers.Digest;

/// <summary>A set of platforms. As a declaration's, <see cref="All"/> means: on every platform of the digest.</summary>
public readonly struct PlatformSet : IEquatable<PlatformSet>, IEnumerable<Platform>
{
    private readonly int _bits;

    private PlatformSet(int bits) => _bits = bits;

    /// <summary>The empty set.</summary>
    public static PlatformSet None => default;

    /// <summary>Every platform.</summary>
    public static PlatformSet All { get; } = new((1 << PlatformNames.All.Count) - 1);

    /// <summary>Whether no platform is in the set.</summary>
    public bool IsEmpty => _bits == 0;

    /// <summary>How many platforms are in the set.</summary>
    public int Count => PlatformNames.All.Count(Contains);

    /// <summary>The set of these platforms.</summary>
    public static PlatformSet Of(params Platform[] platforms) => Of((IEnumerable<Platform>)platforms);

    /// <summary>The set of these platforms.</summary>
    public static PlatformSet Of(IEnumerable<Platform> platforms) =>
        platforms.Aggregate(None, static (set, platform) => set.With(platform));

    /// <summary>Whether a platform is in the set.</summary>
    public bool Contains(Platform platform) => (_bits & (1 << (int)platform)) != 0;

    /// <summary>Whether all platforms of another set are in this one.</summary>
    public bool Includes(PlatformSet other) => (other._bits & ~_bits) == 0;

    /// <summary>This set and one more platform.</summary>
    public PlatformSet With(Platform platform) => new(_bits | (1 << (int)platform));

    /// <summary>What is in either set.</summary>
    public PlatformSet Union(PlatformSet other) => new(_bits | other._bits);

    /// <summary>What is in both sets.</summary>
    public PlatformSet Intersect(PlatformSet other) => new(_bits & other._bits);

    /// <summary>What is in this set and not in the other.</summary>
    public PlatformSet Except(PlatformSet other) => new(_bits & ~other._bits);

    /// <summary>The names of the platforms with commas, a system's name for all of its platforms: <c>linux,osx</c>.</summary>
    public override string ToString() => ToString(All);

    /// <summary>The names of the platforms, where only those of <paramref name="among"/> are known.</summary>
    public string ToString(PlatformSet among)
    {
        List<string> names = [];
        foreach (Platform platform in this)
        {
            string system = PlatformNames.SystemOf(platform);
            bool hasWholeSystem = Includes(PlatformNames.Find(system).Intersect(among));
            string name = hasWholeSystem ? system : PlatformNames.NameOf(platform);
            if (!names.Contains(name))
            {
                names.Add(name);
            }
        }

        return string.Join(",", names);
    }

    /// <inheritdoc/>
    public bool Equals(PlatformSet other) => _bits == other._bits;

    /// <inheritdoc/>
    public override bool Equals(object? obj) => obj is PlatformSet other && Equals(other);

    /// <inheritdoc/>
    public override int GetHashCode() => _bits;

    /// <summary>The platforms, in the order in which digests list them.</summary>
    public IEnumerator<Platform> GetEnumerator()
    {
        foreach (Platform platform in PlatformNames.All)
        {
            if (Contains(platform))
            {
                yield return platform;
            }
        }
    }

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();

    /// <summary>Whether two sets hold the same platforms.</summary>
    public static bool operator ==(PlatformSet left, PlatformSet right) => left.Equals(right);

    /// <summary>Whether two sets hold different platforms.</summary>
    public static bool operator !=(PlatformSet left, PlatformSet right) => !left.Equals(right);
}
