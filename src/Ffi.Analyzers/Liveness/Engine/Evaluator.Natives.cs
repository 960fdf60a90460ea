using System.Collections.Immutable;
using Ffi.Analyzers.Liveness.Knowledge;
using Microsoft.CodeAnalysis;

namespace Ffi.Analyzers.Liveness.Engine;

// Native calls: arguments are borrowed for the call, unless the signature says more.
internal sealed partial class Evaluator
{
    private Value EvaluateNative(Call call, NativeSignature signature, FlowState state)
    {
        // Passing what is dead to the function that frees it is a second release, not a use.
        UseArguments(call, state, a => signature.Parameter(a.Parameter?.Ordinal ?? -1).IsFreed || IsFreedBy(signature.EntryPoint, a.Value) || signature.EntryPoint == "free");
        EndRetentions(signature.EntryPoint, state);
        foreach (CallArgument argument in call.Arguments)
        {
            ParameterLifetime lifetime = argument.Parameter is { } parameter ? signature.Parameter(parameter.Ordinal) : ParameterLifetime.Borrowed;
            PassToNative(call, argument, lifetime, state);
        }

        InvalidateBorrowed(call, signature, state);
        foreach (CallArgument argument in call.Arguments)
        {
            bool isFreed = signature.Parameter(argument.Parameter?.Ordinal ?? -1).IsFreed;
            if (isFreed || IsFreedBy(signature.EntryPoint, argument.Value))
            {
                ReleaseKind kind = isFreed && argument.Value.Facts.All(f => f.Resource.Kind != ResourceKind.NativeMemory) ? ReleaseKind.FreesCall : ReleaseKind.NativeFree;
                ReleaseAll(argument.Value, kind, call.Method.Name, signature.EntryPoint, call.Syntax, state);
            }
            else if (Allocators.OfEntryPoint(signature.EntryPoint, out bool frees) is { } family && frees)
            {
                ReleaseAll(argument.Value, ReleaseKind.NativeFree, call.Method.Name, family, call.Syntax, state);
            }
            else if (TakesOver(signature.EntryPoint))
            {
                Escape(Value.Of(argument.Value.Facts.Where(f => f.Resource.Kind != ResourceKind.Delegate)), state);
            }

            Overwrite(argument, state);
            if (argument is { Variable: { } variable, Parameter: { } parameter } && signature.Parameter(parameter.Ordinal).Given is var given && given != ResultLifetime.None)
            {
                Write(variable, GivenIn(call, argument, given, state), argument.Operation.Syntax, state);
            }
        }

        if (call.Method.Parameters.Any(p => p.GetAttributes().Any(a => a.AttributeClass?.Name == "LastErrorAttribute")))
        {
            state.LastError = null;
        }
        else if (signature.KeepsLastError && state.LastError is { IsKept: true } before && IsDiscardedCleanUp(call))
        {
            // Nobody asks why a clean-up failed whose result he doesn't look at.
            state.LastError = before with { LostTo = before.LostTo ?? call.Method.Name };
        }
        else if (signature.IsNative && (signature.KeepsLastError || state.LastError is not { IsKept: true }))
        {
            state.LastError = new(call.Method, signature.KeepsLastError, null);
        }

        return ResultOf(call, signature, state);
    }

    private static bool IsDiscardedCleanUp(Call call) =>
        call.Operation.Parent is Microsoft.CodeAnalysis.Operations.IExpressionStatementOperation
        && CleaningWords.Any(word => call.Method.Name.IndexOf(word, StringComparison.OrdinalIgnoreCase) >= 0);

    private static readonly string[] CleaningWords = ["close", "free", "release", "destroy", "unmap", "delete", "unlock"];

