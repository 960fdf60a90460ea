using System.Collections.Immutable;
using Ffi.Analyzers.Liveness.Doubts;
using Ffi.Analyzers.Liveness.Effects;
using Ffi.Analyzers.Liveness.Flow;
using Ffi.Analyzers.Liveness.Knowledge;
using Microsoft.CodeAnalysis;

namespace Ffi.Analyzers.Liveness.Reading;

/// <summary>The memory that references into arrays and spans point to.</summary>
internal static class Spans
{
    public static Value ArrayMemory(IOperation reference, Value array, Moment moment) =>
        array.Facts.Any(static f => f.Resource.Kind is ResourceKind.Static) ? array.AsAddress()
        : array.Facts.IsEmpty ? Value.Unknown
        : Addresses.Movable(reference, [.. array.Facts.Select(static f => f.Resource)], moment);

    public static Value SpanMemory(IOperation reference, Value span, Moment moment)
    {
        if (IsMarshallersBuffer(moment.Scope) || !span.Facts.Any(f => IsMovable(f.Resource, moment.StandingOf(f.Resource), moment.Scope)))
        {
            return span.AsAddress();
        }

        Value movable = Addresses.Movable(reference, [.. span.Facts.Select(static f => f.Resource)], moment);
        foreach (Doubt doubt in span.Facts.SelectMany(f => DoubtsOf(moment.StandingOf(f.Resource).Symbol)))
        {
            moment.Do(new DoubtResource(movable.Facts[0].Resource, doubt));
        }

        return movable;
    }

    /// <summary>A span over a ref follows the memory when it moves, as the ref does; it is valid as long as the owner of the
    /// memory.</summary>
    public static Value Behind(Value reference, Moment moment) =>
        Value.Of(
            reference.Facts.SelectMany(f =>
                f is { Resource.Kind: ResourceKind.Movable, Role: Role.Self }
                    ? moment.StandingOf(f.Resource).Targets.Select(static t => new Fact(t, Role.Address))
                    : ImmutableArray.Create(f)));

    // void SetChunk(Span<byte> pinnedData), void SetPinnedChunk(Span<byte> data), class UnmanagedMemory { UnmanagedMemory(Span<byte> data)
    // }: the caller keeps a pin.
    public static IEnumerable<Doubt> DoubtsOf(ISymbol? symbol)
    {
        if (symbol is not IParameterSymbol { Name: { } name, ContainingSymbol: { Name: { } method, ContainingType.Name: { } type } })
        {
            yield break;
        }

        if (DoubtList.SaidToBePinned.Speaks(name) || DoubtList.SaidToBePinned.Speaks(method))
        {
            yield return DoubtList.SaidToBePinned;
        }

        if (DoubtList.SaidToBeFixed.Speaks(method) || DoubtList.SaidToBeFixed.Speaks(type))
        {
            yield return DoubtList.SaidToBeFixed;
        }
    }

    private static bool IsMovable(Resource resource, Standing standing, MethodScope scope) =>
        resource.Kind is ResourceKind.Fresh or ResourceKind.Pooled
        || (
            resource.Kind == ResourceKind.Opaque
            && standing.Symbol is IParameterSymbol or IFieldSymbol
            && !Types.IsAddress(standing.Type)
            && !IsFrameField(standing.Symbol)
            && !IsSteadyByItsCallers(standing.Symbol, scope));

    private static bool IsSteadyByItsCallers(ISymbol symbol, MethodScope scope) =>
        symbol
            is IParameterSymbol
            {
                ContainingSymbol: IMethodSymbol { MethodKind: MethodKind.Ordinary or MethodKind.Constructor or MethodKind.LocalFunction }
            } parameter
        && Types.IsSpan(parameter.Type)
        && scope.Callers.PassNothingMovable(parameter.OriginalDefinition, scope.Cancellation);

    // A custom marshaller is given scratch space on the stack of the generated code.
    private static bool IsMarshallersBuffer(MethodScope scope) =>
        scope.Method is { Name: "FromManaged" } or { ContainingType.IsRefLikeType: true };

    // A span kept in a ref struct is as likely on the stack as not.
    private static bool IsFrameField(ISymbol symbol) => symbol is IFieldSymbol { ContainingType.IsRefLikeType: true };
}
