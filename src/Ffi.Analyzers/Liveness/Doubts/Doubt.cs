using System.Collections.Immutable;

namespace Ffi.Analyzers.Liveness.Doubts;

/// <summary>Why a finding may be wrong though the flow shows it: by what a name says, or by the shape of the code. Findings with a doubt are not
/// reported. Each is listed on a page, with an example that it silences.</summary>
/// <param name="Name">What the page calls it.</param>
/// <param name="Rules">The ids whose findings it silences.</param>
/// <param name="Of">What the words stand in, or the shape.</param>
/// <param name="Why">Why code of that kind is right more often than not.</param>
internal sealed record Doubt(string Name, ImmutableArray<string> Rules, string Of, string Why)
{
    /// <summary>The words, each a whole word of a name or several in a row; none where the doubt is about a shape.</summary>
    public ImmutableArray<string> Words { get; init; } = [];

    /// <summary>Whether the words count only where a name begins with them.</summary>
    public bool IsAtStart { get; init; }

    /// <summary>Whether the words are what takes the doubt away.</summary>
    public bool IsUnlessNamed { get; init; }

    /// <summary>Members of a class that are reported without the doubt. They stand in the prelude of the tests.</summary>
    public string Example { get; init; } = "";

    public bool Covers(string rule) => Rules.Contains(rule);

    /// <summary>Whether a name has one of the words.</summary>
    public bool Speaks(string name) => NameWords.Have(name, Words, IsAtStart);

    /// <summary>Whether a name has one of the words that take the doubt away.</summary>
    public bool IsExcused(string name) => Speaks(name);

    public bool Equals(Doubt? other) => ReferenceEquals(this, other);

    public override int GetHashCode() => Name.GetHashCode();
}
