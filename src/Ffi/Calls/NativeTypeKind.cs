namespace Ffi;

/// <summary>The C types that <see cref="NativeType"/> tells apart.</summary>
/// <remarks>In this order a range check tells integers from floating point and from structs.</remarks>
internal enum NativeTypeKind : byte
{
    Void,
    Bool,
    Char,
    SByte,
    Byte,
    Int16,
    UInt16,
    Int32,
    UInt32,
    Int64,
    UInt64,
    NInt,
    NUInt,
    Single,
    Double,
    Struct,
}
