using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace Ffi.Analyzers.Liveness.Engine;

// Assignments, conversions, arithmetic, closures.
internal sealed partial class Evaluator
{
    private Value EvaluateReference(IOperation operation, FlowState state)
    {
        if (operation is IFieldReferenceOperation { Instance: { } instance } field)
        {
            if (FinalizableField(field) is { } raw)
            {
                return Value.Of(raw, Role.Address);
            }

            if (instance is not IInstanceReferenceOperation)
            {
                Evaluate(instance, state);
            }
        }
        else if (operation is IFieldReferenceOperation { Instance: null, Field: { Name: "Zero", ContainingType.SpecialType: SpecialType.System_IntPtr or SpecialType.System_UIntPtr } })
        {
            return Value.Of(Value.Null);
        }
        else if (operation is IArrayElementReferenceOperation element)
        {
            Use(Evaluate(element.ArrayReference, state), operation.Syntax, UseKind.Dereference, element.ArrayReference.Syntax.ToString(), state);
            foreach (IOperation index in element.Indices)
            {
                Evaluate(index, state);
            }
        }

        return PlaceOf(operation, state) is { } place ? Read(place, operation, state) : Value.Unknown;
    }

    // A raw handle in an object that has a finalizer: it is valid as long as the object is.
    private Resource? FinalizableField(IFieldReferenceOperation field)
    {
        if (field.Field.IsStatic || scope.IsNested || IsCleanUp(scope.Method) || !Types.IsAddress(field.Type) || !Types.HasFinalizer(field.Instance!.Type))
        {
            return null;
        }

        ISymbol? owner = field.Instance switch
        {
            IInstanceReferenceOperation => null,
            ILocalReferenceOperation local => local.Local,
            IParameterReferenceOperation parameter => parameter.Parameter,
            _ => field.Field,
        };
        if (SymbolEqualityComparer.Default.Equals(owner, field.Field) || !scope.Summaries.IsFreedByFinalizer(field.Field, field.Syntax))
        {
            return null;
        }

        Resource resource = Get(ResourceKind.FinalizableField, field.Syntax, field.Field.Name);
        resource.Symbol = owner;
        return resource;
    }

    private static readonly string[] CleanUpNames = ["Dispose", "Release", "Free", "Close", "Destroy", "Finalize"];

    // The finalizer and what it calls run when nothing else uses the object; a constructor's caller waits for the object.
    private static bool IsCleanUp(IMethodSymbol? method) =>
        method is null or { MethodKind: MethodKind.Destructor or MethodKind.Constructor }
        || CleanUpNames.Any(word => method.Name.StartsWith(word, StringComparison.Ordinal));

    private Value EvaluateConversion(IConversionOperation conversion, FlowState state)
    {
        Value value = Evaluate(conversion.Operand, state);
        ITypeSymbol? from = conversion.Operand.Type;
        if (conversion.OperatorMethod is not null && Types.IsGCHandle(from))
        {
            return TokenOf(value, state);
        }

        if (conversion.OperatorMethod is not null && Types.IsGCHandle(conversion.Type))
        {
            return FromToken(value);
        }

        if (conversion.OperatorMethod is not null && Types.IsSpan(conversion.Type))
        {
            return value.AsAddress();
        }

        if (from is IArrayTypeSymbol || Types.IsSpan(from))
        {
            return Types.IsSpan(conversion.Type) ? value.AsAddress() : value;
        }

        if (from?.SpecialType == SpecialType.System_String && Types.IsSpan(conversion.Type))
        {
            return SharedText(conversion.Operand, state);
        }

        if (from is IFunctionPointerTypeSymbol { Signature.CallingConvention: System.Reflection.Metadata.SignatureCallingConvention.Default }
            && conversion.Type is IFunctionPointerTypeSymbol { Signature.CallingConvention: not System.Reflection.Metadata.SignatureCallingConvention.Default })
        {
            Use(value, conversion.Syntax, UseKind.Argument, conversion.Type.ToDisplayString(), state);
        }

        if (conversion.OperatorMethod is not null && !Types.CanHoldAddress(conversion.Type))
        {
            Escape(value, state);
            return Value.Unknown;
        }

        // A file descriptor is a handle that fits into an int.
        if (conversion.Type?.SpecialType is SpecialType.System_Int32 or SpecialType.System_UInt32 && value.Facts.Any(f => f.Resource.Kind == ResourceKind.SafeHandle))
        {
            return Value.Of(value.Facts.Where(f => f.Resource.Kind == ResourceKind.SafeHandle));
        }

        return Types.CanHoldAddress(from) && conversion.Type is { IsValueType: true } && !Types.CanHoldAddress(conversion.Type) && conversion.Type.TypeKind != TypeKind.Pointer
            ? Value.Unknown
            : value.WithRefers(null);
    }

    private Value EvaluateBinary(IBinaryOperation binary, FlowState state)
    {
        Value left = Evaluate(binary.LeftOperand, state);
        Value right = Evaluate(binary.RightOperand, state);
        if (binary.ConstantValue is { HasValue: true } constant)
        {
            return Value.Of(IsZero(constant.Value) ? Value.Null : constant.Value);
        }

        if (binary.Type?.SpecialType == SpecialType.System_String)
        {
            return Value.Of(Get(ResourceKind.Fresh, binary.Syntax, "string"), Role.Self);
        }

        // The difference of two addresses is a length.
        bool isSum = binary.OperatorKind == BinaryOperatorKind.Add
            || (binary.OperatorKind == BinaryOperatorKind.Subtract && (left.Facts.IsEmpty || right.Facts.IsEmpty));
        return isSum && Types.CanHoldAddress(binary.Type) ? Value.Of(left.AsAddress().Facts.Concat(right.AsAddress().Facts)) : Value.Unknown;
    }

    private Value EvaluateUnary(IUnaryOperation unary, FlowState state)
    {
        Value operand = Evaluate(unary.Operand, state);
        return unary.OperatorKind == UnaryOperatorKind.Not && operand.Known is bool known ? Value.Of(!known) : Value.Unknown;
    }
}
