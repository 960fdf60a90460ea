namespace Ffi.Generators.Model;

/// <summary>A type as it was written, and what crossing it takes.</summary>
/// <remarks>Cached by the compiler from edit to edit: immutable, equal by value, and free of symbols. Keep all three when adding a
/// member.</remarks>
/// <param name="Name">The C# spelling, with <c>global::</c> and nullable annotations.</param>
/// <param name="Shape">The kind of the type.</param>
/// <param name="Element">What a span, array or memory holds; the handle type of a borrowed handle; the delegate type of a callback.</param>
/// <param name="Fault">Why the type can't be passed; none if it can.</param>
/// <param name="FaultDetail">The field at fault, or the type to use instead; of a handle type, why it can't be constructed.</param>
/// <param name="IsConstructible">Of a handle type: whether generated code can make one with <c>new()</c>.</param>
/// <param name="Formatted">Whether the runtime can convert its fields to those of a C struct.</param>
/// <param name="Counterpart">Of a struct or object that isn't the same bytes in C: what generated code makes of it; null for
/// others.</param>
internal sealed record TypeModel(
    string Name,
    TypeShape Shape,
    TypeModel? Element = null,
    TypeFault Fault = TypeFault.None,
    string FaultDetail = "",
    bool IsConstructible = false,
    FormattedKind Formatted = FormattedKind.None,
    CounterpartModel? Counterpart = null)
{
    /// <summary>Whether memory of this type may be seen by native code as it is.</summary>
    public bool IsUnmanaged =>
        Shape is TypeShape.Boolean or TypeShape.Char or TypeShape.Scalar or TypeShape.BlittableStruct or TypeShape.UnmanagedStruct;
}
