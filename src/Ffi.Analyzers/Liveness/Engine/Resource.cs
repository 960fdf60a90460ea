using System.Collections.Immutable;
using Microsoft.CodeAnalysis;

namespace Ffi.Analyzers.Liveness.Engine;

/// <summary>One thing with a lifetime, identified by the place in the source that makes it.</summary>
internal sealed class Resource(ResourceKind kind, SyntaxNode site, string name)
{
    public ResourceKind Kind { get; } = kind;

    public SyntaxNode Site { get; } = site;

    /// <summary>The one that an earlier turn of a loop made here.</summary>
    public Resource Earlier => earlier ??= new(Kind, Site, Name)
    {
        Symbol = Symbol, Type = Type, Family = Family, IsPinned = IsPinned, IsText = IsText, IsRooted = IsRooted, Thunk = Thunk, Targets = Targets, Latest = this,
    };

    /// <summary>The one that a later turn makes, if this is an earlier one.</summary>
    public Resource? Latest { get; private init; }

    private Resource? earlier;

    /// <summary>What a message calls it.</summary>
    public string Name { get; set; } = name;

    /// <summary>The variable, parameter, field or method it belongs to, where it has one.</summary>
    public ISymbol? Symbol { get; set; }

    /// <summary>The type of a value from outside.</summary>
    public ITypeSymbol? Type { get; set; }

    /// <summary>The allocator of native memory, named after the function that frees it; empty where it isn't known.</summary>
    public string Family { get; set; } = "";

    /// <summary>Whether this method must release it.</summary>
    public bool IsOwned { get; set; }

    /// <summary>Whether making it may give null.</summary>
    public bool MayBeNull { get; set; }

    /// <summary>Whether a <c>GCHandle</c> is seen to pin (or seen not to); null where it can't be seen.</summary>
    public bool? IsPinned { get; set; }

    /// <summary>Whether pinned memory is the text of a <c>string</c> that others may share.</summary>
    public bool IsText { get; set; }

    /// <summary>Whether something outside the method keeps it alive: the compiler's cache of a delegate, a field.</summary>
    public bool IsRooted { get; set; }

    /// <summary>Whether it is what native code calls: a delegate, or the <c>NativeCallback</c> of one.</summary>
    public bool IsCallback => Kind == ResourceKind.Delegate || Types.IsNativeCallback(Type);

    /// <summary>Where the address of a delegate was taken.</summary>
    public SyntaxNode? Thunk { get; set; }

    /// <summary>What a pin holds, or what a borrowed result points into.</summary>
    public ImmutableArray<Resource> Targets { get; set; } = [];

    /// <summary>The entry points that end a borrowed result.</summary>
    public ImmutableArray<string> InvalidatedBy { get; set; } = [];

    public override string ToString() => $"{Kind} {Name}";
}
