using System.Collections.Immutable;
using Ffi.Templates.Problems;

namespace Ffi.Templates.Translating;

/// <summary>What became of one template file. Equal by value.</summary>
/// <param name="Name">The file's name.</param>
/// <param name="Code">Its class; null if there is none.</param>
/// <param name="Problems">What could not be translated.</param>
internal sealed record Translation(string Name, string? Code, ImmutableArray<TemplateProblem> Problems)
{
    public bool Equals(Translation? other) =>
        other is not null && Name == other.Name && Code == other.Code && Problems.SequenceEqual(other.Problems);

    public override int GetHashCode() => (Name, Code).GetHashCode();
}
