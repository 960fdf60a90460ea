namespace Ffi;

/// <summary>On a span parameter of a callback: which of the callback's parameters say how many elements, not bytes, native code passes.</summary>
/// <remarks>The span is valid until the callback returns. If the count is too large for a span, the callback throws.</remarks>
/// <param name="parameters">One integer parameter, or several whose product is the length, as in <c>fwrite</c>.</param>
[AttributeUsage(AttributeTargets.Parameter)]
public sealed class LengthFromAttribute(params string[] parameters) : Attribute
{
    /// <summary>The parameters whose product is the length.</summary>
    public string[] Parameters { get; } = parameters;
}
