namespace Ffi.Generators.Model;

/// <summary>A parameter as it was written.</summary>
/// <param name="Name">The name, without <c>@</c>.</param>
/// <param name="Type">The type behind any <c>ref</c>.</param>
/// <param name="Mode">By value or by which reference.</param>
/// <param name="Modifiers">What comes before the type: <c>this</c>, <c>params</c>, <c>scoped</c>, <c>ref</c> …, followed by a
/// space.</param>
/// <param name="MarshalAs">The <c>UnmanagedType</c> that <c>[MarshalAs]</c> names; null if there is none.</param>
/// <param name="ArraySubType">The <c>UnmanagedType</c> that it names for the elements; null if it names none.</param>
/// <param name="Traits">What the other attributes say.</param>
/// <param name="Encoding">The encoding that the function asks for; looked at only where the type is text.</param>
/// <param name="Callback">The delegate that native code is to call; null for other types, and inside of a delegate's own signature.</param>
/// <param name="LengthFrom">The parameters whose product is the length of a span that native code passes.</param>
/// <param name="Marshaller">The custom marshaller that the declaration or the type asks for; null if there is none.</param>
/// <param name="Ownership">Who owns it, and until when; null if no attribute says so.</param>
/// <param name="Attributes">Our attributes on it, as they were written.</param>
/// <param name="Unheeded">What an attribute asks for in vain; null if there is none.</param>
internal sealed record ParameterModel(
    string Name,
    TypeModel Type,
    PassingMode Mode,
    string Modifiers,
    int? MarshalAs = null,
    int? ArraySubType = null,
    ParameterTraits Traits = ParameterTraits.None,
    TextEncoding Encoding = TextEncoding.Utf8,
    CallbackModel? Callback = null,
    EquatableArray<string> LengthFrom = default,
    MarshallerModel? Marshaller = null,
    OwnershipModel? Ownership = null,
    EquatableArray<SaidAttribute> Attributes = default,
    UnheededAttribute? Unheeded = null);
