namespace Ffi.Generators.Model;

/// <summary>A variable as it was declared.</summary>
/// <param name="Name">The property's name, without <c>@</c>.</param>
/// <param name="EntryPoint">The symbol's name.</param>
/// <param name="Modifiers">The declaration's modifiers, which its generated half repeats.</param>
/// <param name="Reference"><c>ref </c>, <c>ref readonly </c>, or empty for a property by value.</param>
/// <param name="Type">The variable's type.</param>
/// <param name="Getter">The modifiers of <c>get</c>; null if there is none.</param>
/// <param name="Setter">The modifiers of <c>set</c>; null if there is none.</param>
/// <param name="IsStatic">Whether the property is static.</param>
/// <param name="IsOptional">Whether the library may lack the symbol.</param>
/// <param name="LacksHalf">Whether it is a partial property whose other half is missing.</param>
/// <param name="IsInitOnly">Whether it has <c>init</c> in the place of <c>set</c>.</param>
/// <param name="Obstacle">Why the declaration can't be a variable's, whatever its type is; null if it can.</param>
/// <param name="IsRejected">Whether the compiler refuses the declaration as it stands, and says so itself.</param>
internal sealed record VariableModel(
    string Name,
    string EntryPoint,
    string Modifiers,
    string Reference,
    TypeModel Type,
    string? Getter,
    string? Setter,
    bool IsStatic,
    bool IsOptional,
    bool LacksHalf,
    bool IsInitOnly,
    string? Obstacle,
    bool IsRejected);
