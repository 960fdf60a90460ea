using System.Collections.Immutable;

namespace Ffi.Analyzers.Liveness.Knowledge;

/// <summary>What is declared of a function, by attributes or by a lifetimes file.</summary>
internal sealed record NativeSignature(string EntryPoint)
{
    /// <summary>Whether the method is a native function, not managed code that only carries lifetime attributes.</summary>
    public bool IsNative { get; init; }

    public bool KeepsLastError { get; init; }

    /// <summary>The library, as the declaration names it; null if it names none.</summary>
    public string? Library { get; init; }

    public ImmutableDictionary<int, ParameterLifetime> Parameters { get; init; } = ImmutableDictionary<int, ParameterLifetime>.Empty;

    public ResultLifetime Result { get; init; } = ResultLifetime.None;

    public ParameterLifetime Parameter(int ordinal) =>
        Parameters.TryGetValue(ordinal, out ParameterLifetime? lifetime) ? lifetime : ParameterLifetime.Borrowed;
}

/// <summary>What native code does with an argument.</summary>
internal sealed record ParameterLifetime
{
    public static readonly ParameterLifetime Borrowed = new();

    public bool IsRetained { get; init; }

    public string? Until { get; init; }

    public bool IsFreed { get; init; }

    public bool IsNulTerminated { get; init; }

    /// <summary>Whose what native code gives back in the parameter is.</summary>
    public ResultLifetime Given { get; init; } = ResultLifetime.None;
}

/// <summary>Whose a result is.</summary>
internal sealed record ResultLifetime
{
    public static readonly ResultLifetime None = new();

    /// <summary>The parameter that owns what the result points into; <c>this</c> for the receiver.</summary>
    public string? BorrowedFrom { get; init; }

    public ImmutableArray<string> InvalidatedBy { get; init; } = [];

    /// <summary>The entry point of the function that frees the result.</summary>
    public string? FreedWith { get; init; }
}
