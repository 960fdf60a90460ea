namespace Ffi.Generators.Model;

/// <summary>A type with <c>[NativeCallback]</c> methods: one file.</summary>
/// <param name="Namespace">The namespace; empty for the global one.</param>
/// <param name="Types">The type and those around it, outermost first.</param>
/// <param name="Methods">The methods, in the order of their declaration.</param>
/// <param name="MemberNames">Members, inherited ones too, that a generated name could clash with.</param>
/// <param name="Surroundings">What the generated file needs around it.</param>
/// <param name="AllowsUnsafe">Whether the compilation allows unsafe code.</param>
internal sealed record CallbackTypeModel(
    string Namespace,
    EquatableArray<TypeDeclarationModel> Types,
    EquatableArray<CallbackMethodModel> Methods,
    EquatableArray<string> MemberNames,
    SurroundingsModel Surroundings,
    bool AllowsUnsafe);

/// <summary>A static method that native code calls.</summary>
/// <param name="Signature">The method.</param>
/// <param name="Accessibility">The method's accessibility, which its property has too; where it is obsolete, with the attribute.</param>
/// <param name="OnException">The name of the policy.</param>
/// <param name="Default">What native code gets after an exception; null for the type's own default.</param>
internal sealed record CallbackMethodModel(
    FunctionModel Signature,
    string Accessibility,
    string OnException,
    CallbackDefaultModel? Default);
