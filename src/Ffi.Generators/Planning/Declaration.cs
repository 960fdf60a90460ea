using Ffi.Generators.Model;

namespace Ffi.Generators.Planning;

/// <summary>Repeats in a generated half what both halves declare.</summary>
internal static class Declaration
{
    private const string AutoLayout =
        "[global::System.Runtime.InteropServices.StructLayout(global::System.Runtime.InteropServices.LayoutKind.Auto)]\n";

    /// <summary>A type and those around it, outermost first, such as <c>partial class Outer</c>.</summary>
    /// <param name="types">The types.</param>
    /// <param name="isUnsafe">Whether the members are unsafe code.</param>
    /// <param name="hasAutoLayout">Whether the type is a struct whose fields have no order, since they are in several files.</param>
    public static EquatableArray<string> Of(EquatableArray<TypeDeclarationModel> types, bool isUnsafe, bool hasAutoLayout = false) =>
        types
            .Select(
                (type, index) =>
                    (hasAutoLayout && index == types.Count - 1 ? AutoLayout : "")
                    + $"{(isUnsafe && index == types.Count - 1 ? "unsafe " : "")}partial {type.Keyword} {Identifier.EscapeType(type.Name)}{type.TypeParameters}"
            )
            .ToEquatableArray();

    /// <summary>A type's full name, which means the same wherever it stands.</summary>
    public static string FullNameOf(string @namespace, EquatableArray<TypeDeclarationModel> types) =>
        "global::"
        + (@namespace.Length == 0 ? "" : @namespace + ".")
        + string.Join(".", types.Select(static type => Identifier.EscapeType(type.Name) + type.TypeParameters));

    public static string Of(ParameterModel parameter) => $"{parameter.Modifiers}{parameter.Type.Name} {Identifier.Escape(parameter.Name)}";
}
