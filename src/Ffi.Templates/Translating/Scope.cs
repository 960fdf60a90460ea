using System.Collections.Immutable;
using Microsoft.CodeAnalysis.CSharp;

namespace Ffi.Templates.Translating;

/// <summary>What the words in reach stand for in C#.</summary>
/// <param name="names">The local of each word.</param>
/// <param name="counter">The local that counts the innermost loop's turns; null outside of one.</param>
internal sealed class Scope(ImmutableDictionary<string, string> names, string? counter)
{
    public static Scope Empty { get; } = new(ImmutableDictionary<string, string>.Empty, null);

    public string? Counter => counter;

    /// <summary>The local of a word: the word itself where C# has no keyword of it, so that columns are the same.</summary>
    public static string LocalOf(string word) => SyntaxFacts.GetKeywordKind(word) == SyntaxKind.None ? word : "@" + word;

    public string? NameOf(string word) => names.TryGetValue(word, out string? name) ? name : null;

    public Scope With(string word, string name) => new(names.SetItem(word, name), counter);

    public Scope InLoop(string? turns) => new(names, turns);
}
