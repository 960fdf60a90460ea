namespace Ffi.Generators.Planning;

/// <summary>The parts of a declaration that a diagnostic can point at.</summary>
internal enum ProblemPart
{
    /// <summary>The name of the library type.</summary>
    Library,

    /// <summary>The name of the library type or of one around it.</summary>
    Container,

    /// <summary>An argument of the type's <c>[NativeLibrary]</c>.</summary>
    LibraryAttribute,

    /// <summary>The name of the function.</summary>
    Function,

    /// <summary>The function's <c>[NativeFunction]</c>, or an argument of it.</summary>
    Attribute,

    /// <summary>A type in the function's <c>[UnmanagedCallConv]</c>.</summary>
    CallingConvention,

    /// <summary>The type of the result.</summary>
    Return,

    /// <summary>The type of a parameter.</summary>
    Parameter,

    /// <summary>An attribute of ours on a parameter or on the result, or an argument of it.</summary>
    SaidAttribute,
}
