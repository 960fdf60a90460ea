using Ffi.Analyzers.Liveness.Flow;
using Ffi.Analyzers.Liveness.Knowledge;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace Ffi.Analyzers.Liveness.Reading;

/// <summary>Values that can be told without running anything.</summary>
internal static class Values
{
    public static Value OfConstant(object? constant) => Value.Of(constant is null or 0 or 0L or 0u or 0ul ? Value.Null : constant);

    /// <summary><c>IntPtr.Zero</c> is a number, and no place that two variables share.</summary>
    public static bool IsZeroField(IFieldSymbol field) =>
        field is { IsStatic: true, Name: "Zero", ContainingType.SpecialType: SpecialType.System_IntPtr or SpecialType.System_UIntPtr };

    /// <summary>The value of a reference or constant, without effects: for conditions, which were evaluated before.</summary>
    public static Value Peek(IOperation operation, Moment moment)
    {
        switch (operation)
        {
            case IConversionOperation conversion:
                return Peek(conversion.Operand, moment);
            case IDefaultValueOperation:
                return Value.Of(Value.Null);
            case { ConstantValue: { HasValue: true } constant }:
                return OfConstant(constant.Value);
            case IFieldReferenceOperation { Field: { } field } when IsZeroField(field):
                return Value.Of(Value.Null);
            case IBinaryOperation { OperatorKind: BinaryOperatorKind.Add or BinaryOperatorKind.Subtract } sum
                when Types.IsAddress(sum.Type):
                return Conversions.AddressOf(sum, Peek(sum.LeftOperand, moment), Peek(sum.RightOperand, moment));
            case IAddressOfOperation addressOf:
                return Addresses.ReadAddressOf(addressOf, moment);
            default:
                return PlaceReader.Of(operation, moment) is { } place ? moment.State.At(place) ?? Value.Unknown : Value.Unknown;
        }
    }
}
