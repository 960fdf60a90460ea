using Ffi.Generators.Model;
using Microsoft.CodeAnalysis;

namespace Ffi.Generators.Reading;

/// <summary>Spells type parameters for a second half, which must have the same.</summary>
internal static class GenericsReader
{
    public static GenericsModel? Read(IMethodSymbol method) =>
        method.TypeParameters.IsEmpty
            ? null
            : new(
                ListOf(method.TypeParameters),
                method.TypeParameters.Select(ConstraintsOf).Where(static clause => clause.Length > 0).ToEquatableArray());

    /// <summary>Such as <c>&lt;in T, out U&gt;</c>; empty if there are none.</summary>
    public static string ListOf(IReadOnlyCollection<ITypeParameterSymbol> parameters) =>
        parameters.Count == 0
            ? ""
            : $"<{string.Join(", ", parameters.Select(static parameter => WordOf(parameter.Variance) + NameOf(parameter)))}>";

    private static string ConstraintsOf(ITypeParameterSymbol parameter)
    {
        List<string> constraints =
        [
            .. KindsOf(parameter),
            .. parameter.ConstraintTypes.Select(static type => type.ToDisplayString(TypeReader.Qualified)),
        ];
        if (parameter.HasConstructorConstraint)
        {
            constraints.Add("new()");
        }

        if (parameter.AllowsRefLikeType)
        {
            constraints.Add("allows ref struct");
        }

        return constraints.Count == 0 ? "" : $"where {NameOf(parameter)} : {string.Join(", ", constraints)}";
    }

    private static IEnumerable<string> KindsOf(ITypeParameterSymbol parameter) => parameter switch
    {
        { HasUnmanagedTypeConstraint: true } => ["unmanaged"],
        { HasValueTypeConstraint: true } => ["struct"],
        { HasReferenceTypeConstraint: true, ReferenceTypeConstraintNullableAnnotation: NullableAnnotation.Annotated } => ["class?"],
        { HasReferenceTypeConstraint: true } => ["class"],
        { HasNotNullConstraint: true } => ["notnull"],
        _ => [],
    };

    private static string NameOf(ITypeParameterSymbol parameter) => parameter.ToDisplayString(TypeReader.Qualified).TrimEnd('?');

    private static string WordOf(VarianceKind variance) => variance switch
    {
        VarianceKind.In => "in ",
        VarianceKind.Out => "out ",
        _ => "",
    };
}