    private void PassToNative(Call call, CallArgument argument, ParameterLifetime lifetime, FlowState state)
    {
        string parameter = argument.Parameter?.Name ?? "argument";
        foreach (Fact fact in argument.Value.Facts.Where(f => f.Role != Role.Token))
        {
            if (lifetime != ParameterLifetime.Borrowed || fact.Resource.Kind is ResourceKind.Delegate or ResourceKind.SafeHandle or ResourceKind.FinalizableField
                or ResourceKind.ManagedCode or ResourceKind.Opaque or ResourceKind.Unterminated or ResourceKind.Borrowed)
            {
                bool hasOwner = fact.Role == Role.Address
                    && fact.Resource.Kind is ResourceKind.Delegate or ResourceKind.SafeHandle or ResourceKind.FinalizableField or ResourceKind.Borrowed;
                bool isAlive = !hasOwner || IsOwnerAlive(fact, call.Syntax, state);
                scope.Report(new NativeArgumentEvent(argument.Operation.Syntax, fact, isAlive, call.Method.Name, parameter, lifetime, argument.Operation.Type));
            }

            if (lifetime.IsRetained && state.StatusOf(fact.Resource).Retained is null)
            {
                state.Statuses[fact.Resource] = state.StatusOf(fact.Resource) with { Retained = new(argument.Operation.Syntax, parameter, lifetime.Until, call.Method.ContainingAssembly ?? scope.Model.Compilation.Assembly) };
            }
        }

        foreach (Fact fact in ContentOf(argument.Value, state).Where(f => f is { Role: Role.Address, Resource.Kind: ResourceKind.Delegate or ResourceKind.SafeHandle or ResourceKind.ManagedCode }))
        {
            bool isAlive = fact.Resource.Kind == ResourceKind.ManagedCode || IsOwnerAlive(fact, call.Syntax, state);
            scope.Report(new NativeArgumentEvent(argument.Operation.Syntax, fact, isAlive, call.Method.Name, parameter, ParameterLifetime.Borrowed, argument.Operation.Type));
        }

        if (argument.Value.Facts.IsEmpty && (lifetime.IsRetained || lifetime.IsNulTerminated))
        {
            scope.Report(new NativeArgumentEvent(argument.Operation.Syntax, null, true, call.Method.Name, parameter, lifetime, argument.Operation.Type)
            {
                IsReference = argument.Parameter?.RefKind is RefKind.Ref or RefKind.In or RefKind.Out,
            });
        }

        // Native code that keeps a pointer owns it until it gives it back.
        if (lifetime.IsRetained)
        {
            foreach (Fact fact in argument.Value.Facts.Where(f => f.Resource.Kind is ResourceKind.NativeMemory or ResourceKind.PinnedBuffer))
            {
                state.Escape(fact.Resource);
            }
        }
    }

    // What is inside a struct that is passed, or inside the variable whose address is.
    private static IEnumerable<Fact> ContentOf(Value value, FlowState state) =>
        value.Fields.SelectMany(f => f.Value.AllFacts)
            .Concat(value.Facts.Where(f => f is { Role: Role.Address, Resource.Kind: ResourceKind.Stack })
                .SelectMany(f => state.Variables.TryGetValue((object?)f.Resource.Symbol ?? f.Resource, out Value? content) ? content.AllFacts : []));

    // Whether something holds the owner of an address until the call returns: a variable read later, an add-ref, a field.
    private bool IsOwnerAlive(Fact fact, SyntaxNode call, FlowState state)
    {
        Resource resource = fact.Resource;
        if (resource.Kind == ResourceKind.FinalizableField)
        {
            return laterReads.IsRead(resource.Symbol, block, operationIndex, call);
        }

        ImmutableArray<Resource> owners = resource.Kind == ResourceKind.Borrowed ? resource.Targets : [resource];
        return owners.All(owner =>
            owner.IsRooted || state.StatusOf(owner).Escaped
            || IsHeld(owner, state)
            || state.Heap.Values.Any(e => e.Value.AllFacts.Any(f => f.Resource == owner && f.Role == Role.Self))
            || state.Variables.Any(v => v.Key is ISymbol variable && v.Value.AllFacts.Any(f => f.Resource == owner && f.Role == Role.Self)
                && (variable is ILocalSymbol { RefKind: not RefKind.None } || laterReads.IsRead(variable, block, operationIndex, call))));
    }

    private static void EndRetentions(string entryPoint, FlowState state)
    {
        foreach (KeyValuePair<Resource, Status> entry in state.Statuses.Where(s => s.Value.Retained?.Until == entryPoint).ToArray())
        {
            state.Statuses[entry.Key] = entry.Value with { Retained = null };
        }
    }

    private static void InvalidateBorrowed(Call call, NativeSignature signature, FlowState state)
    {
        var passed = new HashSet<Resource>(call.Arguments.SelectMany(a => a.Value.Facts).Concat(call.ReceiverValue.Facts).Select(f => f.Resource));
        foreach (KeyValuePair<Resource, Status> entry in state.Statuses.ToArray())
        {
            Resource borrowed = entry.Key;
            if (borrowed.Kind == ResourceKind.Borrowed && entry.Value.Released is null && borrowed.InvalidatedBy.Any(by => by == signature.EntryPoint || by == call.Method.Name)
                && (borrowed.Targets.IsEmpty || borrowed.Targets.Any(passed.Contains)))
            {
                state.Statuses[borrowed] = entry.Value with { Released = new(ReleaseKind.Invalidated, call.Syntax, call.Method.Name) };
            }
        }
    }

