using System.Collections.Immutable;
using Ffi.Generators.Model;
using Microsoft.CodeAnalysis;

namespace Ffi.Generators.Reading;

/// <summary>Reads <c>[MarshalAs(UnmanagedType.CustomMarshaler)]</c>, which <c>[DllImport]</c> has and <c>[LibraryImport]</c>
/// refuses.</summary>
internal static class CustomMarshalerReader
{
    private const int CustomMarshaler = 0x2C;

    /// <summary>The marshaller; null if none is named. It has no native type where it doesn't fit, so that planning refuses it.</summary>
    public static MarshallerModel? Read(ImmutableArray<AttributeData> attributes, ITypeSymbol type, IMethodSymbol method)
    {
        if (AttributeReader.ReadMarshalAs(attributes) != CustomMarshaler
            || AttributeReader.Find(attributes, AttributeReader.Interop, "MarshalAsAttribute") is not { } attribute)
        {
            return null;
        }

        ITypeSymbol? marshaler = attribute.Named<ITypeSymbol>("MarshalTypeRef");
        string name = marshaler?.ToDisplayString(TypeReader.Qualified) ?? attribute.Named<string>("MarshalType") ?? "MarshalTypeRef";
        if (
            marshaler is not INamedTypeSymbol named
            || !type.IsReferenceType
            || method.MethodKind != MethodKind.Ordinary
            || !HasGetInstance(named, method))
        {
            return new(name, "", MarshallerMembers.None);
        }

        string managed = type.WithNullableAnnotation(NullableAnnotation.NotAnnotated).ToDisplayString(TypeReader.Qualified);
        return new(name, "nint", MarshallerMembers.Free, Instance: new(managed, name, attribute.Named<string>("MarshalCookie") ?? ""));
    }

    private static bool HasGetInstance(INamedTypeSymbol marshaler, IMethodSymbol method) =>
        marshaler
            .GetMembers("GetInstance")
            .OfType<IMethodSymbol>()
            .Any(candidate =>
                candidate
                    is { IsStatic: true, Arity: 0, Parameters: [{ RefKind: RefKind.None, Type.SpecialType: SpecialType.System_String }] }
                && candidate.ReturnType.Is(AttributeReader.Interop, "ICustomMarshaler")
                && IsWithinReach(candidate, method.ContainingType));

    private static bool IsWithinReach(ISymbol symbol, INamedTypeSymbol from)
    {
        for (ISymbol? at = symbol; at is not null and not INamespaceSymbol; at = at.ContainingSymbol)
        {
            bool isWithin =
                at.DeclaredAccessibility is Accessibility.Public
                || (
                    at.DeclaredAccessibility is Accessibility.Internal or Accessibility.ProtectedOrInternal
                    && SymbolEqualityComparer.Default.Equals(at.ContainingAssembly, from.ContainingAssembly))
                || IsAround(at.ContainingType, from);
            if (!isWithin)
            {
                return false;
            }
        }

        return true;
    }

    private static bool IsAround(INamedTypeSymbol? type, INamedTypeSymbol? from) =>
        type is not null && from is not null && (SymbolEqualityComparer.Default.Equals(type, from) || IsAround(type, from.ContainingType));
}
