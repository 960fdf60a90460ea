using System.Collections.Immutable;
using Ffi.Analyzers.Liveness.Effects;
using Ffi.Analyzers.Liveness.Flow;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace Ffi.Analyzers.Liveness.Reading;

/// <summary>Addresses that are taken with <c>&amp;</c>, and the memory of frames and objects that they are in.</summary>
internal static class Addresses
{
    public static Value ReadAddressOf(IAddressOfOperation addressOf, Moment moment)
    {
        if (addressOf.Reference is IMethodReferenceOperation method)
        {
            bool isManaged =
                addressOf.Type is IFunctionPointerTypeSymbol
                {
                    Signature.CallingConvention: System.Reflection.Metadata.SignatureCallingConvention.Default
                };
            return isManaged
                ? Value.Of(Things.Know(ResourceKind.ManagedCode, addressOf.Syntax, method.Method.Name, moment), Role.Address)
                : Value.Unknown;
        }

        Value origin = Origins.Of(addressOf.Reference, moment);
        return origin.Facts.Any(static f => f.Resource.Kind == ResourceKind.Movable) ? Value.Unknown : origin;
    }

    /// <summary>The memory of a variable of the frame.</summary>
    public static Value Frame(ISymbol variable, SyntaxNode site, Moment moment)
    {
        SyntaxNode declaration = variable.DeclaringSyntaxReferences.FirstOrDefault()?.GetSyntax() ?? site;
        var frame = new Resource(ResourceKind.Stack, declaration);
        moment.Do(new Describe(frame, new() { Name = variable.Name, Symbol = variable }));
        return Value.Of(frame, Role.Address);
    }

    /// <summary>Memory that the collector may move. A ref to it is safe; only as a pointer is it an address that the collector doesn't
    /// know.</summary>
    public static Value Movable(IOperation reference, ImmutableArray<Resource> targets, Moment moment, bool isText = false)
    {
        var movable = new Resource(ResourceKind.Movable, reference.Syntax);
        Standing before = moment.StandingOf(movable);
        moment.Do(new Describe(movable, new()
        {
            Name = reference.Syntax.ToString(),
            Targets = targets,
            IsText = isText,
            Type = targets.Select(t => moment.StandingOf(t).Type).FirstOrDefault(static t => t is not null),
            Released = before.Released,
        }));
        return Value.Of(movable, Role.Self);
    }
}
