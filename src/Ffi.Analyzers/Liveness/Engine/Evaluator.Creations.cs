using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace Ffi.Analyzers.Liveness.Engine;

// New objects, and what their constructors put into them.
internal sealed partial class Evaluator
{
    private Value EvaluateCreation(IObjectCreationOperation creation, FlowState state)
    {
        IMethodSymbol? constructor = creation.Constructor;
        if (constructor is null)
        {
            return EvaluateChildren(creation, state);
        }

        var call = new Call(creation, constructor, null, Value.Unknown, [.. creation.Arguments.Select(a => EvaluateArgument(a, false, state))]);
        EndRetentionsBy(call, state);
        if (CreateHandle(call, creation, state) is { } handle)
        {
            return handle;
        }

        if (call.Arguments.IsEmpty && creation.Type is { IsValueType: true })
        {
            return Value.Of(Value.Null);
        }

        bool isAddress = Types.IsAddress(creation.Type) || Types.IsSpan(creation.Type);
        Value managed = EvaluateManaged(call, state);
        if (isAddress)
        {
            if (Types.IsSpan(creation.Type) && call.Arguments is [{ Operation.Type: IPointerTypeSymbol, Value: { } pointer }, ..] && pointer.Facts.All(f => f is { Resource.Kind: ResourceKind.Opaque, Role: Role.Self }))
            {
                // Somebody gave the address: it stays where it is.
                return Value.Of(Get(ResourceKind.Static, creation.Syntax, "span"), Role.Address);
            }

            return Value.Of(call.Arguments.SelectMany(a => Behind(a.Value).AsAddress().Facts).Concat(managed.Facts));
        }

        if (creation.Type is { IsReferenceType: true })
        {
            Resource fresh = Get(Types.IsSafeHandle(creation.Type) ? ResourceKind.SafeHandle : ResourceKind.Fresh, creation.Syntax, creation.Type.Name);
            state.Begin(fresh);
            return WithMembers(call, Value.Of(managed.Facts.Where(f => f.Role == Role.Captured && fresh.Kind == ResourceKind.Fresh).Concat([new(fresh, Role.Self)])));
        }

        return WithMembers(call, Value.Of(managed.Facts));
    }

    // What a constructor in view puts into the members of the new object.
    private Value WithMembers(Call call, Value made)
    {
        bool isStream = call.Method.ContainingType is { Name: "UnmanagedMemoryStream", ContainingNamespace.Name: "IO" };
        foreach ((string member, int ordinal) in isStream ? [("PositionPointer", 0)] : scope.Summaries.MembersSetBy(call.Method))
        {
            Value given = Value.Of(call.ValueOf(ordinal).Facts.Where(f => f.Role == Role.Address));
            made = given.Facts.IsEmpty ? made : made.WithField($".{member}", given);
        }

        return made;
    }
}
