using Microsoft.CodeAnalysis;

namespace Ffi.Generators.Reading;

/// <summary>Questions about types that more than one reader asks.</summary>
internal static class TypeKinds
{
    /// <summary>Whether the type is a number that is the same bits in C.</summary>
    public static bool IsNumber(this ITypeSymbol type) => type.SpecialType
        is (>= SpecialType.System_SByte and <= SpecialType.System_UInt64)
        or SpecialType.System_Single or SpecialType.System_Double or SpecialType.System_IntPtr or SpecialType.System_UIntPtr;

    /// <summary>Whether a value of the type is an address in C.</summary>
    public static bool IsAddress(this ITypeSymbol? type) =>
        type
            is IPointerTypeSymbol
                or IFunctionPointerTypeSymbol
                or { SpecialType: SpecialType.System_IntPtr or SpecialType.System_UIntPtr };

    /// <summary>Whether the compiler found every type that is named in it.</summary>
    public static bool IsResolved(this ITypeSymbol type) => type switch
    {
        { TypeKind: TypeKind.Error } => false,
        IArrayTypeSymbol array => array.ElementType.IsResolved(),
        IPointerTypeSymbol pointer => pointer.PointedAtType.IsResolved(),
        IFunctionPointerTypeSymbol { Signature: var signature } =>
            signature.ReturnType.IsResolved() && signature.Parameters.All(static parameter => parameter.Type.IsResolved()),
        INamedTypeSymbol { TypeArguments.Length: > 0 } generic => generic.TypeArguments.All(IsResolved),
        _ => true,
    };
}
