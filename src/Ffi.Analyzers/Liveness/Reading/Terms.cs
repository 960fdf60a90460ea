using System.Collections.Immutable;
using Ffi.Analyzers.Liveness.Flow;
using Ffi.Analyzers.Liveness.Knowledge;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.FlowAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace Ffi.Analyzers.Liveness.Reading;

/// <summary>What an expression says, where it says the same each time that it is evaluated.</summary>
internal static class Terms
{
    /// <summary>Null where evaluating it twice may give two values: calls, assignments, what a graph keeps for later.</summary>
    /// <param name="moment">Where captures are looked up; null if there are none.</param>
    public static Term? Of(IOperation? operation, Moment? moment)
    {
        switch (operation)
        {
            case null:
                return null;
            case { ConstantValue: { HasValue: true } constant }:
                return Term.Constant(constant.Value);
            case IDefaultValueOperation:
                return Term.Constant(null);
            case IFieldReferenceOperation field when Values.IsZeroField(field.Field):
                return Term.Constant(0);
            case IInstanceReferenceOperation:
                return Term.This;
            case ILocalReferenceOperation local:
                return Term.Of(local.Local);
            case IParameterReferenceOperation parameter:
                return Term.Of(parameter.Parameter);
            case IFlowCaptureReferenceOperation capture:
                return
                    moment is not null
                    && moment.State.Variables.TryGetValue(Term.Of(capture.Id), out Value? captured)
                    && captured.Refers is { } place
                    && !IsCaptured(place)
                    ? place.AsTerm
                    : null;
            case IMemberReferenceOperation { Member: { } member } reference
                when reference is IFieldReferenceOperation or IPropertyReferenceOperation { Arguments.IsEmpty: true }:
                return reference.Instance is null ? Term.Member(Term.Type(member.ContainingType), member)
                    : Of(reference.Instance, moment) is { } owner ? Term.Member(owner, member.OriginalDefinition) : null;
            case IArrayElementReferenceOperation element:
                return Apply("at", element, [element.ArrayReference, .. element.Indices], moment);
            case IPropertyReferenceOperation { Instance: { } indexed } property:
                return Apply("at", property, [indexed, .. property.Arguments.Select(static a => a.Value)], moment);
            case IConversionOperation conversion:
                return
                    conversion.OperatorMethod is null
                    && (conversion.IsImplicit || Types.CanHoldAddress(conversion.Type) || conversion.Type?.IsReferenceType == true)
                    ? Of(conversion.Operand, moment)
                    : Apply(conversion.Type!, conversion, [conversion.Operand], moment);
            case IBinaryOperation binary:
                return Apply(binary.OperatorKind, binary, [binary.LeftOperand, binary.RightOperand], moment);
            case IUnaryOperation unary:
                return Apply(unary.OperatorKind, unary, [unary.Operand], moment);
            case IInvocationOperation { Arguments.IsEmpty: true, Instance: { } receiver } call when IsGetter(call.TargetMethod):
                return Apply(call.TargetMethod, call, [receiver], moment);
            case { } when Pointers.IsDereference(operation):
                return operation.ChildOperations.Count == 1
                    ? Of(operation.ChildOperations.First(), moment) is { } pointer ? Term.Behind(pointer) : null
                    : Apply("at", operation, [.. operation.ChildOperations], moment);
            default:
                return null;
        }
    }

    /// <summary>A condition and whether it is asked the other way round: <c>a != b</c> is <c>a == b</c> denied.</summary>
    public static (Term? Term, bool IsNegated) OfCondition(IOperation condition, Moment moment)
    {
        switch (condition)
        {
            case IUnaryOperation { OperatorKind: UnaryOperatorKind.Not } not:
                (Term? inner, bool isNegated) = OfCondition(not.Operand, moment);
                return (inner, !isNegated);
            case IIsNullOperation isNull:
                return (
                    Of(isNull.Operand, moment) is { } operand ? Comparison(BinaryOperatorKind.Equals, operand, Term.Constant(null)) : null,
                    false);
            case IIsPatternOperation { Pattern: INegatedPatternOperation { Pattern: IConstantPatternOperation pattern } } match:
                return (OfMatch(match, pattern, moment), true);
            case IIsPatternOperation { Pattern: IConstantPatternOperation pattern } match:
                return (OfMatch(match, pattern, moment), false);
            case IBinaryOperation binary when Of(binary.LeftOperand, moment) is { } left && Of(binary.RightOperand, moment) is { } right:
                return binary.OperatorKind switch
                {
                    BinaryOperatorKind.NotEquals => (Comparison(BinaryOperatorKind.Equals, left, right), true),
                    BinaryOperatorKind.LessThanOrEqual => (Comparison(BinaryOperatorKind.GreaterThan, left, right), true),
                    BinaryOperatorKind.GreaterThanOrEqual => (Comparison(BinaryOperatorKind.LessThan, left, right), true),
                    _ => (Comparison(binary.OperatorKind, left, right), false),
                };
            default:
                return (Of(condition, moment), false);
        }
    }

    /// <summary>Whether the term asks a method, which is only taken to answer the same.</summary>
    public static bool AsksMethod(Term term) => term.Atom is IMethodSymbol || term.Parts.Any(AsksMethod);

    private static Term? OfMatch(IIsPatternOperation match, IConstantPatternOperation pattern, Moment moment) =>
        Of(match.Value, moment) is { } value && pattern.Value.ConstantValue is { HasValue: true } constant
            ? Comparison(BinaryOperatorKind.Equals, value, Term.Constant(constant.Value))
            : null;

    private static Term Comparison(BinaryOperatorKind kind, Term left, Term right) => Term.Operation(kind, [left, right], "");

    private static Term? Apply(object what, IOperation operation, IReadOnlyList<IOperation> operands, Moment? moment)
    {
        var parts = ImmutableArray.CreateBuilder<Term>();
        foreach (IOperation operand in operands)
        {
            if (Of(operand, moment) is not { } part)
            {
                return null;
            }

            parts.Add(part);
        }

        return Term.Operation(what, parts.ToImmutable(), operation.Syntax.ToString());
    }

    private static bool IsCaptured(Place place) => place.Root.Kind is TermKind.Capture or TermKind.Unique;

    // header.GetValue(): asked twice, it is meant to answer the same.
    private static bool IsGetter(IMethodSymbol method) => Doubts.DoubtList.SameAnswer.Speaks(method.Name);
}
