using Ffi.Analyzers.Liveness.Doubts;
using Ffi.Analyzers.Liveness.Effects;
using Ffi.Analyzers.Liveness.Events;
using Ffi.Analyzers.Liveness.Flow;
using Ffi.Analyzers.Liveness.Knowledge;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace Ffi.Analyzers.Liveness.Reading;

/// <summary>The <c>fixed</c> statement: what it pins, and whether anything is pinned at all.</summary>
internal static class FixedReader
{
    public static Value Read(ILocalSymbol local, IOperation initializer, Moment moment)
    {
        IOperation source = initializer;
        while (source.Kind == OperationKind.None && source.ChildOperations.Count == 1)
        {
            source = source.ChildOperations.First();
        }

        Value pinned = Pin(local, source, moment);
        moment.Do(new Keep(Place.Local(Term.Of(local)), pinned, source.Syntax));
        return pinned;
    }

    private static Value Pin(ILocalSymbol local, IOperation source, Moment moment)
    {
        Value value;
        if (source is IAddressOfOperation addressOf)
        {
            value = Origins.Of(addressOf.Reference, moment);
            if (value.Facts.IsEmpty && !IsByRefParameter(addressOf.Reference))
            {
                return Value.Unknown;
            }
        }
        else if (source is IFieldReferenceOperation { Field.IsFixedSizeBuffer: true })
        {
            value = Origins.Of(source, moment);
            if (value.Facts.IsEmpty)
            {
                return Value.Unknown;
            }
        }
        else
        {
            value = moment.Read(source);
            moment.Use(value, source.Syntax, UseKind.Dereference, source.Syntax.ToString());
            if (!IsPinnable(source, moment) || source.ConstantValue.HasValue || (value.Facts.IsEmpty && Types.IsSpan(source.Type)))
            {
                return Value.Of(value.AsAddress().Facts);
            }
        }

        // Memory that doesn't move: the fixed statement changes nothing about how long the address is valid.
        bool isUnknownSpan = Types.IsSpan(source.Type) && value.Facts.Any(f => IsUnknownSpan(f.Resource, moment.StandingOf(f.Resource)));
        if (
            isUnknownSpan
            || value.Facts.Any(static f =>
                f.Resource.Kind
                    is ResourceKind.Stack
                        or ResourceKind.Static or ResourceKind.NativeMemory or ResourceKind.PinnedBuffer or ResourceKind.Handle
                        or ResourceKind.MemoryPin))
        {
            return value.AsAddress();
        }

        // Neither does it where a handle pins the object already, or the caller has.
        return IsPinnedAlready(local, source, value, moment) ? Value.Unknown : Region(local, source, value, moment);
    }

    private static Value Region(ILocalSymbol local, IOperation source, Value value, Moment moment)
    {
        SyntaxNode declaration = local.DeclaringSyntaxReferences.FirstOrDefault()?.GetSyntax() ?? source.Syntax;
        var standing = new Standing
        {
            Name = local.Name,
            Symbol = local,
            IsText =
                source.Type?.SpecialType == SpecialType.System_String
                    ? !Texts.IsFresh(source, moment)
                    : value.Facts.Any(f => moment.StandingOf(f.Resource).IsText),
            Targets =
            [
                .. value.Facts.Select(f =>
                    f.Resource.Kind == ResourceKind.Movable
                        ? moment.StandingOf(f.Resource).Targets.FirstOrDefault() ?? f.Resource
                        : f.Resource),
            ],
            Doubts = [.. DoubtsOf(source, value, moment)],
        };
        Resource region = Things.Make(ResourceKind.FixedRegion, declaration, standing, moment);
        IEnumerable<Fact> leased = value
            .AsAddress()
            .Facts.Where(static f => f.Resource.Kind is ResourceKind.Pooled or ResourceKind.Opaque or ResourceKind.Unterminated);
        return Value.Of(leased.Concat([new(region, Role.Address)]));
    }

    private static IEnumerable<Doubt> DoubtsOf(IOperation source, Value value, Moment moment)
    {
        // What a reference from the caller refers to is said to be on the stack: fixed is only the way to its address.
        if (source is IAddressOfOperation { Reference: { } reference } && IsByRefParameter(reference) && moment.Scope.Shape.SpeaksOfStack)
        {
            yield return DoubtList.OnCallersStack;
        }

        // _pinnedSocketAddress.Buffer
        if (NamesIn(source).Any(DoubtList.SaidToBePinned.Speaks))
        {
            yield return DoubtList.SaidToBePinned;
        }

        foreach (
            Doubt doubt in Types.IsSpan(source.Type)
                ? value.Facts.SelectMany(f => Spans.DoubtsOf(moment.StandingOf(f.Resource).Symbol))
                : [])
        {
            yield return doubt;
        }
    }

    private static IEnumerable<string> NamesIn(IOperation source) => source.DescendantsAndSelf().Select(static o => o switch
    {
        ILocalReferenceOperation local => local.Local.Name,
        IParameterReferenceOperation parameter => parameter.Parameter.Name,
        IMemberReferenceOperation member => member.Member.Name,
        IInvocationOperation call => call.TargetMethod.Name,
        _ => "",
    });

    private static bool IsPinnable(IOperation source, Moment moment) =>
        source.Type is IArrayTypeSymbol or { SpecialType: SpecialType.System_String } || Types.IsSpan(source.Type)
        || (source.Type is not null && moment.Scope.Summaries.PinsManagedMemory(source.Type));

    private static bool IsPinnedAlready(ILocalSymbol local, IOperation source, Value value, Moment moment) =>
        (
            Terms.Of(source is IConversionOperation { Operand: { } cast } ? cast : source, moment) is { } term
            && moment.Scope.Shape.Pins(term))
        || IsComparedToAPointer(local, moment.Scope)
        || moment.State.Resources.Any(r =>
            r is { Key.Kind: ResourceKind.Handle, Value: { IsPinned: true, Released: null } }
            && r.Value.Targets.Any(t => value.Facts.Any(f => f.Resource == t)));

    // offset = p - start: the parameter p points into the same memory, so the caller has pinned it.
    private static bool IsComparedToAPointer(ILocalSymbol local, MethodScope scope) => scope.Shape.Differences.Any(
        d => SymbolEqualityComparer.Default.Equals(d.Start, local) && d.Pointer is IParameterSymbol { Type: IPointerTypeSymbol });

    // What a span from elsewhere points to is the caller's knowledge, unless the caller is of the kind that passes arrays.
    private static bool IsUnknownSpan(Resource resource, Standing standing) =>
        !standing.IsText
        && resource.Kind == ResourceKind.Opaque
        && standing.Symbol is not IParameterSymbol
        && resource.Site
            is not (
                Microsoft.CodeAnalysis.CSharp.Syntax.IdentifierNameSyntax
                or Microsoft.CodeAnalysis.CSharp.Syntax.MemberAccessExpressionSyntax);

    private static bool IsByRefParameter(IOperation operation) =>
        operation is IParameterReferenceOperation { Parameter.RefKind: not RefKind.None };
}
