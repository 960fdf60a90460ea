using Microsoft.CodeAnalysis;

namespace Ffi.Analyzers.Liveness.Engine;

// The things that values speak of, and what becomes of them.
internal sealed partial class Evaluator
{
    // The thing made at a place in the source; the same object each time the place is reached.
    private Resource Get(ResourceKind kind, SyntaxNode site, string name)
    {
        if (!resources.TryGetValue((kind, site), out Resource? resource))
        {
            resources[(kind, site)] = resource = new(kind, site, name);
        }

        return resource;
    }

    private Value Opaque(IOperation operation, ISymbol? symbol, bool isRooted, FlowState state)
    {
        if (!Types.IsTracked(operation.Type))
        {
            return Value.Unknown;
        }

        if (operation.Type is IArrayTypeSymbol && symbol is IFieldSymbol or IPropertySymbol && scope.Summaries.IsOnPinnedHeap(symbol))
        {
            return Value.Of(Get(ResourceKind.Static, operation.Syntax, symbol.Name), Role.Self);
        }

        ResourceKind kind = Types.IsSafeHandle(operation.Type) ? ResourceKind.SafeHandle : Types.IsModule(operation.Type) ? ResourceKind.Module : ResourceKind.Opaque;
        Resource opaque = Get(kind, operation.Syntax, symbol?.Name ?? Shorten(operation.Syntax));
        opaque.Symbol = symbol;
        opaque.Type = operation.Type;
        opaque.IsRooted |= isRooted;
        opaque.MayBeNull = true;
        state.Begin(opaque);
        return Value.Of(opaque, Types.IsSpan(operation.Type) ? Role.Address : Role.Self);
    }

    private void Suspend(FlowState state, SyntaxNode site, string by)
    {
        throwing(block, state, true, this);
        foreach (KeyValuePair<Resource, Status> entry in state.Statuses.ToArray())
        {
            if (entry.Key.Kind is ResourceKind.FixedRegion or ResourceKind.Stack or ResourceKind.Movable)
            {
                state.Statuses[entry.Key] = entry.Value with { Released = new(ReleaseKind.Await, site, by) };
            }
        }

        DropUncertainHeap(state, null);
        state.LastError = state.LastError is { IsKept: true } last ? last with { LostTo = last.LostTo ?? by } : null;
    }

    private void Use(Value value, SyntaxNode at, UseKind how, string target, FlowState state)
    {
        foreach (Fact fact in value.Facts)
        {
            Release? release = state.StatusOf(fact.Resource).Released;
            if (release?.Kind == ReleaseKind.NeverMade || IsAnother(fact.Resource, release, at) || fact.Role == Role.Token || fact is { Resource.Kind: ResourceKind.Movable, Role: Role.Self })
            {
                continue;
            }

            if (fact.Resource.Kind == ResourceKind.Movable && release is null && IsPinnedElsewhere(fact.Resource, state))
            {
                continue;
            }

            if (release is not null || how is UseKind.Write or UseKind.Capture || fact.Resource.Kind is ResourceKind.Movable or ResourceKind.ManagedCode)
            {
                scope.Report(new UseEvent(at, fact, release, how, target));
            }
        }
    }

    // Somebody in this method pins the object that the address was taken of.
    private static bool IsPinnedElsewhere(Resource movable, FlowState state) =>
        state.Statuses.Any(s => s.Value.Released is null && s.Key.Kind is ResourceKind.FixedRegion or ResourceKind.Handle or ResourceKind.MemoryPin
            && s.Value.Released is null && s.Key.IsPinned != false && s.Key.Targets.Any(t => movable.Targets.Contains(t)));

    private static void Escape(Value value, FlowState state)
    {
        foreach (Fact fact in value.AllFacts)
        {
            if (fact.Role == Role.Self || fact.Resource.Kind == ResourceKind.NativeMemory)
            {
                state.Escape(fact.Resource);
            }
        }
    }

    private static string Shorten(SyntaxNode syntax)
    {
        string full = syntax.ToString();
        int end = full.IndexOfAny(['\r', '\n', '(']);
        return end > 0 ? full.Substring(0, end) : full;
    }
}
