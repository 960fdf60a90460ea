using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;

namespace Ffi.Analyzers.Liveness.Knowledge;

/// <summary>The operations of a small method: what in it is a parameter's value, and what happens in every call.</summary>
internal sealed class HelperBody
{
    private readonly IOperation[] _operations;
    private readonly HashSet<ISymbol> _written = new(SymbolEqualityComparer.Default);

    public HelperBody(IOperation[] operations)
    {
        _operations = operations;
        foreach (IOperation operation in operations)
        {
            IOperation? target = operation switch
            {
                IAssignmentOperation assignment => assignment.Target,
                IIncrementOrDecrementOperation increment => increment.Target,
                IArgumentOperation { Parameter.RefKind: RefKind.Ref or RefKind.Out } argument => argument.Value,
                IAddressOfOperation address => address.Reference,
                _ => null,
            };
            if (target is IParameterReferenceOperation written)
            {
                _written.Add(written.Parameter);
            }
        }
    }

    /// <summary>The parameter whose address a value is, or is beside.</summary>
    public IParameterSymbol? ParameterIn(IOperation value) =>
        value switch
        {
            IParameterReferenceOperation { Parameter: { RefKind: RefKind.None } parameter } => _written.Contains(parameter)
                ? null
                : parameter,
            IConversionOperation conversion => ParameterIn(conversion.Operand),
            IObjectCreationOperation { Type.SpecialType: SpecialType.System_IntPtr or SpecialType.System_UIntPtr, Arguments: [{ } only] } =>
                ParameterIn(only.Value),
            IInvocationOperation { TargetMethod.Name: "ToPointer", Instance: { } number } => ParameterIn(number),
            IBinaryOperation { OperatorKind: BinaryOperatorKind.Add } sum => ParameterIn(sum.LeftOperand),
            _ => null,
        };

    /// <summary>Whether an operation runs in every call, but for those where the parameter is null.</summary>
    public bool IsCertain(IOperation operation, IParameterSymbol parameter)
    {
        IOperation inner = operation;
        for (IOperation? at = operation.Parent; at is not null; (inner, at) = (at, at.Parent))
        {
            bool isRun = at switch
            {
                IBlockOperation
                or IExpressionStatementOperation or IMethodBodyOperation or IReturnOperation or IArgumentOperation or IInvocationOperation
                or IConversionOperation or IUsingOperation or ILockOperation or ISimpleAssignmentOperation or IVariableInitializerOperation
                or IVariableDeclaratorOperation or IVariableDeclarationOperation or IVariableDeclarationGroupOperation
                or ILocalFunctionOperation => true,
                ITryOperation attempt => inner == attempt.Body ? attempt.Catches.IsEmpty : inner == attempt.Finally,
                IConditionalOperation branch => inner == branch.WhenTrue && AsksForNull(branch.Condition, parameter) == false,
                { Kind: OperationKind.None } => at.Syntax is FixedStatementSyntax,
                _ => false,
            };
            if (!isRun)
            {
                return false;
            }
        }

        return !_operations.Any(left =>
            left is IReturnOperation or IThrowOperation && left.Syntax.SpanStart < operation.Syntax.SpanStart && !IsForNull(left, parameter)
        );
    }

    /// <summary>What every return gives: what was made for it, or null; nothing if one gives something else, or where another has it
    /// too.</summary>
    public Gift? GiftOf(IReadOnlyCollection<IOperation> returned, Func<IOperation, Gift?> madeBy)
    {
        Gift? given = null;
        bool mayBeNull = false;
        foreach (IOperation value in returned)
        {
            IOperation bare = Bare(value);
            if (
                bare
                is IDefaultValueOperation
                    or { ConstantValue: { HasValue: true, Value: null or 0 } }
                    or IFieldReferenceOperation { Field.Name: "Zero" })
            {
                mayBeNull = true;
                continue;
            }

            Gift? made = bare is ILocalReferenceOperation local ? MadeInto(local.Local, madeBy) : madeBy(bare);
            if (made is null || (given is not null && made.Family != given.Family))
            {
                return null;
            }

            given = made;
        }

        return given is null ? null : given with { MayBeNull = given.MayBeNull || mayBeNull };
    }

    // A local that is given its value once, and that no other code has.
    private Gift? MadeInto(ILocalSymbol local, Func<IOperation, Gift?> madeBy)
    {
        IOperation? made = null;
        foreach (IOperation operation in _operations)
        {
            IOperation? given = operation switch
            {
                IVariableDeclaratorOperation { Initializer.Value: { } initial } declarator
                    when SymbolEqualityComparer.Default.Equals(declarator.Symbol, local) => initial,
                IAssignmentOperation { Target: ILocalReferenceOperation target } assignment
                    when SymbolEqualityComparer.Default.Equals(target.Local, local) => assignment.Value,
                _ => null,
            };
            if (given is not null && made is not null)
            {
                return null;
            }

            made ??= given;
            if (
                operation is ILocalReferenceOperation reference
                && SymbolEqualityComparer.Default.Equals(reference.Local, local)
                && !IsLook(reference))
            {
                return null;
            }
        }

        return made is null ? null : madeBy(Bare(made));
    }

    // Returned, compared, read or written through; or given to a function that only looks.
    private static bool IsLook(IOperation reference)
    {
        IOperation inner = reference;
        while (inner.Parent is IConversionOperation or IBinaryOperation { OperatorKind: BinaryOperatorKind.Add })
        {
            inner = inner.Parent;
        }

        return inner.Parent switch
        {
            IReturnOperation or IBinaryOperation => true,
            IAssignmentOperation assignment => assignment.Target == inner,
            { Kind: OperationKind.None } => true,
            IArgumentOperation { Parameter.RefKind: RefKind.None, Parent: IInvocationOperation call } => FrameworkMethods.IsFramework(
                call.TargetMethod
            ) && FrameworkMethods.IsReader(call.TargetMethod),
            _ => false,
        };
    }

    private static IOperation Bare(IOperation value) => value is IConversionOperation conversion ? Bare(conversion.Operand) : value;

    // Of a condition: true where it holds for null, false where it doesn't, null where it asks something else.
    private bool? AsksForNull(IOperation condition, IParameterSymbol parameter) =>
        condition switch
        {
            IBinaryOperation { OperatorKind: BinaryOperatorKind.Equals or BinaryOperatorKind.NotEquals } comparison
                when SymbolEqualityComparer.Default.Equals(ParameterIn(comparison.LeftOperand), parameter) => comparison.OperatorKind
                == BinaryOperatorKind.Equals,
            IIsPatternOperation { Pattern: INegatedPatternOperation } match
                when SymbolEqualityComparer.Default.Equals(ParameterIn(match.Value), parameter) => false,
            IIsPatternOperation { Pattern: IConstantPatternOperation } match
                when SymbolEqualityComparer.Default.Equals(ParameterIn(match.Value), parameter) => true,
            IPropertyReferenceOperation { Property.Name: "IsAllocated", Instance: { } handle }
                when SymbolEqualityComparer.Default.Equals(ParameterIn(handle), parameter) => false,
            IUnaryOperation { OperatorKind: UnaryOperatorKind.Not } not => !AsksForNull(not.Operand, parameter),
            _ => null,
        };

    private bool IsForNull(IOperation left, IParameterSymbol parameter)
    {
        for (IOperation? at = left; at.Parent is { } parent; at = parent)
        {
            if (parent is IConditionalOperation branch)
            {
                return AsksForNull(branch.Condition, parameter) is { } forNull && (at == branch.WhenTrue ? forNull : !forNull);
            }
        }

        return false;
    }
}
