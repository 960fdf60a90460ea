namespace Ffi.Generators.Planning;

/// <summary>The parts of a declaration that a diagnostic can point at.</summary>
internal enum ProblemPart
{
    /// <summary>The name of the library type.</summary>
    Library,

    /// <summary>The name of the function.</summary>
    Function,

    /// <summary>The function's <c>[NativeFunction]</c>.</summary>
    Attribute,

    /// <summary>The type of the result.</summary>
    Return,

    /// <summary>A parameter.</summary>
    Parameter,
}
