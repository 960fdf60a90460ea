using System.Collections.Immutable;
using Ffi.Analyzers.Liveness.Effects;
using Ffi.Analyzers.Liveness.Events;
using Ffi.Analyzers.Liveness.Flow;
using Ffi.Analyzers.Liveness.Knowledge;
using Microsoft.CodeAnalysis;

namespace Ffi.Analyzers.Liveness.Reading;

/// <summary>What it means to pass something to native code: is its owner alive, does native code keep it.</summary>
internal static class NativeArguments
{
    public static void Pass(Call call, CallArgument argument, ParameterLifetime lifetime, Moment moment)
    {
        string parameter = argument.Parameter?.Name ?? "argument";
        foreach (Fact fact in argument.Value.Facts.Where(static f => f.Role != Role.Token))
        {
            if (lifetime != ParameterLifetime.Borrowed || IsWorthTelling(fact.Resource.Kind))
            {
                bool hasOwner =
                    fact.Role == Role.Address
                    && fact.Resource.Kind
                        is ResourceKind.Delegate
                            or ResourceKind.SafeHandle
                            or ResourceKind.FinalizableField
                            or ResourceKind.Borrowed;
                Tell(fact, !hasOwner || IsOwnerAlive(fact, call.Syntax, moment), lifetime);
            }

            if (lifetime.IsRetained)
            {
                moment.Do(
                    new Retain(
                        fact.Resource,
                        new(
                            argument.Operation.Syntax,
                            parameter,
                            lifetime.Until,
                            call.Method.ContainingAssembly ?? moment.Scope.Model.Compilation.Assembly)));
            }
        }

        foreach (
            Fact fact in ContentOf(argument.Value, moment)
                .Where(static f =>
                    f is { Role: Role.Address, Resource.Kind: ResourceKind.Delegate or ResourceKind.SafeHandle or ResourceKind.ManagedCode }
                )
                .ToArray())
        {
            Tell(
                fact,
                fact.Resource.Kind == ResourceKind.ManagedCode || IsOwnerAlive(fact, call.Syntax, moment),
                ParameterLifetime.Borrowed);
        }

        if (argument.Value.Facts.IsEmpty && (lifetime.IsRetained || lifetime.IsNulTerminated))
        {
            moment.Tell(
                new NativeArgumentEvent(
                    argument.Operation.Syntax, null, Role.Self, true, call.Name, parameter, lifetime, argument.Operation.Type)
                {
                    IsReference = argument.Parameter?.RefKind is RefKind.Ref or RefKind.In or RefKind.Out,
                });
        }

        // Native code that keeps a pointer owns it until it gives it back.
        foreach (
            Fact fact in lifetime.IsRetained
                ? argument.Value.Facts.Where(static f => f.Resource.Kind is ResourceKind.NativeMemory or ResourceKind.PinnedBuffer)
                : [])
        {
            moment.Do(new HandOver(fact.Resource));
        }

        void Tell(Fact fact, bool isAlive, ParameterLifetime lifetime) =>
            moment.Tell(
                new NativeArgumentEvent(
                    argument.Operation.Syntax,
                    moment.SubjectOf(fact.Resource),
                    fact.Role, isAlive, call.Name, parameter, lifetime, argument.Operation.Type));
    }

    private static bool IsWorthTelling(ResourceKind kind) =>
        kind
            is ResourceKind.Delegate
                or ResourceKind.SafeHandle or ResourceKind.FinalizableField or ResourceKind.ManagedCode or ResourceKind.Opaque
                or ResourceKind.Unterminated or ResourceKind.Borrowed;

    // What is inside a struct that is passed, or inside the variable whose address is.
    private static IEnumerable<Fact> ContentOf(Value value, Moment moment) =>
        value.Fields.Values.SelectMany(static f => f.AllFacts)
            .Concat(value.Facts.Where(static f => f is { Role: Role.Address, Resource.Kind: ResourceKind.Stack })
                .SelectMany(f => CallReader.MemoryOf(f.Resource, moment)?.AllFacts ?? []));

    // Whether something holds the owner of an address until the call returns: a variable read later, an add-ref, a field.
    private static bool IsOwnerAlive(Fact fact, SyntaxNode call, Moment moment)
    {
        Standing standing = moment.StandingOf(fact.Resource);
        if (fact.Resource.Kind == ResourceKind.FinalizableField)
        {
            return moment.Scope.LaterReads.IsRead(standing.Symbol, moment.Point, call) || FinalizableMembers.IsSpent(standing, moment)
                || moment.Scope.Kept.IsKept(moment.Scope.Method, standing.Symbol, moment.Scope.Cancellation);
        }

        ImmutableArray<Resource> owners = fact.Resource.Kind == ResourceKind.Borrowed ? standing.Targets : [fact.Resource];
        return owners.All(owner =>
            moment.State.Holds(owner)
            || (
                !HandleReader.IsOfThisAlone(owner, call, moment)
                && (
                    moment.StandingOf(owner) is { IsRooted: true } or { Escaped: true }
                    || moment.State.Heap.Values.Any(e => IsIn(owner, e.Value))))
            || moment.State.Variables.Any(v =>
                v.Key.Symbol is { } variable
                && IsIn(owner, v.Value)
                && (variable is ILocalSymbol { RefKind: not RefKind.None } || moment.Scope.LaterReads.IsRead(variable, moment.Point, call)))
        );
    }

    private static bool IsIn(Resource owner, Value value) => value.AllFacts.Any(f => f.Resource == owner && f.Role == Role.Self);
}
