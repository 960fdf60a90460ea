namespace Ffi;

/// <summary>On a span parameter of a callback, names the parameters that have the number of elements (not bytes) that native code
/// passes. On an array in a struct, names the field that has the number of elements behind the pointer.</summary>
/// <remarks>The span is valid until the callback returns. If the count is too large for a span, the callback throws.</remarks>
/// <param name="parameters">One integer parameter, or several whose product is the length, as in <c>fwrite</c>; of a struct, one field that
/// is a number.</param>
[AttributeUsage(AttributeTargets.Parameter | AttributeTargets.Field)]
public sealed class LengthFromAttribute(params string[] parameters) : Attribute
{
    /// <summary>The parameters whose product is the length, or the field that has the length.</summary>
    public string[] Parameters { get; } = parameters;
}
