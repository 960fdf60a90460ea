using System.Collections.Immutable;
using Microsoft.CodeAnalysis;

namespace Ffi.Analyzers.Liveness.Knowledge;

/// <summary>What a method does with an argument, in every call that returns.</summary>
internal enum DeedKind
{
    /// <summary>It frees the memory.</summary>
    Frees,

    /// <summary>It frees the handle that pins, or gives the array back to its pool.</summary>
    Unpins,

    /// <summary>It puts the address into a member, where it stays.</summary>
    Keeps,

    /// <summary>It returns the address, or one beside it.</summary>
    Returns,
}

/// <summary>One thing that a method does with one of its parameters.</summary>
/// <param name="Ordinal">The parameter's.</param>
/// <param name="Kind">What it does.</param>
/// <param name="Family">The allocator that the memory goes back to.</param>
/// <param name="Member">The field or property that keeps it.</param>
internal sealed record Deed(int Ordinal, DeedKind Kind, string Family = "", ISymbol? Member = null);

/// <summary>What a method makes, and gives to its caller.</summary>
/// <param name="Family">The allocator of memory; null if it is a handle of an object.</param>
/// <param name="MayBeNull">Whether making it may give null.</param>
/// <param name="IsPinned">Whether the handle pins.</param>
internal sealed record Gift(string? Family, bool MayBeNull, bool IsPinned = false);

/// <summary>What a method of the compilation is seen to do in its own text.</summary>
internal sealed record MethodDeeds(ImmutableArray<Deed> Deeds, Gift? Gives)
{
    public static readonly MethodDeeds None = new([], null);

    /// <summary>Whether the method ends what it is given there.</summary>
    public bool Ends(IParameterSymbol? parameter) =>
        parameter is not null && Deeds.Any(deed => deed.Ordinal == parameter.Ordinal && deed.Kind is DeedKind.Frees or DeedKind.Unpins);
}
