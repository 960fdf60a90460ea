using System.Collections.Immutable;
using Ffi.Analyzers.Liveness.Flow;
using Ffi.Analyzers.Liveness.Knowledge;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace Ffi.Analyzers.Liveness.Reading;

/// <summary>New objects, and what their constructors put into them.</summary>
internal static class Creations
{
    public static Value Read(IObjectCreationOperation creation, Moment moment)
    {
        if (creation.Constructor is not { } constructor)
        {
            return Reader.ReadChildren(creation, moment);
        }

        var call = new Call(
            creation,
            constructor,
            null,
            Value.Unknown,
            [.. creation.Arguments.Select(a => CallReader.Argument(a, false, moment))]);
        Retentions.EndBy(call, moment);
        if (HandleReader.Create(call, creation, moment) is { } handle)
        {
            return handle;
        }

        if (call.Arguments.IsEmpty && creation.Type is { IsValueType: true })
        {
            return Value.Of(Value.Null);
        }

        bool isAddress = Types.IsAddress(creation.Type) || Types.IsSpan(creation.Type);
        Value managed = ManagedCalls.Read(call, moment);
        if (isAddress)
        {
            return IsOverGivenPointer(call, creation.Type)
                ? Value.Of(Things.Know(ResourceKind.Static, creation.Syntax, "span", moment), Role.Address)
                : Value.Of(call.Arguments.SelectMany(a => Spans.Behind(a.Value, moment).AsAddress().Facts).Concat(managed.Facts));
        }

        if (creation.Type is not { IsReferenceType: true } type)
        {
            return WithMembers(call, Value.Of(managed.Facts), moment);
        }

        ResourceKind kind = Types.IsSafeHandle(type) ? ResourceKind.SafeHandle : ResourceKind.Fresh;
        Resource made = Things.Make(kind, creation.Syntax, new() { Name = type.Name, IsUnnamed = true }, moment);
        IEnumerable<Fact> captured = managed.Facts.Where(f => f.Role == Role.Captured && kind == ResourceKind.Fresh);
        return WithMembers(call, Value.Of(captured.Concat([new(made, Role.Self)])), moment);
    }

    // The address comes from the caller, so the memory does not move.
    private static bool IsOverGivenPointer(Call call, ITypeSymbol? type) =>
        Types.IsSpan(type) && call.Arguments is [{ Operation.Type: IPointerTypeSymbol, Value: { } pointer }, ..]
        && pointer.Facts.All(static f => f is { Resource.Kind: ResourceKind.Opaque, Role: Role.Self });

    // What a constructor in view puts into the members of the new object.
    private static Value WithMembers(Call call, Value made, Moment moment)
    {
        INamedTypeSymbol type = call.Method.ContainingType;
        bool isStream = type is { Name: "UnmanagedMemoryStream", ContainingNamespace.Name: "IO" };
        ImmutableArray<(string Member, int Ordinal)> members = isStream
            ? [("PositionPointer", 0)]
            : moment.Scope.Summaries.MembersSetBy(call.Method);
        foreach ((string name, int ordinal) in members)
        {
            Value given = Value.Of(call.ValueOf(ordinal).Facts.Where(static f => f.Role == Role.Address));
            foreach (ISymbol member in given.Facts.IsEmpty ? [] : type.GetMembers(name))
            {
                made = made.WithField(PlaceReader.StepTo(member), given);
            }
        }

        return made;
    }
}
