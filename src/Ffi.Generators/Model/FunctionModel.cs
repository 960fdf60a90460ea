namespace Ffi.Generators.Model;

/// <summary>A function as it was declared.</summary>
/// <param name="Name">The method's name, without <c>@</c>.</param>
/// <param name="EntryPoint">The symbol's name.</param>
/// <param name="Modifiers">The declaration's modifiers, which its generated half repeats.</param>
/// <param name="Return">The result's type.</param>
/// <param name="Parameters">The parameters, in order.</param>
/// <param name="Options">What the attributes ask for.</param>
/// <param name="Flaws">What is wrong with the declaration itself, whatever its types are.</param>
/// <param name="ReturnMarshalAs">The <c>UnmanagedType</c> of the result's <c>[MarshalAs]</c>; null where there is none.</param>
/// <param name="FreedWith">The symbol of the function that frees the result; null where the result is not the caller's.</param>
/// <param name="ReturnMarshaller">The custom marshaller of the result; null where there is none.</param>
internal sealed record FunctionModel(
    string Name,
    string EntryPoint,
    string Modifiers,
    TypeModel Return,
    EquatableArray<ParameterModel> Parameters,
    FunctionOptions Options,
    FunctionFlaws Flaws = FunctionFlaws.None,
    int? ReturnMarshalAs = null,
    string? FreedWith = null,
    MarshallerModel? ReturnMarshaller = null);
