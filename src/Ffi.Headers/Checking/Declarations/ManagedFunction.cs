using Ffi.Headers.Digest;

namespace Ffi.Headers.Checking.Declarations;

/// <summary>A native function as C# (or another .NET language) declares it: an import, or a delegate for a symbol that is known.</summary>
/// <param name="Symbol">The name that is looked up in the library.</param>
/// <param name="Signature">What it takes and returns.</param>
public sealed record ManagedFunction(string Symbol, ManagedSignature Signature)
{
    /// <summary>The library as the declaration names it, such as <c>e_sqlite3</c>; null if it isn't known.</summary>
    public string? Library { get; init; }

    /// <summary>What C# calls the function; the symbol if nothing else is specified.</summary>
    public string Name { get; init; } = Symbol;

    /// <summary>Where the declaration may be used, by attributes such as <c>[SupportedOSPlatform]</c>.</summary>
    public PlatformSet Platforms { get; init; } = PlatformSet.All;

    /// <summary>Whether the program expects that the library may not have it.</summary>
    public bool IsOptional { get; init; }

    /// <summary>Functions that attributes name: what frees the result, what ends a borrowed value.</summary>
    public EquatableArray<NamedSymbol> NamedSymbols { get; init; }

    /// <summary>Whatever the reader needs to point at the declaration; findings hand it back.</summary>
    public object? Origin { get; init; }
}

/// <summary>The parameters and the result of a function or callback, as native code gets them: without what the runtime itself adds or
/// takes away.</summary>
public sealed record ManagedSignature(EquatableArray<ManagedParameter> Parameters, ManagedResult Result)
{
    /// <summary>The convention that the declaration says.</summary>
    public ManagedConvention Convention { get; init; }

    /// <summary>Whether further arguments may follow as C's dots take them.</summary>
    public bool IsVariadic { get; init; }
}

/// <summary>A parameter.</summary>
/// <param name="Name">Its name; empty if it has none.</param>
/// <param name="Shape">How it is passed.</param>
public sealed record ManagedParameter(string Name, ValueShape Shape)
{
    /// <summary>Whatever the reader needs to point at it.</summary>
    public object? Origin { get; init; }
}

/// <summary>A result; <see cref="VoidShape"/> if there is none.</summary>
public sealed record ManagedResult(ValueShape Shape)
{
    /// <summary>Whatever the reader needs to point at it.</summary>
    public object? Origin { get; init; }
}

/// <summary>A convention as declarations say it.</summary>
public enum ManagedConvention
{
    /// <summary>None is specified, or the platform's own: <c>Winapi</c>.</summary>
    Default,

    /// <summary><c>Cdecl</c>.</summary>
    Cdecl,

    /// <summary><c>StdCall</c>.</summary>
    Stdcall,

    /// <summary><c>FastCall</c>.</summary>
    Fastcall,

    /// <summary><c>ThisCall</c>.</summary>
    Thiscall,
}

/// <summary>A function of the library that an attribute names, such as <c>[FreedWith("sqlite3_free")]</c>.</summary>
/// <param name="Symbol">The name.</param>
/// <param name="Attribute">The attribute's word for it, such as <c>FreedWith</c>, <c>Until</c> or <c>InvalidatedBy</c>.</param>
public sealed record NamedSymbol(string Symbol, string Attribute)
{
    /// <summary>The library that the attribute names beside it; null for the function's own.</summary>
    public string? Library { get; init; }

    /// <summary>Whatever the reader needs to point at it.</summary>
    public object? Origin { get; init; }
}
