namespace Ffi.Generators.Model;

/// <summary>The ways in which a field is passed.</summary>
internal enum FieldShape
{
    /// <summary>The same bytes in C.</summary>
    Same,

    /// <summary>A <c>bool</c> of one byte, or a <c>BOOL</c> of four.</summary>
    Boolean,

    /// <summary>A <c>bool</c> of two bytes, of which -1 is true.</summary>
    VariantBoolean,

    /// <summary>A <c>char16_t</c>.</summary>
    Character,

    /// <summary>A <c>char</c> that is one byte in C.</summary>
    AnsiCharacter,

    /// <summary>A pointer to NUL-terminated UTF-8.</summary>
    Utf8,

    /// <summary>A pointer to NUL-terminated UTF-16.</summary>
    Utf16,

    /// <summary>A pointer to NUL-terminated text in the code page on Windows, in UTF-8 elsewhere.</summary>
    Ansi,

    /// <summary>UTF-8 inside of the struct.</summary>
    FixedUtf8,

    /// <summary>UTF-16 inside of the struct.</summary>
    FixedUtf16,

    /// <summary>Text in the code page on Windows, in UTF-8 elsewhere, inside of the struct.</summary>
    FixedAnsi,

    /// <summary>An array inside of the struct.</summary>
    FixedArray,

    /// <summary>An array of <c>bool</c> inside of the struct.</summary>
    FixedBooleans,

    /// <summary>An array of <c>char</c> of one byte inside of the struct.</summary>
    FixedAnsiCharacters,

    /// <summary>An array of structs that are converted in turn, inside of the struct.</summary>
    FixedStructs,

    /// <summary>Pointers to NUL-terminated UTF-8, inside of the struct.</summary>
    FixedUtf8Texts,

    /// <summary>Pointers to NUL-terminated UTF-16, inside of the struct.</summary>
    FixedUtf16Texts,

    /// <summary>Pointers to NUL-terminated text in the code page on Windows, in UTF-8 elsewhere, inside of the struct.</summary>
    FixedAnsiTexts,

    /// <summary>A C# <c>fixed</c> buffer.</summary>
    FixedBuffer,

    /// <summary>A struct that is converted in turn.</summary>
    Struct,

    /// <summary>An object that C has as a struct inside of the struct.</summary>
    Object,

    /// <summary>A handle that an object owns.</summary>
    Handle,

    /// <summary>A <c>NativeCallback&lt;TDelegate&gt;</c>.</summary>
    NativeCallback,

    /// <summary>A delegate, lent for the call.</summary>
    Delegate,

    /// <summary>A pointer to the elements of an array.</summary>
    Array,

    /// <summary>A pointer to pointers to NUL-terminated UTF-8.</summary>
    Utf8Array,

    /// <summary>A pointer to pointers to NUL-terminated UTF-16.</summary>
    Utf16Array,
}

/// <summary>Why a field, or a struct as a whole, can't be converted.</summary>
internal enum FieldFault
{
    None,

    /// <summary>An object of a type that C has nothing for.</summary>
    Object,

    /// <summary>A <c>decimal</c>.</summary>
    Decimal,

    /// <summary>A <c>DateTime</c> or <c>DateTimeOffset</c>.</summary>
    Date,

    /// <summary>A value that may be missing.</summary>
    Nullable,

    /// <summary>A value that C passes in another way than its bytes.</summary>
    NoCounterpart,

    /// <summary>A reference to a variable.</summary>
    Reference,

    /// <summary><c>[FreedWith]</c> where native code returns nothing that could be freed.</summary>
    FreedWith,

    /// <summary><c>[LengthFrom]</c> where there is no array behind a pointer.</summary>
    LengthFrom,

    /// <summary>An array of what can't be the elements of one.</summary>
    ArrayElement,

    /// <summary><c>ByValArray</c> or <c>ByValTStr</c> without a size.</summary>
    Unsized,

    /// <summary><c>[MarshalAs]</c> asks for another type.</summary>
    MarshalAs,

    /// <summary>A <c>CharSet</c> that means different things on different systems.</summary>
    CharSet,

    /// <summary>A type that generated code can't name.</summary>
    OutOfReach,

    /// <summary>Characters or truth values in an inline array or a buffer that generated code can't name.</summary>
    Buffer,

    /// <summary>The runtime chooses the order of the fields.</summary>
    AutoLayout,

    /// <summary>A struct of no fields.</summary>
    Empty,

    /// <summary>Type parameters, whose meaning the runtime's own marshalling does not have either.</summary>
    Generic,

    /// <summary>An object that holds itself, or a base class without an order of fields.</summary>
    ObjectLayout,

    /// <summary>A parameter of the primary constructor that members use, so that the compiler keeps it in a field that code can't
    /// name.</summary>
    Captured,

    /// <summary>The compiler refuses the type itself.</summary>
    Unresolved,
}
