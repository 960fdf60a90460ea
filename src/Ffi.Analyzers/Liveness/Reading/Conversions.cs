using Ffi.Analyzers.Liveness.Events;
using Ffi.Analyzers.Liveness.Flow;
using Ffi.Analyzers.Liveness.Knowledge;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

using SignatureCallingConvention = System.Reflection.Metadata.SignatureCallingConvention;

namespace Ffi.Analyzers.Liveness.Reading;

/// <summary>Conversions and arithmetic: whether an address is still one.</summary>
internal static class Conversions
{
    public static Value Read(IConversionOperation conversion, Moment moment)
    {
        Value value = moment.Read(conversion.Operand);
        ITypeSymbol? from = conversion.Operand.Type;
        ITypeSymbol? to = conversion.Type;
        bool isOperator = conversion.OperatorMethod is not null;
        if (isOperator && Types.IsGCHandle(from))
        {
            return HandleReader.TokenOf(value, moment);
        }

        if (isOperator && Types.IsGCHandle(to))
        {
            return HandleReader.FromToken(value);
        }

        if (isOperator && Types.IsSpan(to))
        {
            return value.AsAddress();
        }

        if (from is IArrayTypeSymbol || Types.IsSpan(from))
        {
            return Types.IsSpan(to) ? value.AsAddress() : value;
        }

        if (from?.SpecialType == SpecialType.System_String && Types.IsSpan(to))
        {
            return Texts.Shared(conversion.Operand, moment);
        }

        if (from is IFunctionPointerTypeSymbol { Signature.CallingConvention: SignatureCallingConvention.Default }
            && to is IFunctionPointerTypeSymbol { Signature.CallingConvention: not SignatureCallingConvention.Default })
        {
            moment.Use(value, conversion.Syntax, UseKind.ToNative, to.ToDisplayString());
        }

        if (isOperator && !Types.CanHoldAddress(to))
        {
            moment.Escape(value);
            return Value.Unknown;
        }

        // A file descriptor is a handle that fits into an int.
        if (
            to?.SpecialType is SpecialType.System_Int32 or SpecialType.System_UInt32
            && value.Facts.Any(static f => f.Resource.Kind == ResourceKind.SafeHandle))
        {
            return Value.Of(value.Facts.Where(static f => f.Resource.Kind == ResourceKind.SafeHandle));
        }

        return Types.CanHoldAddress(from) && to is { IsValueType: true, TypeKind: not TypeKind.Pointer } && !Types.CanHoldAddress(to)
            ? Value.Unknown
            : value.WithRefers(null);
    }

    public static Value ReadBinary(IBinaryOperation binary, Moment moment)
    {
        Value left = moment.Read(binary.LeftOperand);
        Value right = moment.Read(binary.RightOperand);
        if (binary.ConstantValue is { HasValue: true } constant)
        {
            return Values.OfConstant(constant.Value);
        }

        if (binary.Type?.SpecialType == SpecialType.System_String)
        {
            return Things.FreshText(binary.Syntax, moment);
        }

        return Types.CanHoldAddress(binary.Type) ? AddressOf(binary, left, right) : Value.Unknown;
    }

    public static Value ReadUnary(IUnaryOperation unary, Moment moment)
    {
        Value operand = moment.Read(unary.Operand);
        return unary.OperatorKind == UnaryOperatorKind.Not && operand.Known is bool known ? Value.Of(!known) : Value.Unknown;
    }

    /// <summary>What a sum, a difference or a mask still is an address of. The difference of two addresses is a length; a mask aligns
    /// one.</summary>
    public static Value AddressOf(IBinaryOperation binary, Value left, Value right) =>
        binary.OperatorKind switch
        {
            BinaryOperatorKind.Add => Value.Of(left.AsAddress().Facts.Concat(right.AsAddress().Facts)),
            BinaryOperatorKind.Subtract when right.Facts.IsEmpty && binary.RightOperand.Type is not IPointerTypeSymbol => left.AsAddress(),
            BinaryOperatorKind.And when IsAligning(left.Facts.IsEmpty ? binary.LeftOperand : binary.RightOperand) => Value.Of(
                left.AsAddress().Facts.Concat(right.AsAddress().Facts)),
            _ => Value.Unknown,
        };

    // p & ~15
    private static bool IsAligning(IOperation mask) => mask switch
    {
        IConversionOperation conversion => IsAligning(conversion.Operand),
        IUnaryOperation { OperatorKind: UnaryOperatorKind.BitwiseNegation } => true,
        { ConstantValue: { HasValue: true, Value: int and < 0 or long and < 0 } } => true,
        _ => false,
    };
}
