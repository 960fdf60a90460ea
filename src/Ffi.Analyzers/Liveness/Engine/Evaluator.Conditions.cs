using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.FlowAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace Ffi.Analyzers.Liveness.Engine;

// Branches: what an outcome says about variables, and whether the path can exist at all.
internal sealed partial class Evaluator
{
    /// <summary>Adds to the state that a condition had an outcome; false where it can't have had it on this path.</summary>
    public bool Assume(IOperation condition, Value value, bool outcome, FlowState state)
    {
        while (condition is IUnaryOperation { OperatorKind: UnaryOperatorKind.Not } not)
        {
            (condition, outcome) = (not.Operand, !outcome);
            value = Peek(condition, state);
        }

        if (value.Known is bool known)
        {
            return known == outcome;
        }

        if (value.IsNull)
        {
            return !outcome;
        }

        // MoveNext of a foreach has the syntax of the collection, and asked again it may answer otherwise.
        return Refine(condition, outcome, state) && (condition is IInvocationOperation { IsImplicit: true } || Remember(condition.Syntax, outcome, state));
    }

    private bool Refine(IOperation condition, bool outcome, FlowState state)
    {
        switch (condition)
        {
            case IBinaryOperation { OperatorKind: BinaryOperatorKind.Equals or BinaryOperatorKind.NotEquals } comparison:
                bool areEqual = (comparison.OperatorKind == BinaryOperatorKind.Equals) == outcome;
                return Compare(comparison.LeftOperand, comparison.RightOperand, areEqual, state);

            case IIsNullOperation isNull:
                return RefineNull(isNull.Operand, outcome, state);

            case IIsPatternOperation { Pattern: { } pattern } match:
                return RefinePattern(match.Value, pattern, outcome, state);

            case IPropertyReferenceOperation { Property.Name: "HasValue", Instance: { } nullable } when Types.IsNullable(nullable.Type):
                return RefineNull(nullable, !outcome, state);

            case IPropertyReferenceOperation { Property.Name: "IsAllocated", Instance: { } handle } when Types.IsGCHandle(handle.Type):
                return RefineAllocated(handle, outcome, state);

            case ILocalReferenceOperation or IParameterReferenceOperation or IFieldReferenceOperation when PlaceOf(condition, state) is { } flag:
                Keep(flag, Value.Of(outcome), condition.Syntax, state);
                return true;

            default:
                return true;
        }
    }

    private bool RefinePattern(IOperation operand, IPatternOperation pattern, bool outcome, FlowState state) =>
        pattern switch
        {
            INegatedPatternOperation negated => RefinePattern(operand, negated.Pattern, !outcome, state),
            IConstantPatternOperation { Value.ConstantValue: { HasValue: true, Value: null or 0 } } => RefineNull(operand, outcome, state),
            IRecursivePatternOperation or IDeclarationPatternOperation or ITypePatternOperation when outcome => Declare(operand, pattern, state) && RefineNull(operand, false, state),
            _ => true,
        };

    private bool Declare(IOperation operand, IPatternOperation pattern, FlowState state)
    {
        ISymbol? declared = pattern switch
        {
            IDeclarationPatternOperation declaration => declaration.DeclaredSymbol,
            IRecursivePatternOperation recursive => recursive.DeclaredSymbol,
            _ => null,
        };
        if (declared is not null)
        {
            state.Variables[declared] = Peek(operand, state).WithRefers(null);
        }

        return true;
    }

    private bool Compare(IOperation left, IOperation right, bool areEqual, FlowState state)
    {
        Value leftValue = Peek(left, state);
        Value rightValue = Peek(right, state);
        if (rightValue.IsNull)
        {
            return RefineNull(left, areEqual, state);
        }

        if (leftValue.IsNull)
        {
            return RefineNull(right, areEqual, state);
        }

        if (IsConstant(leftValue) && IsConstant(rightValue))
        {
            return Equals(leftValue.Known, rightValue.Known) == areEqual;
        }

        return !areEqual || !AreApart(leftValue, rightValue);
    }

    // if (buffer != onStack): addresses of memory from different places differ.
    private static bool AreApart(Value left, Value right) =>
        left.Facts.Length > 0 && right.Facts.Length > 0 && left.Facts.Concat(right.Facts).All(f => IsMemory(f.Resource))
        && !left.Facts.Any(l => right.Facts.Any(r => l.Resource == r.Resource || l.Resource.Site == r.Resource.Site));

    private static bool IsMemory(Resource resource) => resource.Kind is ResourceKind.Stack or ResourceKind.NativeMemory or ResourceKind.FixedRegion;

    private static bool IsConstant(Value value) => value.Known is not null && !ReferenceEquals(value.Known, Value.NotNull) && !value.IsNull;

    private bool RefineAllocated(IOperation handle, bool isAllocated, FlowState state)
    {
        Value value = Peek(handle, state);
        if (value.IsNull)
        {
            return !isAllocated;
        }

        return !value.Facts.Any(f => f.Resource.Kind == ResourceKind.Handle && f.Role == Role.Self) ? RefineNull(handle, !isAllocated, state) : isAllocated;
    }

