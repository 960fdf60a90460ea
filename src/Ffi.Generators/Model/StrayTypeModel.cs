namespace Ffi.Generators.Model;

/// <summary>A type that is no library, and has functions all the same.</summary>
/// <param name="Namespace">The namespace; empty for the global one.</param>
/// <param name="Types">The type and those around it, outermost first.</param>
/// <param name="Functions">The functions, in the order of their declaration.</param>
/// <param name="Surroundings">What the generated file needs around it.</param>
/// <param name="AllowsUnsafe">Whether the compilation allows unsafe code.</param>
internal sealed record StrayTypeModel(
    string Namespace,
    EquatableArray<TypeDeclarationModel> Types,
    EquatableArray<FunctionModel> Functions,
    SurroundingsModel Surroundings,
    bool AllowsUnsafe);
