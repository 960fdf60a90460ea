using Ffi.Analyzers.Liveness.Doubts;
using Ffi.Analyzers.Liveness.Effects;
using Ffi.Analyzers.Liveness.Flow;
using Ffi.Analyzers.Liveness.Knowledge;
using Microsoft.CodeAnalysis;

namespace Ffi.Analyzers.Liveness.Reading;

/// <summary>The things that values refer to.</summary>
internal static class Things
{
    /// <summary>The thing made at a place in the source, at the beginning of its life.</summary>
    public static Resource Make(ResourceKind kind, SyntaxNode site, Standing standing, Moment moment)
    {
        var made = new Resource(kind, site);
        moment.Do(new Make(made, standing));
        return made;
    }

    /// <summary>A thing that has no beginning here: a literal, a method.</summary>
    public static Resource Know(ResourceKind kind, SyntaxNode site, string name, Moment moment)
    {
        var known = new Resource(kind, site);
        if (!moment.State.Resources.ContainsKey(known))
        {
            moment.Do(new Describe(known, new() { Name = name }));
        }

        return known;
    }

    /// <summary>An object that this method made.</summary>
    public static Value Fresh(SyntaxNode site, string name, Moment moment) =>
        Value.Of(Make(ResourceKind.Fresh, site, new() { Name = name, IsUnnamed = true }, moment), Role.Self);

    /// <summary>A string that this method has made, so no other code shares it yet.</summary>
    public static Value FreshText(SyntaxNode site, Moment moment) => Value.Of(Know(ResourceKind.Fresh, site, "string", moment), Role.Self);

    /// <summary>A value from elsewhere, where its identity matters.</summary>
    public static Value Opaque(IOperation operation, ISymbol? symbol, bool isRooted, Moment moment, Doubt? doubt = null)
    {
        ITypeSymbol? type = operation.Type;
        if (!Types.IsTracked(type))
        {
            return Value.Unknown;
        }

        if (type is IArrayTypeSymbol && symbol is IFieldSymbol or IPropertySymbol && moment.Scope.Summaries.IsOnPinnedHeap(symbol))
        {
            return Value.Of(Know(ResourceKind.Static, operation.Syntax, symbol.Name, moment), Role.Self);
        }

        ResourceKind kind =
            Types.IsSafeHandle(type) ? ResourceKind.SafeHandle
            : Types.IsModule(type) ? ResourceKind.Module
            : ResourceKind.Opaque;
        Resource opaque = Make(
            kind,
            operation.Syntax,
            new()
            {
                Name = symbol?.Name ?? Shorten(operation.Syntax),
                Symbol = symbol,
                Type = type,
                IsRooted = isRooted,
                MayBeNull = true,
                Doubts = doubt is null ? [] : [doubt],
            },
            moment);
        return Value.Of(opaque, Types.IsSpan(type) ? Role.Address : Role.Self);
    }

    private static string Shorten(SyntaxNode syntax)
    {
        string full = syntax.ToString();
        int end = full.IndexOfAny(['\r', '\n', '(']);
        return end > 0 ? full.Substring(0, end) : full;
    }
}
