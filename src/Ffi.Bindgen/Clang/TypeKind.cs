namespace Ffi.Bindgen.Clang;

/// <summary>The kinds of <c>enum CXTypeKind</c> that C has.</summary>
internal enum TypeKind
{
    Invalid = 0,

    /// <summary>A type that libclang has no kind for, such as one in brackets.</summary>
    Unexposed = 1,
    Void = 2,
    Bool = 3,

    /// <summary>Plain <c>char</c> where it is unsigned.</summary>
    UnsignedPlainChar = 4,
    UnsignedChar = 5,
    Char16 = 6,
    Char32 = 7,
    UnsignedShort = 8,
    UnsignedInt = 9,
    UnsignedLong = 10,
    UnsignedLongLong = 11,
    UnsignedInt128 = 12,

    /// <summary>Plain <c>char</c> where it is signed.</summary>
    SignedPlainChar = 13,
    SignedChar = 14,
    WideChar = 15,
    Short = 16,
    Int = 17,
    Long = 18,
    LongLong = 19,
    Int128 = 20,
    Float = 21,
    Double = 22,
    LongDouble = 23,
    NullPointer = 24,
    Float128 = 30,
    Half = 31,
    Float16 = 32,
    BFloat16 = 39,
    Complex = 100,
    Pointer = 101,
    BlockPointer = 102,
    Record = 105,
    Enum = 106,
    Typedef = 107,
    FunctionWithoutPrototype = 110,
    Function = 111,
    ConstantArray = 112,
    Vector = 113,
    IncompleteArray = 114,
    VariableArray = 115,
    Auto = 118,
    Elaborated = 119,
    Attributed = 163,
    ExtendedVector = 176,
    Atomic = 177,
}