    // The function that [FreedWith] names.
    private static bool IsFreedBy(string entryPoint, Value value) => value.Facts.Any(f => f.Resource.Kind == ResourceKind.NativeMemory && f.Resource.Family == entryPoint);

    // Native functions whose name says that they take the argument over; what they do with it is not ours to judge.
    private static bool TakesOver(string entryPoint) =>
        entryPoint is "SetClipboardData" or "GlobalFree" or "LocalFree" or "HeapFree" or "SysFreeString" or "CoTaskMemFree"
        || TakingWords.Any(word => entryPoint.IndexOf(word, StringComparison.OrdinalIgnoreCase) >= 0);

    private static readonly string[] TakingWords =
    [
        "free", "destroy", "release", "delete", "dispose", "close", "unref", "adopt", "ownership", "register", "post", "queue", "setuserdata", "set_user_data", "callback", "dealloc",
    ];

    private Value ResultOf(Call call, NativeSignature signature, FlowState state)
    {
        ResultLifetime result = signature.Result;
        if (result.BorrowedFrom is { } owner)
        {
            return Borrow(call, call.Syntax, owner, result, state);
        }

        string? family = result.FreedWith ?? (Allocators.OfEntryPoint(signature.EntryPoint, out bool frees) is { } own && !frees ? own : null);
        if (family is not null && (Types.IsAddress(call.Method.ReturnType) || result.FreedWith is not null) && call.Method.ReturnType.SpecialType != SpecialType.System_String)
        {
            return Allocate(call.Syntax, family, call.Method.Name, mayBeNull: true, state);
        }

        if (Types.IsSafeHandle(call.Method.ReturnType))
        {
            Resource handle = Get(ResourceKind.SafeHandle, call.Syntax, call.Method.Name);
            state.Begin(handle);
            return Value.Of(handle, Role.Self);
        }

        return Value.Unknown;
    }

    private Value Borrow(Call call, SyntaxNode site, string owner, ResultLifetime result, FlowState state)
    {
        Resource borrowed = Get(ResourceKind.Borrowed, site, call.Method.Name);
        Value owning = owner == "this" ? call.ReceiverValue : call.Arguments.FirstOrDefault(a => a.Parameter?.Name == owner)?.Value ?? Value.Unknown;
        state.Begin(borrowed);
        borrowed.Targets = [.. owning.Facts.Select(f => f.Resource)];
        borrowed.InvalidatedBy = result.InvalidatedBy;
        return Value.Of(borrowed, Role.Address);
    }

    // What is in an out parameter where the call has failed, nobody knows; so it isn't said to leak.
    private Value GivenIn(Call call, CallArgument argument, ResultLifetime given, FlowState state)
    {
        if (given.BorrowedFrom is { } owner)
        {
            return Borrow(call, argument.Operation.Syntax, owner, given, state);
        }

        Value allocated = Allocate(argument.Operation.Syntax, given.FreedWith ?? "", call.Method.Name, mayBeNull: true, state);
        allocated.Facts[0].Resource.IsOwned = false;
        return allocated;
    }

    private Value Allocate(SyntaxNode site, string family, string name, bool mayBeNull, FlowState state)
    {
        Resource memory = Get(ResourceKind.NativeMemory, site, name);
        if (state.Statuses.TryGetValue(memory, out Status? before) && before is { Released: null, Escaped: false } && memory.IsOwned && !IsHeldElsewhere(memory, state))
        {
            scope.Report(new LeakEvent(memory.Site, memory, OnException: false));
        }

        state.Begin(memory);
        memory.Family = family;
        memory.IsOwned = scope.Method?.MethodKind != MethodKind.StaticConstructor;
        memory.MayBeNull = mayBeNull;
        return Value.Of(memory, Role.Self);
    }

    // In a loop, the block of the turn before may be kept somewhere that the engine doesn't follow.
    private static bool IsHeldElsewhere(Resource memory, FlowState state) => state.Heap.Values.Any(e => e.Value.AllFacts.Any(f => f.Resource == memory));
}
