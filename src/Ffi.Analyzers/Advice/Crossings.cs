using System.Collections.Immutable;
using Ffi.Analyzers.Liveness.Knowledge;
using Microsoft.CodeAnalysis;

namespace Ffi.Analyzers.Advice;

/// <summary>Which types a <c>[NativeFunction]</c> passes in the same way as an import. If it depends, the answer is no.</summary>
internal static class Crossings
{
    /// <summary>Whether every parameter and the result mean the same.</summary>
    /// <param name="method">The import.</param>
    /// <param name="allowsText">Whether a string (true), or anything else (false), is passed the same way.</param>
    /// <param name="isCharText">Whether a <c>char</c> is 16 bits.</param>
    public static bool AreTheSame(IMethodSymbol method, Func<bool, bool> allowsText, bool isCharText) =>
        method.Parameters.All(parameter => IsTheSame(parameter, allowsText, isCharText))
        && !method.GetReturnTypeAttributes().Any(a => IsMarshalling(a) && !IsBool(method.ReturnType, a))
        && (method.ReturnsVoid || IsValue(method.ReturnType, isCharText) || Types.IsSafeHandle(method.ReturnType));

    /// <summary>Where a <c>bool</c> is a BOOL because nothing else is specified.</summary>
    public static ImmutableArray<int> Booleans(IMethodSymbol method) =>
        [
            .. method
                .Parameters.Where(p => p.Type.SpecialType == SpecialType.System_Boolean && !p.GetAttributes().Any(IsMarshalling))
                .Select(p => p.Ordinal),
            .. method.ReturnType.SpecialType == SpecialType.System_Boolean && !method.GetReturnTypeAttributes().Any(IsMarshalling)
                ? [-1]
                : Array.Empty<int>(),
        ];

    private static bool IsTheSame(IParameterSymbol parameter, Func<bool, bool> allowsText, bool isCharText)
    {
        bool isByReference = parameter.RefKind != RefKind.None;
        return !parameter.GetAttributes().Any(a => IsMarshalling(a) && !IsBool(parameter.Type, a))
            && parameter.Type switch
            {
                { SpecialType: SpecialType.System_String } => !isByReference && allowsText(true),
                IArrayTypeSymbol { Rank: 1, ElementType: { } element } => !isByReference && IsBlittable(element),
                { SpecialType: SpecialType.System_Boolean } => !isByReference,
                INamedTypeSymbol { IsGenericType: true, TypeArguments: [{ } element] } when Types.IsSpan(parameter.Type) => !isByReference
                    && IsBlittable(element),
                _ when Types.IsSafeHandle(parameter.Type) => !isByReference && !parameter.Type.IsAbstract,
                _ => isByReference ? IsBlittable(parameter.Type) : IsValue(parameter.Type, isCharText),
            };
    }

    private static bool IsValue(ITypeSymbol type, bool isCharText) =>
        type.SpecialType is SpecialType.System_Boolean || (type.SpecialType is SpecialType.System_Char ? isCharText : IsBlittable(type));

    private static bool IsBlittable(ITypeSymbol type) =>
        type switch
        {
            {
                SpecialType: SpecialType.System_Boolean
                    or SpecialType.System_Char
                    or SpecialType.System_Decimal
                    or SpecialType.System_DateTime
            } => false,
            IPointerTypeSymbol or IFunctionPointerTypeSymbol => true,
            { SpecialType: not SpecialType.None } => type.IsValueType,
            { TypeKind: TypeKind.Enum } => true,
            INamedTypeSymbol { TypeKind: TypeKind.Struct, IsGenericType: false, IsUnmanagedType: true } structure => structure
                .GetMembers()
                .OfType<IFieldSymbol>()
                .All(f => f.IsStatic || (IsBlittable(f.Type) && !f.GetAttributes().Any(IsMarshalling) && !f.IsFixedSizeBuffer)),
            _ => false,
        };

    private static bool IsMarshalling(AttributeData attribute) =>
        attribute.AttributeClass?.Name is "MarshalAsAttribute" or "MarshalUsingAttribute" or "InAttribute" or "OutAttribute";

    private static bool IsBool(ITypeSymbol type, AttributeData attribute) =>
        type.SpecialType == SpecialType.System_Boolean && attribute.AttributeClass?.Name == "MarshalAsAttribute"
        && attribute.ConstructorArguments.FirstOrDefault().Value is 2 or 4;
}
