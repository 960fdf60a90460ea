namespace Ffi;

/// <summary>Says that the caller owns the result, or what an <c>out</c> parameter or a field of a struct receives, and which function frees
/// it.</summary>
/// <remarks>A <c>string</c>, returned or <c>out</c>, or a field that is text or an array of a struct that is read back, is copied and the
/// native text freed with that function, also if copying throws. For a pointer, the attribute is what the analyzers know of it.</remarks>
/// <param name="symbol">The entry point of a function that takes the pointer as its one argument.</param>
[AttributeUsage(AttributeTargets.ReturnValue | AttributeTargets.Parameter | AttributeTargets.Field)]
public sealed class FreedWithAttribute(string symbol) : Attribute
{
    /// <summary>The entry point of the function that frees the result.</summary>
    public string Symbol { get; } = symbol;

    /// <summary>The library that has the function, where it is another one than the declaring type's: <c>[FreedWith("free", Library =
    /// "c")]</c>. It is found as the library of a static type is, and stays loaded.</summary>
    public string? Library { get; set; }

    /// <summary>The name on Linux, where it differs from <see cref="Library"/>.</summary>
    public string? Linux { get; set; }

    /// <summary>The name on macOS, where it differs from <see cref="Library"/>.</summary>
    public string? MacOS { get; set; }

    /// <summary>The name on Windows, where it differs from <see cref="Library"/>.</summary>
    public string? Windows { get; set; }
}
