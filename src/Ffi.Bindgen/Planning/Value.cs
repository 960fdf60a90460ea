namespace Ffi.Bindgen.Planning;

/// <summary>What a value of C is, so far as it can be passed and be in a struct.</summary>
internal enum ValueKind
{
    Integer,
    Floating,
    Boolean,
    Address,
    Enum,
    Record,
}

/// <summary>A type of C# for a value of C on one platform.</summary>
/// <param name="Type">As C# writes it.</param>
/// <param name="Size">In bytes.</param>
/// <param name="Alignment">In bytes, as .NET has it.</param>
/// <param name="IsSigned">Whether a whole number has a sign.</param>
/// <param name="IsPointer">Whether who uses it must write <c>unsafe</c>.</param>
internal sealed record Value(string Type, ValueKind Kind, long Size, int Alignment, bool IsSigned = false, bool IsPointer = false);
