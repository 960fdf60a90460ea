using Ffi.Analyzers.Liveness.Knowledge;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;

namespace Ffi.Analyzers.Liveness.Engine;

internal sealed partial class Evaluator
{
    private Value EvaluateProperty(IPropertyReferenceOperation property, FlowState state)
    {
        foreach (IArgumentOperation argument in property.Arguments)
        {
            Evaluate(argument.Value, state);
        }

        if (property.Instance is not { } instance)
        {
            return PlaceOf(property, state) is { } fixedPlace ? Read(fixedPlace, property, state) : Value.Unknown;
        }

        if (instance is IInstanceReferenceOperation)
        {
            return FinalizableProperty(property) is { } raw ? Value.Of(raw, Role.Address) : Read(PlaceOf(property, state)!, property, state);
        }

        Value owner = Evaluate(instance, state);
        string name = property.Property.Name;
        ITypeSymbol? type = instance.Type;
        if (Types.IsNullable(type))
        {
            return name == "Value" ? owner.WithRefers(null) : Value.Unknown;
        }

        if (Types.IsGCHandle(type) && name == "IsAllocated")
        {
            return owner.IsNull ? Value.Of(false) : Value.Unknown;
        }

        if (name is "Length" or "IsEmpty" or "Count" or "IsInvalid" or "IsClosed" or "HasValue" or "LongLength" or "IsRetained")
        {
            return Value.Unknown;
        }

        // MemoryHandle.Pointer, IMemoryOwner.Memory, Memory.Span, PinnedBuffer.Pointer, NativeCallback.Pointer, an element of a span.
        bool isView = Types.IsSpan(type) || Types.IsMemoryHandle(type) || Types.IsMemoryOwner(type) || Types.IsPinnedBuffer(type) || Types.IsNativeCallback(type) || Types.IsGCHandle(type);
        if (isView)
        {
            if (owner.ZeroedFrom is { } zeroed)
            {
                Use(Value.Of(zeroed, Role.Self), property.Syntax, UseKind.Dereference, name, state);
                return Value.Unknown;
            }

            Use(owner, property.Syntax, UseKind.Dereference, instance.Syntax.ToString(), state);
            foreach (Fact fact in owner.Facts.Where(f => Types.IsNativeCallback(type)))
            {
                fact.Resource.Thunk ??= property.Syntax;
            }

            return Types.IsGCHandle(type) || property.Property.IsIndexer ? Value.Unknown : Types.IsSpan(property.Type) || Types.IsAddress(property.Type) ? owner.AsAddress() : Value.Unknown;
        }

        // The handle of an object that no variable holds.
        if (Types.IsSafeHandle(property.Type) && PlaceOf(instance, state) is null && owner.Facts.Any(f => f is { Role: Role.Self, Resource.Kind: ResourceKind.Fresh }))
        {
            return Opaque(property, null, isRooted: !IsOnlyHere(owner, state), state);
        }

        return PlaceOf(property, state) is { } place && property.Arguments.IsEmpty ? Read(place, property, state) : Value.Unknown;
    }

    // protected IntPtr Handle => _handle; or { get; } — as good as the field, if that is all it does.
    private Resource? FinalizableProperty(IPropertyReferenceOperation property)
    {
        if (scope.IsNested || IsCleanUp(scope.Method) || !Types.IsAddress(property.Type) || !Types.HasFinalizer(property.Property.ContainingType) || !IsFreedByFinalizer(property.Property, property.Syntax))
        {
            return null;
        }

        return Get(ResourceKind.FinalizableField, property.Syntax, property.Property.Name);
    }

    private bool IsFreedByFinalizer(IPropertySymbol property, SyntaxNode use) =>
        scope.Summaries.IsFreedByFinalizer(property, use) || (FieldBehind(property) is { } behind && scope.Summaries.IsFreedByFinalizer(behind, use));

    private static IFieldSymbol? FieldBehind(IPropertySymbol property) =>
        property.GetMethod is { } getter && Returned(MethodSummaries.BodyOf(getter)) is IdentifierNameSyntax { Identifier.ValueText: { } field }
            ? property.ContainingType.GetMembers(field).OfType<IFieldSymbol>().FirstOrDefault()
            : null;

    private static ExpressionSyntax? Returned(SyntaxNode? body) =>
        body switch
        {
            ArrowExpressionClauseSyntax arrow => arrow.Expression,
            BlockSyntax { Statements: [ReturnStatementSyntax only] } => only.Expression,
            _ => null,
        };
}
