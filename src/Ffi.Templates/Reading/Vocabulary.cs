using System.Collections.Immutable;
using Ffi.Templates.Problems;

namespace Ffi.Templates.Reading;

/// <summary>What the words of a project's templates stand for.</summary>
/// <param name="Namespace">Where the translated templates stand; null if no file says it.</param>
/// <param name="Usings">What follows <c>using</c> in each of them.</param>
/// <param name="Types">The type of each word, in C#.</param>
/// <param name="Problems">What can't be read.</param>
internal sealed record Vocabulary(
    string? Namespace,
    ImmutableArray<string> Usings,
    ImmutableDictionary<string, string> Types,
    ImmutableArray<TemplateProblem> Problems);
