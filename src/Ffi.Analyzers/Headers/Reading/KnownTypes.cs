using Ffi.Generators.Reading;
using Ffi.Headers.Checking.Declarations;
using Microsoft.CodeAnalysis;

namespace Ffi.Analyzers.Headers.Reading;

/// <summary>Structs of the framework whose fields reference assemblies don't show.</summary>
internal static class KnownTypes
{
    /// <summary>The shape of a well-known struct; null of any other.</summary>
    public static ValueShape? Find(INamedTypeSymbol type) => type.Name switch
    {
        "CLong" when type.IsIn(AttributeReader.Interop) => new IntegerShape(IntegerWidth.CLong, IsSigned: true),
        "CULong" when type.IsIn(AttributeReader.Interop) => new IntegerShape(IntegerWidth.CLong, IsSigned: false),
        "NFloat" when type.IsIn(AttributeReader.Interop) => new FloatShape(8),
        "HandleRef" when type.IsIn(AttributeReader.Interop) => new AddressShape(),
        "GCHandle" when type.IsIn(AttributeReader.Interop) => new AddressShape(),
        "Half" when type.IsIn("System") => new FloatShape(2),
        "Int128" when type.IsIn("System") => new IntegerShape(IntegerWidth.Sixteen, IsSigned: true),
        "UInt128" when type.IsIn("System") => new IntegerShape(IntegerWidth.Sixteen, IsSigned: false),
        "Guid" when type.IsIn("System") => new FixedArrayShape(new IntegerShape(IntegerWidth.One, IsSigned: false), 16),
        _ => null,
    };

    /// <summary>Whether a struct's fields can't be seen: reference assemblies have a stand-in for them.</summary>
    public static bool HasHiddenFields(INamedTypeSymbol type) =>
        type.Locations.All(static location => !location.IsInSource)
        && type.GetMembers()
            .OfType<IFieldSymbol>()
            .Any(static field => !field.IsStatic && field.Name.StartsWith("_dummy", StringComparison.Ordinal));
}
