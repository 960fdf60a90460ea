using System.Collections.Immutable;
using Ffi.Analyzers.Liveness.Doubts;
using Ffi.Analyzers.Liveness.Knowledge;
using Microsoft.CodeAnalysis;

namespace Ffi.Analyzers.Liveness.Flow;

/// <summary>What is known of a resource at one point of one path.</summary>
internal sealed record Standing
{
    public static readonly Standing Unknown = new();

    /// <summary>What a message calls it.</summary>
    public string Name { get; init; } = "";

    /// <summary>Whether the name is the one of the expression that made it, so that the first variable gives it another.</summary>
    public bool IsUnnamed { get; init; }

    /// <summary>The variable, parameter, field or method it belongs to, where it has one.</summary>
    public ISymbol? Symbol { get; init; }

    /// <summary>The type of a value from outside.</summary>
    public ITypeSymbol? Type { get; init; }

    /// <summary>The allocator of native memory, named after the function that frees it; empty if it isn't known.</summary>
    public string Family { get; init; } = "";

    /// <summary>Whether this method must release it.</summary>
    public bool IsOwned { get; init; }

    /// <summary>Whether making it may give null.</summary>
    public bool MayBeNull { get; init; }

    /// <summary>Whether a <c>GCHandle</c> is seen to pin (or seen not to); null if it can't be seen.</summary>
    public bool? IsPinned { get; init; }

    /// <summary>Whether pinned memory is the text of a <c>string</c> that others may share.</summary>
    public bool IsText { get; init; }

    /// <summary>Whether something outside the method keeps it alive: the compiler's cache of a delegate, a field.</summary>
    public bool IsRooted { get; init; }

    /// <summary>Where the address of a delegate was taken.</summary>
    public SyntaxNode? Thunk { get; init; }

    /// <summary>What was said to be held: of an add-ref, the handle; of a pin, the object.</summary>
    public Term? Holds { get; init; }

    /// <summary>What a pin holds, or what a borrowed result points into.</summary>
    public ImmutableArray<Resource> Targets { get; init; } = [];

    /// <summary>The entry points that end a borrowed result.</summary>
    public ImmutableArray<string> InvalidatedBy { get; init; } = [];

    /// <summary>What ended it.</summary>
    public Release? Released { get; init; }

    /// <summary>Whether other code has it by now.</summary>
    public bool Escaped { get; init; }

    /// <summary>Native code's use of it after the call that took it.</summary>
    public Retention? Retained { get; init; }

    /// <summary>Why a finding about it may be wrong.</summary>
    public ImmutableArray<Doubt> Doubts { get; init; } = [];

    /// <summary>Whether it is the <c>NativeCallback</c> of a delegate.</summary>
    public bool IsNativeCallback => Types.IsNativeCallback(Type);

    public bool IsReleased => Released is not null;

    /// <summary>Whether it was made on this path, and has ended.</summary>
    public bool HasEnded => Released is { Kind: not ReleaseKind.NeverMade };

    public Standing Doubt(Doubt doubt) => Doubts.Contains(doubt) ? this : this with { Doubts = Doubts.Add(doubt) };

    public bool Equals(Standing? other) =>
        ReferenceEquals(this, other)
        || (
            other is not null
            && Name == other.Name
            && SymbolEqualityComparer.Default.Equals(Symbol, other.Symbol)
            && SymbolEqualityComparer.Default.Equals(Type, other.Type)
            && Family == other.Family
            && IsOwned == other.IsOwned
            && MayBeNull == other.MayBeNull
            && IsPinned == other.IsPinned
            && IsText == other.IsText
            && IsRooted == other.IsRooted
            && Thunk == other.Thunk
            && Escaped == other.Escaped
            && Equals(Holds, other.Holds)
            && Equals(Released, other.Released)
            && Equals(Retained, other.Retained)
            && Targets.SequenceEqual(other.Targets)
            && InvalidatedBy.SequenceEqual(other.InvalidatedBy)
            && Doubts.SequenceEqual(other.Doubts));

    public override int GetHashCode() => Name.GetHashCode();
}
