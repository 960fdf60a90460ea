using Ffi.Headers.Checking.Declarations;

namespace Ffi.Headers.Checking;

/// <summary>What differs on one platform.</summary>
internal sealed record Difference(CheckRule Rule, FindingSeverity Severity, string Message)
{
    /// <summary>The parameter, from 0; -1 for the result; null for the function as a whole.</summary>
    public int? Parameter { get; init; }

    public object? Origin { get; init; }

    public string? Replacement { get; init; }

    /// <summary>Whether it does no harm where it is so on some platforms only.</summary>
    public bool IsMildOnSomePlatforms { get; init; }

    /// <summary>Whether the rule itself is about some platforms only.</summary>
    public bool IsOfItsPlatforms { get; init; }
}

/// <summary>The place of a value in a signature, for messages.</summary>
/// <param name="Function">What the message calls the function: its symbol, or the callback's name.</param>
/// <param name="Part">What it calls the value: <c>'countp'</c>, or <c>the result</c>.</param>
/// <param name="IsRead">Whether C# reads the value: a result, or a parameter of a callback.</param>
internal readonly record struct ValueSite(string Function, string Part, bool IsRead)
{
    /// <summary>The length as which C declares an array parameter.</summary>
    public long? Count { get; init; }

    /// <summary>What the reader gave for the value.</summary>
    public object? Origin { get; init; }

    /// <summary>The value itself, not what a pointer leads to.</summary>
    public ValueShape? Outer { get; init; }
}
