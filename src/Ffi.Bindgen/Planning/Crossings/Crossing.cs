namespace Ffi.Bindgen.Planning.Crossings;

/// <summary>How one value is passed: what C# writes for it.</summary>
/// <param name="Type">The type, with <c>in</c>, <c>out</c> or <c>ref</c> before it.</param>
/// <param name="Attributes">Attributes in their brackets, followed by a space.</param>
internal sealed record Crossing(string Type, string Attributes = "")
{
    /// <summary>The value, if it is passed as it is: then one type may do for different ones on different platforms.</summary>
    public Value? Value { get; init; }

    /// <summary>Whether a caller must write <c>unsafe</c>.</summary>
    public bool IsPointer { get; init; }

    /// <summary>Why it is passed in this way, if that was inferred.</summary>
    public string? Remark { get; init; }

    public static Crossing Of(Value value) => new(value.Type) { Value = value, IsPointer = value.IsPointer };

    /// <summary>An address that C# does nothing with but hand it on.</summary>
    public static Crossing Address { get; } = Of(new Value("nint", ValueKind.Address, 8, 8));
}
