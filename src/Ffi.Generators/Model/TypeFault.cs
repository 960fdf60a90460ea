namespace Ffi.Generators.Model;

/// <summary>Why a type can't be passed.</summary>
internal enum TypeFault
{
    None,

    /// <summary>A class, interface, or struct that holds references.</summary>
    Managed,

    /// <summary>A field is not blittable; <see cref="TypeModel.FaultDetail"/> is its path and type.</summary>
    NonBlittableField,

    /// <summary>A field is a reference; <see cref="TypeModel.FaultDetail"/> is its path and type.</summary>
    ManagedField,

    /// <summary>A field is an array or text that C has inside of the struct; <see cref="TypeModel.FaultDetail"/> is its path and
    /// type.</summary>
    ArrayField,

    /// <summary>A field's <c>[MarshalAs]</c> or the struct's <c>CharSet</c> asks for other bytes in C; <see cref="TypeModel.FaultDetail"/>
    /// is its path and type.</summary>
    ConvertedField,

    /// <summary>The runtime chooses the order of the fields; <see cref="TypeModel.FaultDetail"/> is the path and type of the field that has
    /// them, empty if it is the struct itself.</summary>
    AutoLayout,

    /// <summary>A struct of no fields, which C and C++ give different sizes.</summary>
    EmptyStruct,

    /// <summary>A struct of no fields that has a size of its own.</summary>
    OpaqueStruct,

    /// <summary>A type whose bits C passes in another way, or has no type for.</summary>
    NoCounterpart,

    /// <summary>A type parameter.</summary>
    TypeParameter,

    /// <summary>An array of more than one dimension.</summary>
    MultidimensionalArray,

    /// <summary>A pointer to what holds references.</summary>
    PointerToManaged,

    /// <summary>A function pointer that only managed code can call.</summary>
    ManagedFunctionPointer,

    /// <summary>A type that the compiler itself can't find, or that contains itself. The compiler says so; we stay silent.</summary>
    Unresolved,
}
