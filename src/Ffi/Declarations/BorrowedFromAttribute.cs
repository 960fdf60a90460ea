namespace Ffi;

/// <summary>Says that the result, or what an <c>out</c> parameter gets, points into memory that one of the arguments owns.</summary>
/// <remarks>Using the result after its owner is gone, or after a call named in <see cref="InvalidatedBy"/>, is reported as
/// FFI1016.</remarks>
/// <param name="parameter">The parameter that owns the memory; <c>"this"</c> for the receiver.</param>
[AttributeUsage(AttributeTargets.ReturnValue | AttributeTargets.Parameter)]
public sealed class BorrowedFromAttribute(string parameter) : Attribute
{
    /// <summary>The parameter that owns the memory.</summary>
    public string Parameter { get; } = parameter;

    /// <summary>The entry points of the functions that, called on the same owner, end the validity of the result.</summary>
    public string[] InvalidatedBy { get; set; } = [];
}
