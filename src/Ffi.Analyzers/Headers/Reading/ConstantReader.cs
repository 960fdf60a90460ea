using System.Globalization;
using System.Numerics;
using Ffi.Headers.Checking.Declarations;
using Ffi.Headers.Digest;
using Microsoft.CodeAnalysis;

namespace Ffi.Analyzers.Headers.Reading;

/// <summary>Reads constants and enums.</summary>
internal static class ConstantReader
{
    public static ManagedEnum ReadEnum(INamedTypeSymbol type) =>
        new(
            type.Name,
            UnderlyingOf(type),
            () =>
                [
                    .. type.GetMembers()
                        .OfType<IFieldSymbol>()
                        .Where(static field => field.HasConstantValue)
                        .Select(static field => new ManagedEnumMember(field.Name, ToInteger(field.ConstantValue!)) { Origin = field }),
                ]);

    /// <summary>The constant; null of a field that is none, or of a type that C doesn't have.</summary>
    public static ManagedConstant? Read(IFieldSymbol field)
    {
        if (!field.HasConstantValue || field.ConstantValue is not { } value)
        {
            return null;
        }

        ConstantValue? constant = value switch
        {
            string text => new TextValue(text),
            float or double => new FloatValue(Convert.ToDouble(value, CultureInfo.InvariantCulture)),
            bool or decimal => null,
            _ => new IntegerValue(ToInteger(value)),
        };
        return constant is null ? null : new ManagedConstant(field.Name, constant) { Origin = field };
    }

    private static IntegerShape UnderlyingOf(INamedTypeSymbol type) => type.EnumUnderlyingType?.SpecialType switch
    {
        SpecialType.System_SByte => new IntegerShape(IntegerWidth.One, IsSigned: true),
        SpecialType.System_Byte => new IntegerShape(IntegerWidth.One, IsSigned: false),
        SpecialType.System_Int16 => new IntegerShape(IntegerWidth.Two, IsSigned: true),
        SpecialType.System_UInt16 => new IntegerShape(IntegerWidth.Two, IsSigned: false),
        SpecialType.System_UInt32 => new IntegerShape(IntegerWidth.Four, IsSigned: false),
        SpecialType.System_Int64 => new IntegerShape(IntegerWidth.Eight, IsSigned: true),
        SpecialType.System_UInt64 => new IntegerShape(IntegerWidth.Eight, IsSigned: false),
        _ => new IntegerShape(IntegerWidth.Four, IsSigned: true),
    };

    private static BigInteger ToInteger(object value) => value switch
    {
        ulong large => large,
        char character => character,
        _ => Convert.ToInt64(value, CultureInfo.InvariantCulture),
    };
}
