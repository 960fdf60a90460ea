using Ffi.Generators.Model;

namespace Ffi.Generators.Planning;

/// <summary>All that the accessors of one variable do.</summary>
/// <param name="Name">The property's name, escaped.</param>
/// <param name="Modifiers">The modifiers that both halves share, followed by a space.</param>
/// <param name="Reference"><c>ref </c>, <c>ref readonly </c>, or empty for a property by value.</param>
/// <param name="Type">The property's type.</param>
/// <param name="NativeType">The type of what is at the address.</param>
/// <param name="Shape">Whether it is a <c>bool</c>, a <c>char</c>, or anything that needs no conversion.</param>
/// <param name="EntryPoint">The symbol.</param>
/// <param name="Slot">The field that keeps its address.</param>
/// <param name="Getter">The modifiers of <c>get</c>; null if there is none.</param>
/// <param name="Setter">The modifiers of <c>set</c>; null if there is none.</param>
/// <param name="Availability">The property that tells whether an optional symbol is there; null for other variables.</param>
internal sealed record VariablePlan(
    string Name,
    string Modifiers,
    string Reference,
    string Type,
    string NativeType,
    TypeShape Shape,
    string EntryPoint,
    string Slot,
    string? Getter,
    string? Setter,
    string? Availability)
{
    public bool IsReference => Reference.Length > 0;

    public bool IsBoolean => Shape == TypeShape.Boolean;

    public bool IsChar => Shape == TypeShape.Char;
}
