using System.Collections.Concurrent;
using System.Runtime.CompilerServices;
using Microsoft.CodeAnalysis;

namespace Ffi.Generators.Reading;

/// <summary>Remembers, for a compilation, the types of which the compiler has nothing to say wherever a generated file names
/// them.</summary>
internal sealed class QuietTypes
{
    // The table keeps no compilation alive: its keys are weak.
    private static readonly ConditionalWeakTable<Compilation, QuietTypes> s_all = new();

    private readonly ConcurrentDictionary<ISymbol, bool> _types = new(SymbolEqualityComparer.Default);

    private QuietTypes(Compilation compilation) =>
        HasAliases = compilation.ExternalReferences.Any(static reference => !reference.Properties.Aliases.IsDefaultOrEmpty);

    /// <summary>Whether a reference has an extern alias, so that the same name may mean several types.</summary>
    public bool HasAliases { get; }

    public static QuietTypes Of(Compilation compilation) => s_all.GetValue(compilation, static compilation => new(compilation));

    public bool Contains(ISymbol type) => _types.ContainsKey(type);

    public void Add(ISymbol type) => _types.TryAdd(type, true);
}
