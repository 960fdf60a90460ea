namespace Ffi;

/// <summary>On a span parameter of a callback: which of the callback's parameters say how many elements, not bytes, native code passes. On an array
/// in a struct: which of the struct's fields says how many elements native code has put behind the pointer.</summary>
/// <remarks>The span is valid until the callback returns. If the count is too large for a span, the callback throws.</remarks>
/// <param name="parameters">One integer parameter, or several whose product is the length, as in <c>fwrite</c>; of a struct, one field that is a number.</param>
[AttributeUsage(AttributeTargets.Parameter | AttributeTargets.Field)]
public sealed class LengthFromAttribute(params string[] parameters) : Attribute
{
    /// <summary>The parameters whose product is the length, or the field that is it.</summary>
    public string[] Parameters { get; } = parameters;
}
