namespace Ffi.Headers.Digest;

/// <summary>A function. Where platforms differ in more than types, there are several of one name, on different platforms.</summary>
/// <param name="Name">The name, as a C program calls it.</param>
/// <param name="Result">What it returns; <c>void</c> if nothing.</param>
/// <param name="Parameters">What it takes, without C's dots.</param>
public sealed record CFunction(string Name, PerPlatform<CType> Result, EquatableArray<CParameter> Parameters) : CItem(Name)
{
    /// <summary>Whether more arguments may follow: C's dots.</summary>
    public bool IsVariadic { get; init; }

    /// <summary>Whether the header holds its body, so that a library need not export it.</summary>
    public bool IsInline { get; init; }

    /// <summary>Whether it was declared as <c>f()</c>, which before C23 says nothing of what it takes.</summary>
    public bool IsUnprototyped { get; init; }

    /// <summary>How it takes its arguments.</summary>
    public CallingConvention Convention { get; init; }

    /// <summary>The name in the library where it is another than in C; null if it never is.</summary>
    public PerPlatform<string>? Symbol { get; init; }

    /// <summary>The name to look up in the library on a platform.</summary>
    public string SymbolOn(Platform platform) => Symbol?.On(platform) ?? Name;
}

/// <summary>A parameter of a function.</summary>
/// <param name="Name">Its name; null if the header gives none.</param>
/// <param name="Type">Its type; an array is the pointer that C passes for it.</param>
public sealed record CParameter(string? Name, PerPlatform<CType> Type)
{
    /// <summary>The length of the array as which it was declared; null if it was declared as something else.</summary>
    public long? Count { get; init; }

    /// <summary>What the compiler was told of it by attributes, such as <c>noescape</c>.</summary>
    public EquatableArray<CAttribute> Attributes { get; init; }
}
