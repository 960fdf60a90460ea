namespace Ffi.Headers.Digest;

/// <summary>What a C header says: every function, type and constant, for several platforms at once.</summary>
public sealed record HeaderDigest
{
    /// <summary>The headers that were read, as a program includes them.</summary>
    public EquatableArray<string> Headers { get; init; }

    /// <summary>The library that exports the functions, as <c>DllImport</c> names it; null if unknown.</summary>
    public string? Library { get; init; }

    /// <summary>The library's version; null if unknown.</summary>
    public string? Version { get; init; }

    /// <summary>The licence of the header that the facts are from; null if unknown.</summary>
    public string? Licence { get; init; }

    /// <summary>The SHA-256 of what was read, in hexadecimal: of the headers that belong to the library. Null if it was not
    /// computed.</summary>
    public string? Sha256 { get; init; }

    /// <summary>The platforms of the digest.</summary>
    public PlatformSet Platforms { get; init; } = PlatformSet.All;

    /// <summary>Structs and unions without visible fields.</summary>
    public EquatableArray<COpaque> Opaques { get; init; }

    /// <summary>Structs and unions.</summary>
    public EquatableArray<CRecord> Records { get; init; }

    /// <summary>Enums.</summary>
    public EquatableArray<CEnum> Enums { get; init; }

    /// <summary>Other names for types, callbacks among them.</summary>
    public EquatableArray<CTypedef> Typedefs { get; init; }

    /// <summary>Functions.</summary>
    public EquatableArray<CFunction> Functions { get; init; }

    /// <summary>Exported variables.</summary>
    public EquatableArray<CVariable> Variables { get; init; }

    /// <summary>Macros with a value.</summary>
    public EquatableArray<CConstant> Constants { get; init; }

    /// <summary>Other macros.</summary>
    public EquatableArray<CMacro> Macros { get; init; }
}
