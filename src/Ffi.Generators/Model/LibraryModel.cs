namespace Ffi.Generators.Model;

/// <summary>A <c>[NativeLibrary]</c> type as it was declared.</summary>
/// <remarks>The unit of the pipeline: one type, one file. Cached from edit to edit: immutable, equal by value, and free of
/// symbols.</remarks>
/// <param name="Namespace">The namespace; empty for the global one.</param>
/// <param name="Types">The type and those around it, outermost first.</param>
/// <param name="LibraryName">The names to load it by; null if the symbols come from a constructor argument.</param>
/// <param name="Binding">Who looks up the symbols, and when.</param>
/// <param name="SearchPath">The <c>DllImportSearchPath</c> that applies; null if none is set.</param>
/// <param name="Functions">The functions, in the order of their declaration.</param>
/// <param name="Variables">The variables, in the order of their declaration.</param>
/// <param name="MemberNames">Members, inherited ones too, that a generated name could clash with.</param>
/// <param name="Obstacle">Why the constructor of an instance library can't be generated.</param>
/// <param name="Surroundings">What the generated file needs around it.</param>
/// <param name="HasLooseFields">Whether it is a struct with fields of its own and no layout attribute.</param>
/// <param name="AllowsUnsafe">Whether the compilation allows unsafe code.</param>
/// <param name="IsOptional">Whether the machine may lack the library.</param>
/// <param name="HasTextConflict">Whether its encoding and its marshaller of strings contradict each other.</param>
/// <param name="OldLanguage">The version of C#, where it is older than generated code's; null otherwise.</param>
/// <param name="NarrowPlatform">The platform that the compilation names, where its processes are of 32 bits; null otherwise.</param>
/// <param name="Counterparts">The structs and objects of its functions that are converted, and that only the library itself can
/// name.</param>
internal sealed record LibraryModel(
    string Namespace,
    EquatableArray<TypeDeclarationModel> Types,
    LibraryNameModel? LibraryName,
    BindingKind Binding,
    int? SearchPath,
    EquatableArray<FunctionModel> Functions,
    EquatableArray<VariableModel> Variables,
    EquatableArray<string> MemberNames,
    ConstructorObstacle Obstacle,
    SurroundingsModel Surroundings,
    bool HasLooseFields,
    bool AllowsUnsafe,
    bool IsOptional,
    bool HasTextConflict,
    string? OldLanguage,
    string? NarrowPlatform,
    EquatableArray<CounterpartLayoutModel> Counterparts = default)
{
    /// <summary>The library type itself.</summary>
    public TypeDeclarationModel Type => Types[Types.Count - 1];
}
