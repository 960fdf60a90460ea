namespace Ffi.Headers.Checking.Declarations;

/// <summary>How one value is passed: as native code gets it, and not by its C# type.</summary>
public abstract record ValueShape
{
    private protected ValueShape()
    {
    }

    /// <summary>What the source says, for messages: <c>out int</c>, <c>ReadOnlySpan&lt;byte&gt;</c>. Empty for a name that follows from the
    /// shape.</summary>
    public string Text { get; init; } = "";

    /// <summary>What messages call it.</summary>
    public sealed override string ToString() => Text.Length > 0 ? Text : ShapeText.Of(this);
}

/// <summary>No value: a result of <c>void</c>.</summary>
public sealed record VoidShape : ValueShape;

/// <summary>A whole number. A native width (<c>nint</c>, <c>IntPtr</c>) may be an address too.</summary>
public sealed record IntegerShape(IntegerWidth Width, bool IsSigned) : ValueShape;

/// <summary>A floating-point number of 2, 4 or 8 bytes.</summary>
public sealed record FloatShape(int Bytes) : ValueShape;

/// <summary>A truth value that is passed in 1, 2 or 4 bytes.</summary>
public sealed record BooleanShape(int Bytes) : ValueShape;

/// <summary>A <c>char</c>: two bytes of UTF-16, or one byte where it is marshalled as ANSI.</summary>
public sealed record CharacterShape(int Bytes) : ValueShape;

/// <summary>A member of an enum.</summary>
public sealed record EnumShape(ManagedEnum Enum) : ValueShape;

/// <summary>An address that doesn't say what it points to: <c>void*</c>, a <c>SafeHandle</c>, an object passed as an interface.</summary>
public sealed record AddressShape : ValueShape
{
    /// <summary>Whether it is a handle, which may stand for a number such as a file's.</summary>
    public bool IsHandle { get; init; }
}

/// <summary>A pointer to values of a shape: <c>T*</c>, <c>ref T</c>, <c>T[]</c>, <c>Span&lt;T&gt;</c>, a class with layout.</summary>
public sealed record PointerShape(ValueShape Target, PointerKind Kind) : ValueShape;

/// <summary>Text that the runtime converts: native code gets a pointer to its first character.</summary>
public sealed record TextShape(TextEncoding Encoding) : ValueShape
{
    /// <summary>Whether native code writes into it: a <c>StringBuilder</c>.</summary>
    public bool IsBuffer { get; init; }
}

/// <summary>A struct by value.</summary>
public sealed record StructShape(ManagedStruct Struct) : ValueShape;

/// <summary>The address of a function: a delegate or a function pointer.</summary>
public sealed record CallbackShape(ManagedCallback Callback) : ValueShape;

/// <summary>Several values one behind the other, as a field: a fixed buffer, an inline array, <c>ByValArray</c>,
/// <c>ByValTStr</c>.</summary>
public sealed record FixedArrayShape(ValueShape Element, long Length) : ValueShape;

/// <summary>A value that is converted by code, such as a custom marshaller. It is not compared.</summary>
public sealed record UnknownShape : ValueShape;

/// <summary>The width of a whole number.</summary>
public enum IntegerWidth
{
    /// <summary>1 byte.</summary>
    One = 1,

    /// <summary>2 bytes.</summary>
    Two = 2,

    /// <summary>4 bytes.</summary>
    Four = 4,

    /// <summary>8 bytes.</summary>
    Eight = 8,

    /// <summary>16 bytes: <c>Int128</c>.</summary>
    Sixteen = 16,

    /// <summary>A pointer's width: <c>nint</c>, <c>UIntPtr</c>.</summary>
    Native = 100,

    /// <summary>The width of C's <c>long</c>: <c>CLong</c>, <c>CULong</c>.</summary>
    CLong = 101,
}

/// <summary>How a pointer to values is written, which says how many there are and who writes them.</summary>
public enum PointerKind
{
    /// <summary><c>T*</c>: any number of values, read or written.</summary>
    Raw,

    /// <summary><c>in T</c>: one value that native code reads.</summary>
    In,

    /// <summary><c>ref T</c>: one value that native code reads and writes, or the first of several.</summary>
    Ref,

    /// <summary><c>out T</c>: one value that native code writes.</summary>
    Out,

    /// <summary><c>T[]</c>, <c>Span&lt;T&gt;</c>: several values.</summary>
    Array,

    /// <summary>A class with layout: one value.</summary>
    Class,
}

/// <summary>How text is encoded for native code.</summary>
public enum TextEncoding
{
    /// <summary>Bytes: UTF-8, or what the system takes for its own.</summary>
    Bytes,

    /// <summary>UTF-16: two bytes for each unit.</summary>
    Utf16,

    /// <summary>UTF-32: four bytes for each character.</summary>
    Utf32,

    /// <summary><c>wchar_t</c>'s own: UTF-16 on Windows, UTF-32 elsewhere.</summary>
    Wide,

    /// <summary><c>CharSet.Auto</c>: UTF-16 on Windows, bytes elsewhere.</summary>
    Auto,
}
