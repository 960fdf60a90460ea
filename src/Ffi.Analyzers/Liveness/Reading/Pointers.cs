using Ffi.Analyzers.Liveness.Events;
using Ffi.Analyzers.Liveness.Flow;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;

namespace Ffi.Analyzers.Liveness.Reading;

/// <summary>What Roslyn has no public operation for: the initializer of fixed, *p, p[i], stackalloc.</summary>
internal static class Pointers
{
    public static Value Read(IOperation operation, Moment moment)
    {
        switch (operation.Syntax)
        {
            case StackAllocArrayCreationExpressionSyntax or ImplicitStackAllocArrayCreationExpressionSyntax:
                Reader.ReadChildren(operation, moment);
                Resource memory = Things.Make(ResourceKind.Stack, operation.Syntax, new() { Name = "stackalloc" }, moment);
                return Value.Of(memory, Role.Address);

            // (T*)stackalloc … and similar wrappers keep the type but have one child that is the expression proper.
            case CastExpressionSyntax when operation.ChildOperations.Count == 1:
                return moment.Read(operation.ChildOperations.First());
        }

        Value pointer = Value.Unknown;
        bool isFirst = true;
        foreach (IOperation child in operation.ChildOperations)
        {
            Value value = moment.Read(child);
            (pointer, isFirst) = isFirst ? (value, false) : (pointer, false);
        }

        if (!IsDereference(operation))
        {
            return Value.Unknown;
        }

        moment.Use(pointer, operation.Syntax, UseKind.Dereference, operation.Syntax.ToString());
        return PlaceReader.Of(operation, moment) is { } place ? References.Read(place, operation, moment) : Value.Unknown;
    }

    public static bool IsDereference(IOperation operation) =>
        operation.Kind == OperationKind.None
        && operation.ChildOperations.Count > 0
        && operation.ChildOperations.First().Type is IPointerTypeSymbol
        && operation.Type is not null
        && (
            operation.Syntax is ElementAccessExpressionSyntax
            || operation.Type is not IPointerTypeSymbol { PointedAtType.SpecialType: SpecialType.System_Void })
        && !IsFixedInitializer(operation);

    private static bool IsFixedInitializer(IOperation operation) =>
        operation.IsImplicit && operation.Parent is ISimpleAssignmentOperation { Target: ILocalReferenceOperation { Local.IsFixed: true } };

    /// <summary>The pointer that leads to a reference: of <c>ref p->Field</c>, p.</summary>
    public static Value Behind(IOperation reference, Moment moment) => reference switch
    {
        IFieldReferenceOperation { Instance: { } owner } => Behind(owner, moment),
        { } when IsDereference(reference) => Values.Peek(reference.ChildOperations.First(), moment),
        _ => Value.Unknown,
    };
}
