using System.Collections.Immutable;

namespace Ffi.Analyzers.Liveness.Doubts;

/// <summary>A reason, in a name or in the shape of the code, why a finding may be wrong although the flow shows a mistake. A finding with a
/// doubt is not reported. <c>docs/reference/doubts.md</c> lists all doubts.</summary>
/// <param name="Name">The name of the doubt on that page.</param>
/// <param name="Rules">The ids whose findings it silences.</param>
/// <param name="Of">Whose name has the words, or what shape the code has.</param>
/// <param name="Why">Why code of that kind is usually right.</param>
internal sealed record Doubt(string Name, ImmutableArray<string> Rules, string Of, string Why)
{
    /// <summary>The words. Each is one whole word of a name, or several in a row. Empty if the doubt is about a shape.</summary>
    public ImmutableArray<string> Words { get; init; } = [];

    /// <summary>Whether the words count only at the start of a name.</summary>
    public bool IsAtStart { get; init; }

    /// <summary>Whether the doubt applies to names without these words.</summary>
    public bool IsUnlessNamed { get; init; }

    /// <summary>Members of a class that would be reported without the doubt. They compile in the prelude of the tests.</summary>
    public string Example { get; init; } = "";

    public bool Covers(string rule) => Rules.Contains(rule);

    /// <summary>Whether a name has one of the words.</summary>
    public bool Speaks(string name) => NameWords.Have(name, Words, IsAtStart);

    /// <summary>Whether a name has one of the words with which the doubt does not apply.</summary>
    public bool IsExcused(string name) => Speaks(name);

    public bool Equals(Doubt? other) => ReferenceEquals(this, other);

    public override int GetHashCode() => Name.GetHashCode();
}
