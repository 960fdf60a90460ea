using Ffi.Analyzers.Liveness.Doubts;
using Ffi.Analyzers.Liveness.Effects;
using Ffi.Analyzers.Liveness.Flow;
using Ffi.Analyzers.Liveness.Knowledge;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.FlowAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace Ffi.Analyzers.Liveness.Reading;

/// <summary>Branches: what an outcome says about variables, and whether the path can exist at all.</summary>
internal static class Conditions
{
    /// <summary>Adds to the state that a condition had an outcome; false if it can't have had it on this path.</summary>
    public static bool Assume(IOperation condition, Value value, bool outcome, Moment moment)
    {
        while (condition is IUnaryOperation { OperatorKind: UnaryOperatorKind.Not } not)
        {
            (condition, outcome) = (not.Operand, !outcome);
            value = Values.Peek(condition, moment);
        }

        if (value.Known is bool known)
        {
            return known == outcome;
        }

        if (value.IsNull)
        {
            return !outcome;
        }

        // MoveNext of a foreach has no arguments either, and asked again it may answer otherwise.
        return Refine(condition, outcome, moment)
            && (condition is IInvocationOperation { IsImplicit: true } || Remember(condition, outcome, moment));
    }

    private static bool Refine(IOperation condition, bool outcome, Moment moment)
    {
        switch (condition)
        {
            case IBinaryOperation { OperatorKind: BinaryOperatorKind.Equals or BinaryOperatorKind.NotEquals } comparison:
                bool areEqual = (comparison.OperatorKind == BinaryOperatorKind.Equals) == outcome;
                return Compare(comparison.LeftOperand, comparison.RightOperand, areEqual, moment);

            case IIsNullOperation isNull:
                return Nulls.Refine(isNull.Operand, outcome, moment);

            case IIsPatternOperation { Pattern: { } pattern } match:
                return RefinePattern(match.Value, pattern, outcome, moment);

            case IPropertyReferenceOperation { Property.Name: "HasValue", Instance: { } nullable } when Types.IsNullable(nullable.Type):
                return Nulls.Refine(nullable, !outcome, moment);

            case IPropertyReferenceOperation { Property.Name: "IsAllocated", Instance: { } handle } when Types.IsGCHandle(handle.Type):
                return Nulls.RefineAllocated(handle, outcome, moment);

            case ILocalReferenceOperation
            or IParameterReferenceOperation
            or IFieldReferenceOperation when PlaceReader.Of(condition, moment) is { } flag:
                moment.Do(new Keep(flag, Value.Of(outcome), condition.Syntax));
                return true;

            default:
                return true;
        }
    }

    private static bool RefinePattern(IOperation operand, IPatternOperation pattern, bool outcome, Moment moment)
    {
        switch (pattern)
        {
            case INegatedPatternOperation negated:
                return RefinePattern(operand, negated.Pattern, !outcome, moment);
            case IConstantPatternOperation { Value.ConstantValue: { HasValue: true, Value: null or 0 } }:
                return Nulls.Refine(operand, outcome, moment);
            case IRecursivePatternOperation or IDeclarationPatternOperation or ITypePatternOperation when outcome:
                Declare(operand, pattern, moment);
                return Nulls.Refine(operand, false, moment);
            default:
                return true;
        }
    }

    private static void Declare(IOperation operand, IPatternOperation pattern, Moment moment)
    {
        ISymbol? declared = pattern switch
        {
            IDeclarationPatternOperation declaration => declaration.DeclaredSymbol,
            IRecursivePatternOperation recursive => recursive.DeclaredSymbol,
            _ => null,
        };
        if (declared is not null)
        {
            moment.Do(new Keep(Place.Local(Term.Of(declared)), Values.Peek(operand, moment).WithRefers(null), pattern.Syntax));
        }
    }

    private static bool Compare(IOperation left, IOperation right, bool areEqual, Moment moment)
    {
        Value leftValue = Values.Peek(left, moment);
        Value rightValue = Values.Peek(right, moment);
        if (rightValue.IsNull)
        {
            return Nulls.Refine(left, areEqual, moment);
        }

        if (leftValue.IsNull)
        {
            return Nulls.Refine(right, areEqual, moment);
        }

        if (leftValue.IsConstant && rightValue.IsConstant)
        {
            return Equals(leftValue.Known, rightValue.Known) == areEqual;
        }

        return !areEqual || !AreApart(leftValue, rightValue);
    }

    // if (buffer != onStack): addresses of memory from different places differ.
    private static bool AreApart(Value left, Value right) =>
        left.Facts.Length > 0
        && right.Facts.Length > 0
        && left.Facts.Concat(right.Facts)
            .All(static f => f.Resource.Kind is ResourceKind.Stack or ResourceKind.NativeMemory or ResourceKind.FixedRegion)
        && !left.Facts.Any(l => right.Facts.Any(r => l.Resource == r.Resource || l.Resource.Site == r.Resource.Site));

    // The same question about unchanged variables has the same answer further down.
    private static bool Remember(IOperation condition, bool outcome, Moment moment)
    {
        (Term? asked, bool isNegated) = Terms.OfCondition(condition, moment);
        if (asked is null)
        {
            return true;
        }

        bool answer = outcome != isNegated;
        if (!moment.State.Decided.TryGetValue(asked, out bool decided))
        {
            moment.Do(new Decide(asked, answer));
            return true;
        }

        if (decided != answer && Terms.AsksMethod(asked))
        {
            moment.Do(new DoubtPath(DoubtList.SameAnswer));
            return true;
        }

        return decided == answer;
    }
}
