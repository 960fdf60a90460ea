namespace Ffi.Generators.Model;

/// <summary>A function as it was declared.</summary>
/// <param name="Name">The method's name, without <c>@</c>.</param>
/// <param name="EntryPoint">The symbol's name.</param>
/// <param name="Modifiers">The declaration's modifiers, which its generated half repeats.</param>
/// <param name="Return">The result's type.</param>
/// <param name="Parameters">The parameters, in order.</param>
/// <param name="Options">What the attributes ask for.</param>
/// <param name="Flaws">What is wrong with the declaration itself, whatever its types are.</param>
/// <param name="ReturnMarshalAs">The <c>UnmanagedType</c> of the result's <c>[MarshalAs]</c>; null if there is none.</param>
/// <param name="ReturnMarshaller">The custom marshaller of the result; null if there is none.</param>
/// <param name="ReturnOwnership">Who owns the result, and until when; null if no attribute says so.</param>
/// <param name="ReturnEncoding">The encoding of the result, where it has another than the function; null elsewhere.</param>
/// <param name="Generics">Its type parameters; null if it has none.</param>
/// <param name="ReturnsBy"><c>ref</c> or <c>ref readonly</c>, followed by a space; empty if it returns a value.</param>
/// <param name="Documentation">The lines of the documentation comment, where an attribute says who owns something; else none.</param>
/// <param name="ReturnAttributes">Our attributes on the result, as they were written.</param>
/// <param name="Unheeded">What attributes ask for in vain.</param>
/// <param name="UnheededByReturn">What an attribute of the result asks for in vain; null if there is none.</param>
internal sealed record FunctionModel(
    string Name,
    string EntryPoint,
    string Modifiers,
    TypeModel Return,
    EquatableArray<ParameterModel> Parameters,
    FunctionOptions Options,
    FunctionFlaws Flaws = FunctionFlaws.None,
    int? ReturnMarshalAs = null,
    MarshallerModel? ReturnMarshaller = null,
    OwnershipModel? ReturnOwnership = null,
    EquatableArray<string> Documentation = default,
    EquatableArray<SaidAttribute> ReturnAttributes = default,
    EquatableArray<UnheededAttribute> Unheeded = default,
    UnheededAttribute? UnheededByReturn = null,
    TextEncoding? ReturnEncoding = null,
    GenericsModel? Generics = null,
    string ReturnsBy = "");
