using Ffi.Analyzers.Liveness.Knowledge;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace Ffi.Analyzers.Liveness.Engine;

// Calls: the framework's interop surface by the tables, native functions by their signatures, the rest as managed code that may do anything.
internal sealed partial class Evaluator
{
    private Value EvaluateInvocation(IInvocationOperation invocation, FlowState state)
    {
        IMethodSymbol method = invocation.TargetMethod;
        Value receiver = invocation.Instance is { } instance ? Evaluate(instance, state) : Value.Unknown;
        bool takesReferences = method.ContainingType?.Name is "Unsafe" or "MemoryMarshal";
        if (Types.IsNullable(method.ContainingType) && method.Name == "GetValueOrDefault")
        {
            return receiver.WithRefers(null);
        }

        var call = new Call(invocation, method, invocation.Instance, receiver,
            [.. invocation.Arguments.Select(a => EvaluateArgument(a, takesReferences, state))]);
        if (scope.Signatures.Read(method) is not { IsNative: true })
        {
            EndRetentionsBy(call, state);
        }

        if (MayThrowHere(method) && !IsCleaningUp())
        {
            bool isSeen = scope.Summaries.MayThrow(method);
            if (isSeen || IsGuarded())
            {
                throwing(block, WithoutArguments(call, state), isSeen, this);
            }
        }

        Value result = FrameworkMethods.IsFramework(method) && EvaluateFramework(call, state) is { } known ? known
            : scope.Signatures.Read(method) is { } signature ? EvaluateNative(call, signature, state)
            : EvaluateManaged(call, state);
        if (FrameworkMethods.IsNoReturn(method))
        {
            throwing(block, state, true, this);
            state.IsDead = true;
        }

        // A value that is read through a returned reference; what the reference points to is OriginOf's to say.
        if (method.ReturnsByRef || method.ReturnsByRefReadonly)
        {
            return Value.Unknown;
        }

        return !result.Facts.IsEmpty || result.Known is not null ? result
            : FrameworkMethods.IsMaker(method) || (FrameworkMethods.OwnsHandle(method.ReturnType) && MethodSummaries.ReturnsNew(method)) ? Make(ResourceKind.Fresh, call, state)
            : Opaque(invocation, null, isRooted: !IsMaker(method), state);
    }

    private CallArgument EvaluateArgument(IArgumentOperation argument, bool takesReferences, FlowState state)
    {
        if (argument.Parameter?.RefKind is null or RefKind.None)
        {
            return new(argument.Value, argument.Parameter, Evaluate(argument.Value, state), null);
        }

        Place? variable = PlaceOf(argument.Value, state);
        Value value = takesReferences ? OriginOf(argument.Value, state)
            : variable is null ? OriginOf(argument.Value, state)
            : Current(variable, state) ?? Value.Unknown;
        return new(argument.Value, argument.Parameter, value, variable);
    }

    private Value EvaluatePointerCall(IFunctionPointerInvocationOperation operation, FlowState state)
    {
        Use(Evaluate(operation.Target, state), operation.Syntax, UseKind.Invocation, operation.Target.Syntax.ToString(), state);
        var signature = (IFunctionPointerTypeSymbol)operation.Target.Type!;
        var call = new Call(operation, signature.Signature, null, Value.Unknown, [.. operation.Arguments.Select(a => EvaluateArgument(a, false, state))]);
        bool isNative = signature.Signature.CallingConvention != System.Reflection.Metadata.SignatureCallingConvention.Default;
        EndNamedRetentions(state);
        Value result = isNative ? EvaluateNative(call, new NativeSignature(operation.Target.Syntax.ToString()) { IsNative = true }, state) : EvaluateManaged(call, state);
        return result.Facts.IsEmpty ? Opaque(operation, null, isRooted: true, state) : result;
    }

    private void UseArguments(Call call, FlowState state, Func<CallArgument, bool>? isReleased = null)
    {
        // What an out argument held before is not looked at.
        foreach (CallArgument argument in call.Arguments.Where(a => a.Parameter?.RefKind != RefKind.Out && !IsFilled(a) && isReleased?.Invoke(a) != true))
        {
            Use(argument.Value, argument.Operation.Syntax, UseKind.Argument, call.Method.Name, state);
            if (MethodSummaries.BodyOf(call.Method) is not null)
            {
                // Managed code in view may look at the other fields only.
                continue;
            }

            foreach (Fact fact in argument.Value.Facts.Where(f => f.Role == Role.Address).ToArray())
            {
                object owner = fact.Resource.Symbol is { } variable && fact.Resource.Kind == ResourceKind.Stack ? variable : fact.Resource;
                if (state.Variables.TryGetValue(owner, out Value? content))
                {
                    UseContent(content, argument.Operation.Syntax, call.Method.Name, state);
                }

                // Of an array that is pinned for the call, as an array of pointers is.
                foreach (Resource array in fact.Resource.Kind == ResourceKind.FixedRegion ? fact.Resource.Targets.Where(t => t.Kind == ResourceKind.Fresh) : [])
                {
                    foreach (Value elements in state.Variables.Values.Where(v => v.Facts.Any(f => f.Role == Role.Self && f.Resource == array)).ToArray())
                    {
                        UseContent(elements, argument.Operation.Syntax, call.Method.Name, state);
                    }
                }
            }

            UseContent(argument.Value, argument.Operation.Syntax, call.Method.Name, state);
        }
    }

    // A struct that holds a dead pointer is as bad as the pointer.
    private void UseContent(Value content, SyntaxNode at, string target, FlowState state)
    {
        foreach (KeyValuePair<string, Value> field in content.Fields)
        {
            Use(field.Value, at, UseKind.Argument, target, state);
            UseContent(field.Value, at, target, state);
        }
    }

    // A method that makes what it returns, so that nobody else holds it.
    private bool IsMaker(IMethodSymbol method) =>
        scope.Signatures.Read(method) is { IsNative: true } || MethodSummaries.ReturnsNew(method) || (method.IsStatic && (method.Name.StartsWith("Open", StringComparison.Ordinal) || method.Name.StartsWith("Create", StringComparison.Ordinal)));
}
