using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace Ffi.Analyzers.Liveness.Engine;

// Handles of managed objects and of native ones: made, turned into numbers and back, add-ref'd.
internal sealed partial class Evaluator
{
    private Value? CreateHandle(Call call, IObjectCreationOperation creation, FlowState state)
    {
        if (call.Key == "Win32Exception..ctor" && call.Arguments.IsEmpty)
        {
            ReadLastError(call, state);
            return null;
        }

        if (creation.Type?.SpecialType == SpecialType.System_String)
        {
            return Value.Of(Get(ResourceKind.Fresh, call.Syntax, "string"), Role.Self);
        }

        return Types.IsGCHandle(creation.Type) && call.Arguments.Length > 0 ? MakeHandle(call, creation.Type!.Name == "PinnedGCHandle", state) : null;
    }

    private Value MakeHandle(Call call, bool? isPinned, FlowState state)
    {
        Resource handle = Get(ResourceKind.Handle, call.Syntax, "GCHandle");
        state.Begin(handle);
        handle.IsPinned = isPinned;
        handle.IsOwned = isPinned == true && scope.Method?.MethodKind != MethodKind.StaticConstructor;
        handle.Targets = [.. call.ValueOf(0).Facts.Select(f => f.Resource)];
        return Value.Of(handle, Role.Self);
    }

    private static bool? PinningOf(Call call) =>
        call.Argument(1) is not { } type ? false
        : type.Operation.ConstantValue is { HasValue: true, Value: int value } ? value == 3
        : null;

    private Value AddressOfPinned(Call call, FlowState state)
    {
        Value handle = call.Receiver is null ? call.ValueOf(0) : call.ReceiverValue;
        if (handle.ZeroedFrom is { } zeroed)
        {
            Use(Value.Of(zeroed, Role.Self), call.Syntax, UseKind.Dereference, call.Method.Name, state);
            return Value.Unknown;
        }

        foreach (Fact fact in handle.Facts.Where(f => f.Resource.Kind == ResourceKind.Handle && f.Resource.IsPinned == false))
        {
            scope.Report(new NotPinnedEvent(call.Syntax, fact.Resource));
            return Value.Unknown;
        }

        Use(handle, call.Syntax, UseKind.Dereference, call.Method.Name, state);
        return handle.AsAddress();
    }

    // A handle as a number is a handle handed over; whoever has the number may free it.
    private static Value TokenOf(Value handle, FlowState state)
    {
        Escape(handle, state);
        return Value.Of(handle.Facts.Where(f => f.Role == Role.Self).Select(f => f with { Role = Role.Token })).With(Value.NotNull);
    }

    private static Value FromToken(Value token) => Value.Of(token.Facts.Where(f => f.Role == Role.Token).Select(f => f with { Role = Role.Self }));

    private Value AddRef(Call call, FlowState state)
    {
        if (call.Receiver is IArrayElementReferenceOperation { Indices: [{ ConstantValue.HasValue: false }] })
        {
            return Value.Unknown;
        }

        Resource reference = Get(ResourceKind.AddRef, call.Syntax, call.Receiver!.Syntax.ToString());
        state.Begin(reference);
        reference.Targets = [.. call.ReceiverValue.Facts.Select(f => f.Resource)];
        CallArgument? success = call.Argument(0);
        // A handle that add-refs itself does so for an object that it makes, more often than not; and who takes no raw handle wants it to live on.
        bool isLocal = success?.Variable is { IsHeap: false } && call.Receiver is not IInstanceReferenceOperation;
        reference.IsOwned = isLocal && (MethodText.Contains("DangerousRelease") || (MethodText.Contains("DangerousGetHandle") && !TypeText.Contains("DangerousRelease")));
        if (success?.Variable is { } flag)
        {
            Write(flag, Value.Of(true), call.Syntax, state);
        }

        return Value.Unknown;
    }

    private string TypeText => root.AncestorsAndSelf().OfType<Microsoft.CodeAnalysis.CSharp.Syntax.TypeDeclarationSyntax>().LastOrDefault()?.ToString() ?? MethodText;

    // The latest add-ref of the handle that has not ended; where all have, this is one release too many.
    private void ReleaseRef(Call call, FlowState state)
    {
        var targets = new HashSet<Resource>(call.ReceiverValue.Facts.Select(f => f.Resource));
        string receiver = call.Receiver!.Syntax.ToString();
        KeyValuePair<Resource, Status>[] references = [.. state.Statuses.Where(s => s.Key.Kind == ResourceKind.AddRef && (s.Key.Name == receiver || s.Key.Targets.Any(targets.Contains)))];
        KeyValuePair<Resource, Status>[] held = [.. references.Where(r => r.Value.Released is null).OrderByDescending(r => r.Key.Site.SpanStart)];
        if (held.Length > 0)
        {
            state.Statuses[held[0].Key] = held[0].Value with { Released = new(ReleaseKind.Unpin, call.Syntax, call.Key) };
        }
        else if (references is [{ Value.Released: { Kind: ReleaseKind.Unpin } released } reference])
        {
            scope.Report(new ReleaseEvent(call.Syntax, reference.Key, released, "", call.Key));
        }
    }
}
