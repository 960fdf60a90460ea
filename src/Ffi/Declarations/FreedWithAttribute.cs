namespace Ffi;

/// <summary>Says that the caller owns the result, or what an <c>out</c> parameter gets, and which function of the same library frees it.</summary>
/// <remarks>A returned <c>string</c> is copied and the native text freed with that function, also where copying throws.
/// For a pointer, the attribute is what the analyzers know of it.</remarks>
/// <param name="symbol">The entry point of a function that takes the pointer as its one argument.</param>
[AttributeUsage(AttributeTargets.ReturnValue | AttributeTargets.Parameter)]
public sealed class FreedWithAttribute(string symbol) : Attribute
{
    /// <summary>The entry point of the function that frees the result.</summary>
    public string Symbol { get; } = symbol;
}
