using Ffi.Headers.Digest;

namespace Ffi.Headers.Checking;

/// <summary>What a declaration says and the header doesn't.</summary>
/// <param name="Rule">Which kind of difference.</param>
/// <param name="Severity">How it breaks.</param>
/// <param name="Message">Both sides, in a sentence, without the header's line and the platforms.</param>
public sealed record Finding(CheckRule Rule, FindingSeverity Severity, string Message)
{
    /// <summary>On which platforms it is so.</summary>
    public PlatformSet Platforms { get; init; } = PlatformSet.All;

    /// <summary>The platforms that were compared.</summary>
    public PlatformSet Compared { get; init; } = PlatformSet.All;

    /// <summary>Where the header says it; null if the digest doesn't tell.</summary>
    public SourceLocation? Header { get; init; }

    /// <summary>What the reader gave for the part that is wrong: a parameter's, a field's, a member's, or else the declaration's.</summary>
    public object? Origin { get; init; }

    /// <summary>What the reader gave for the whole declaration, where <see cref="Origin"/> is a part's.</summary>
    public object? Declaration { get; init; }

    /// <summary>The C name that it is about: a function, a struct, a constant.</summary>
    public string Symbol { get; init; } = "";

    /// <summary>The parameter of the function, from 0; -1 for its result; null if it is about something else.</summary>
    public int? Parameter { get; init; }

    /// <summary>The C# that would be right in the part's place: a type for <c>int</c>, a name, a value. Null if more than one edit is
    /// needed.</summary>
    public string? Replacement { get; init; }

    /// <summary>Whether the declaration may be of a later version of the library: it has what the header doesn't know.</summary>
    public bool MayBeOfLaterVersion { get; init; }

    /// <summary>The finding's id, such as <c>FFI3004</c>.</summary>
    public string Id => CheckRules.IdOf(Rule);

    /// <summary>The sentence with the platforms and the header's line.</summary>
    public string FullMessage
    {
        get
        {
            string platforms = Platforms.Includes(Compared) ? "" : $", on {Platforms.ToString(Compared)}";
            return Message + platforms + (Header is { } header ? $" ({header})" : "");
        }
    }

    /// <inheritdoc/>
    public override string ToString() => $"{Severity.ToString().ToLowerInvariant()} {Id}: {FullMessage}";
}

/// <summary>How a difference breaks.</summary>
public enum FindingSeverity
{
    /// <summary>It may be meant so.</summary>
    Info,

    /// <summary>Wrong values, or right by luck.</summary>
    Warning,

    /// <summary>Memory or the stack is corrupted, or values are nonsense.</summary>
    Error,
}

/// <summary>The kinds of differences. The number is the diagnostic's.</summary>
public enum CheckRule
{
    /// <summary>Another number of parameters.</summary>
    ParameterCount = 3001,

    /// <summary>A whole number of another width or sign.</summary>
    IntegerWidth = 3002,

    /// <summary>Whole number, floating-point number and pointer confused.</summary>
    KindOfValue = 3003,

    /// <summary>Native code reads or writes another number of bytes than the pointer's target has.</summary>
    PointeeSize = 3004,

    /// <summary>By value where C takes a pointer, or the reverse.</summary>
    Indirection = 3005,

    /// <summary>A struct of another size, or with other fields.</summary>
    StructLayout = 3006,

    /// <summary>A result that C doesn't have, or that is ignored.</summary>
    Result = 3007,

    /// <summary>A truth value or character of another width.</summary>
    BooleanWidth = 3008,

    /// <summary>Right on one platform, wrong on another.</summary>
    PlatformDifference = 3009,

    /// <summary>The header has no such function.</summary>
    UnknownSymbol = 3010,

    /// <summary>Variadic in C and not here.</summary>
    Variadic = 3011,

    /// <summary>Another calling convention, or text in another encoding.</summary>
    ConventionOrEncoding = 3012,

    /// <summary>A callback of another signature.</summary>
    Callback = 3013,

    /// <summary>A constant or enum member of another value.</summary>
    ConstantValue = 3014,

    /// <summary>An attribute names a function that the header doesn't have.</summary>
    UnknownNamedSymbol = 3015,

    /// <summary>The digest is older than its header, or can't be read.</summary>
    StaleDigest = 3016,
}

/// <summary>Facts about the rules.</summary>
public static class CheckRules
{
    /// <summary>The diagnostic's id, such as <c>FFI3004</c>.</summary>
    public static string IdOf(CheckRule rule) => $"FFI{(int)rule}";
}