    private bool RefineNull(IOperation operand, bool isNull, FlowState state)
    {
        while (operand is IConversionOperation conversion)
        {
            operand = conversion.Operand;
        }

        if (PlaceOf(operand, state) is not { } place)
        {
            return true;
        }

        Value value = Current(place, state) ?? Value.Unknown;
        if (value.IsNull)
        {
            return isNull;
        }

        if (IsConstant(value) || ReferenceEquals(value.Known, Value.NotNull))
        {
            return !isNull;
        }

        bool isNever = value.Facts.Any(f => f.Role == Role.Self && !f.Resource.MayBeNull
            && f.Resource.Kind is ResourceKind.Handle or ResourceKind.NativeMemory or ResourceKind.Pooled or ResourceKind.Delegate or ResourceKind.Fresh or ResourceKind.PinnedBuffer or ResourceKind.SafeHandle);
        if (isNull && (isNever || IsAddReferenced(value, state)))
        {
            return false;
        }

        if (isNull)
        {
            foreach (Fact fact in value.Facts.Where(f => f.Role == Role.Self && state.StatusOf(f.Resource).Released is null))
            {
                state.Statuses[fact.Resource] = state.StatusOf(fact.Resource) with { Released = new(ReleaseKind.NeverMade, operand.Syntax, "null") };
            }

            if (value.Facts.All(f => f.Role == Role.Self))
            {
                Keep(place, Value.Of(Value.Null), operand.Syntax, state);
            }
        }
        else if (value.Facts.IsEmpty)
        {
            Keep(place, value.With(Value.NotNull), operand.Syntax, state);
        }

        return true;
    }

    // handle?.DangerousRelease(): it wasn't null when it was add-ref'd.
    private static bool IsAddReferenced(Value handle, FlowState state) =>
        state.Statuses.Any(s => s.Key.Kind == ResourceKind.AddRef && s.Value.Released is null && handle.Facts.Any(f => f.Role == Role.Self && s.Key.Targets.Contains(f.Resource)));

    // The same question about unchanged variables has the same answer further down.
    private static bool Remember(SyntaxNode condition, bool outcome, FlowState state)
    {
        if (!IsPure(condition))
        {
            return true;
        }

        (string text, bool isNegated) = Normalize(condition);
        bool answer = outcome != isNegated;
        if (state.Decided.TryGetValue(text, out bool decided))
        {
            return decided == answer;
        }

        state.Decided[text] = answer;
        return true;
    }

    private static (string Text, bool IsNegated) Normalize(SyntaxNode condition)
    {
        switch (condition)
        {
            case ParenthesizedExpressionSyntax parenthesized:
                return Normalize(parenthesized.Expression);
            case PrefixUnaryExpressionSyntax not when not.IsKind(SyntaxKind.LogicalNotExpression):
                (string inner, bool isNegated) = Normalize(not.Operand);
                return (inner, !isNegated);
            case BinaryExpressionSyntax { RawKind: var kind } binary:
                return (SyntaxKind)kind switch
                {
                    SyntaxKind.NotEqualsExpression => ($"{binary.Left}=={binary.Right}", true),
                    SyntaxKind.EqualsExpression => ($"{binary.Left}=={binary.Right}", false),
                    SyntaxKind.LessThanOrEqualExpression => ($"{binary.Left}>{binary.Right}", true),
                    SyntaxKind.GreaterThanOrEqualExpression => ($"{binary.Left}<{binary.Right}", true),
                    SyntaxKind.GreaterThanExpression => ($"{binary.Left}>{binary.Right}", false),
                    SyntaxKind.LessThanExpression => ($"{binary.Left}<{binary.Right}", false),
                    _ => (binary.ToString(), false),
                };
            default:
                return (condition.ToString(), false);
        }
    }

    // header.GetValue(): asked twice, it is meant to answer the same.
    private static bool IsGetter(InvocationExpressionSyntax call) =>
        call is { ArgumentList.Arguments.Count: 0, Expression: MemberAccessExpressionSyntax { Name.Identifier.ValueText: { } name } }
        && (name.StartsWith("Get", StringComparison.Ordinal) || name.StartsWith("Is", StringComparison.Ordinal) || name.StartsWith("Has", StringComparison.Ordinal));

    private static bool IsPure(SyntaxNode condition) =>
        condition is ExpressionSyntax && !condition.DescendantNodesAndSelf().Any(n =>
            (n is InvocationExpressionSyntax call && !IsGetter(call)) || n is AwaitExpressionSyntax or AssignmentExpressionSyntax or ObjectCreationExpressionSyntax or PostfixUnaryExpressionSyntax
                or IsPatternExpressionSyntax { Pattern: not (ConstantPatternSyntax or UnaryPatternSyntax { Pattern: ConstantPatternSyntax }) }
            || n.IsKind(SyntaxKind.PreIncrementExpression) || n.IsKind(SyntaxKind.PreDecrementExpression));
}
