using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;

namespace Ffi.Analyzers.Liveness.Engine;

// What Roslyn has no public operation for: the initializer of fixed, *p, p[i], stackalloc.
internal sealed partial class Evaluator
{
    private Value EvaluateUnmodelled(IOperation operation, FlowState state)
    {
        switch (operation.Syntax)
        {
            case StackAllocArrayCreationExpressionSyntax or ImplicitStackAllocArrayCreationExpressionSyntax:
                EvaluateChildren(operation, state);
                Resource memory = Get(ResourceKind.Stack, operation.Syntax, "stackalloc");
                state.Begin(memory);
                return Value.Of(memory, Role.Address);

            // (T*)stackalloc … and similar wrappers keep the type but have one child that is the expression proper.
            case CastExpressionSyntax when operation.ChildOperations.Count == 1:
                return Evaluate(operation.ChildOperations.First(), state);
        }

        Value pointer = Value.Unknown;
        bool isFirst = true;
        foreach (IOperation child in operation.ChildOperations)
        {
            Value value = Evaluate(child, state);
            (pointer, isFirst) = isFirst ? (value, false) : (pointer, false);
        }

        if (IsDereference(operation))
        {
            Use(pointer, operation.Syntax, UseKind.Dereference, operation.Syntax.ToString(), state);
            return PlaceOf(operation, state) is { } place ? Read(place, operation, state) : Value.Unknown;
        }

        return Value.Unknown;
    }

    private static bool IsDereference(IOperation operation) =>
        operation.Kind == OperationKind.None && operation.ChildOperations.Count > 0 && operation.ChildOperations.First().Type is IPointerTypeSymbol
        && operation.Type is not null && (operation.Syntax is ElementAccessExpressionSyntax || operation.Type is not IPointerTypeSymbol { PointedAtType.SpecialType: SpecialType.System_Void })
        && !IsFixedInitializer(operation);

    private static bool IsFixedInitializer(IOperation operation) =>
        operation.IsImplicit && operation.Kind == OperationKind.None && operation.Parent is ISimpleAssignmentOperation { Target: ILocalReferenceOperation { Local.IsFixed: true } };
}
