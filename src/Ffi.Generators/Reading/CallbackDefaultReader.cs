using System.Globalization;
using Ffi.Generators.Model;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace Ffi.Generators.Reading;

/// <summary>Reads the default of a callback. An attribute takes any constant; a result takes what C# would convert to it without a loss
/// that anybody would notice.</summary>
internal static class CallbackDefaultReader
{
    /// <summary>The default that an attribute names; null if it names none, and where there is no result, which is told
    /// elsewhere.</summary>
    public static CallbackDefaultModel? Read(AttributeData? attribute, ITypeSymbol result)
    {
        TypedConstant value = attribute?.NamedArguments.FirstOrDefault(static argument => argument.Key == "Default").Value ?? default;
        if (
            value.IsNull
            || value.Kind == TypedConstantKind.Error
            || result.TypeKind == TypeKind.Error
            || result.SpecialType == SpecialType.System_Void)
        {
            return null;
        }

        return value.Kind != TypedConstantKind.Array && Write(value, result) is { } text ? new(text) : new("", value.ToCSharpString());
    }

    private static string? Write(TypedConstant value, ITypeSymbol result) =>
        result switch
        {
            { SpecialType: SpecialType.System_Boolean } => value.Value is bool truth
                ? truth
                    ? "1"
                    : "0"
                : null,
            INamedTypeSymbol { EnumUnderlyingType: { } underlying } => value.Kind != TypedConstantKind.Enum
            || SymbolEqualityComparer.Default.Equals(value.Type, result)
                ? WriteInteger(value, RangeOf(underlying.SpecialType))
                : null,
            { TypeKind: TypeKind.Pointer or TypeKind.FunctionPointer } => WriteInteger(value, (long.MinValue, ulong.MaxValue)),
            { SpecialType: SpecialType.System_Single } => NumberOf(value) is { } number ? WriteSingle(number) : null,
            { SpecialType: SpecialType.System_Double } => NumberOf(value) is { } number ? WriteDouble(number) : null,
            _ when result.Is(AttributeReader.Interop, "NFloat") => NumberOf(value) is { } number ? WriteDouble(number) : null,
            // 32 bits on Windows.
            _ when result.Is(AttributeReader.Interop, "CLong") => WriteInteger(value, (int.MinValue, int.MaxValue)),
            _ when result.Is(AttributeReader.Interop, "CULong") => WriteInteger(value, (0, uint.MaxValue)),
            _ => WriteInteger(value, RangeOf(result.SpecialType)),
        };

    private static (decimal Least, decimal Most)? RangeOf(SpecialType type) => type switch
    {
        SpecialType.System_SByte => (sbyte.MinValue, sbyte.MaxValue),
        SpecialType.System_Byte => (0, byte.MaxValue),
        SpecialType.System_Int16 => (short.MinValue, short.MaxValue),
        SpecialType.System_UInt16 or SpecialType.System_Char => (0, ushort.MaxValue),
        SpecialType.System_Int32 => (int.MinValue, int.MaxValue),
        SpecialType.System_UInt32 => (0, uint.MaxValue),
        SpecialType.System_Int64 or SpecialType.System_IntPtr => (long.MinValue, long.MaxValue),
        SpecialType.System_UInt64 or SpecialType.System_UIntPtr => (0, ulong.MaxValue),
        _ => null,
    };

    private static string? WriteInteger(TypedConstant value, (decimal Least, decimal Most)? range) =>
        IntegerOf(value) is { } number && range is { } fits && number >= fits.Least && number <= fits.Most
            ? number.ToString(CultureInfo.InvariantCulture)
            : null;

    // The number of an enum's constant.
    private static decimal? IntegerOf(TypedConstant value) => value.Value switch
    {
        char letter => letter,
        sbyte or byte or short or ushort or int or uint or long or ulong => Convert.ToDecimal(value.Value, CultureInfo.InvariantCulture),
        _ => null,
    };

    private static double? NumberOf(TypedConstant value) => value switch
    {
        { Value: float number } => number,
        { Value: double number } => number,
        { Kind: TypedConstantKind.Enum } or { Value: char } => null,
        _ => (double?)IntegerOf(value),
    };

    // 0.1 in an attribute is a double, and means the nearest float. A number beyond the range of float means nothing.
    private static string? WriteSingle(double number)
    {
        float single = (float)number;
        return double.IsNaN(number) ? "float.NaN"
            : float.IsInfinity(single) && !double.IsInfinity(number) ? null
            : float.IsInfinity(single) ? single > 0 ? "float.PositiveInfinity" : "float.NegativeInfinity"
            : Signed(number, single.ToString("R", CultureInfo.InvariantCulture)) + "F";
    }

    private static string WriteDouble(double number) => double.IsNaN(number) ? "double.NaN"
        : double.IsInfinity(number) ? number > 0 ? "double.PositiveInfinity" : "double.NegativeInfinity"
        : Signed(number, number.ToString("R", CultureInfo.InvariantCulture)) + "D";

    // The compiler may run on the .NET Framework, which writes -0 as 0.
    private static string Signed(double number, string text) =>
        number == 0 && BitConverter.DoubleToInt64Bits(number) < 0 && text[0] != '-' ? "-" + text : text;
}
