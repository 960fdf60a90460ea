using Ffi.Analyzers.Liveness.Doubts;
using Ffi.Analyzers.Liveness.Effects;
using Ffi.Analyzers.Liveness.Events;
using Ffi.Analyzers.Liveness.Flow;
using Ffi.Analyzers.Liveness.Knowledge;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace Ffi.Analyzers.Liveness.Reading;

/// <summary>Calls: the framework's interop surface by the tables, native functions by their signatures, the rest as managed code that may
/// do anything.</summary>
internal static class CallReader
{
    public static Value Read(IInvocationOperation invocation, Moment moment)
    {
        IMethodSymbol method = invocation.TargetMethod;
        Value receiver = invocation.Instance is { } instance ? moment.Read(instance) : Value.Unknown;
        bool takesReferences = method.ContainingType?.Name is "Unsafe" or "MemoryMarshal";
        if (Types.IsNullable(method.ContainingType) && method.Name == "GetValueOrDefault")
        {
            return receiver.WithRefers(null);
        }

        var call = new Call(
            invocation,
            method,
            invocation.Instance,
            receiver,
            [.. invocation.Arguments.Select(a => Argument(a, takesReferences, moment))]);
        NativeSignature? signature = moment.Scope.Signatures.Read(method);
        if (signature is not { IsNative: true })
        {
            Retentions.EndBy(call, moment);
        }

        Throwing.Read(call, moment);
        Value result = FrameworkMethods.IsFramework(method) && FrameworkCalls.Read(call, moment) is { } known ? known
            : signature is not null ? NativeCalls.Read(call, signature, moment)
            : ManagedCalls.Read(call, moment);
        if (FrameworkMethods.IsNoReturn(method))
        {
            moment.Do(new Throw(IsSeen: true, []));
            moment.Do(new Stop());
        }

        // A value that is read through a returned reference; what the reference points to is another matter.
        if (method.ReturnsByRef || method.ReturnsByRefReadonly)
        {
            return Value.Unknown;
        }

        return !result.Facts.IsEmpty || result.Known is not null ? result : FromElsewhere(call, moment);
    }

    public static Value ReadPointerCall(IFunctionPointerInvocationOperation operation, Moment moment)
    {
        moment.Use(moment.Read(operation.Target), operation.Syntax, UseKind.Invocation, operation.Target.Syntax.ToString());
        var signature = (IFunctionPointerTypeSymbol)operation.Target.Type!;
        var call = new Call(
            operation,
            signature.Signature,
            null,
            Value.Unknown,
            [.. operation.Arguments.Select(a => Argument(a, false, moment))]);
        bool isNative = signature.Signature.CallingConvention != System.Reflection.Metadata.SignatureCallingConvention.Default;
        Retentions.EndNamed(moment);
        Value result = isNative
            ? NativeCalls.Read(call, new NativeSignature(operation.Target.Syntax.ToString()) { IsNative = true }, moment)
            : ManagedCalls.Read(call, moment);
        return result.Facts.IsEmpty ? Things.Opaque(operation, null, isRooted: true, moment) : result;
    }

    public static CallArgument Argument(IArgumentOperation argument, bool takesReferences, Moment moment)
    {
        if (argument.Parameter?.RefKind is null or RefKind.None)
        {
            return new(argument.Value, argument.Parameter, moment.Read(argument.Value), null);
        }

        Place? variable = PlaceReader.Of(argument.Value, moment);
        Value value = takesReferences || variable is null ? Origins.Of(argument.Value, moment) : moment.State.At(variable) ?? Value.Unknown;
        return new(argument.Value, argument.Parameter, value, variable);
    }

    /// <summary>The arguments are used.</summary>
    public static void UseArguments(Call call, Moment moment, Func<CallArgument, bool>? isReleased = null)
    {
        // What an out argument held before is not looked at.
        foreach (
            CallArgument argument in call.Arguments.Where(a =>
                a.Parameter?.RefKind != RefKind.Out && !a.IsFilled && isReleased?.Invoke(a) != true))
        {
            SyntaxNode at = argument.Operation.Syntax;
            moment.Use(argument.Value, at, UseKind.Argument, call.Method.Name);
            if (MethodSummaries.BodyOf(call.Method) is not null)
            {
                // Managed code in view may look at the other fields only.
                continue;
            }

            foreach (Value content in Contents(argument.Value, moment).ToArray())
            {
                UseContent(content, at, call.Method.Name, moment);
            }

            UseContent(argument.Value, at, call.Method.Name, moment);
        }
    }

    /// <summary>What is in the variables whose addresses the value has, and in the arrays that it pins for the call.</summary>
    private static IEnumerable<Value> Contents(Value value, Moment moment)
    {
        foreach (Fact fact in value.Facts.Where(static f => f.Role == Role.Address))
        {
            if (MemoryOf(fact.Resource, moment) is { } content)
            {
                yield return content;
            }

            IEnumerable<Resource> arrays =
                fact.Resource.Kind == ResourceKind.FixedRegion
                    ? moment.StandingOf(fact.Resource).Targets.Where(static t => t.Kind == ResourceKind.Fresh)
                    : [];
            foreach (
                Value elements in arrays.SelectMany(array =>
                    moment.State.Variables.Values.Where(v => v.Facts.Any(f => f.Role == Role.Self && f.Resource == array))))
            {
                yield return elements;
            }
        }
    }

    /// <summary>What memory holds: the frame's variable, or a block.</summary>
    public static Value? MemoryOf(Resource resource, Moment moment) =>
        moment.State.Variables.TryGetValue(MemoryTerm(resource, moment), out Value? content) ? content : null;

    public static Term MemoryTerm(Resource resource, Moment moment) =>
        resource.Kind == ResourceKind.Stack && moment.StandingOf(resource).Symbol is { } variable ? Term.Of(variable) : Term.Of(resource);

    // A struct that holds a dead pointer is as bad as the pointer.
    private static void UseContent(Value content, SyntaxNode at, string target, Moment moment)
    {
        foreach (Value field in content.Fields.Values)
        {
            moment.Use(field, at, UseKind.Argument, target);
            UseContent(field, at, target, moment);
        }
    }

    private static Value FromElsewhere(Call call, Moment moment)
    {
        IMethodSymbol method = call.Method;
        bool isNew = moment.Scope.Signatures.Read(method) is { IsNative: true } || MethodSummaries.ReturnsNew(method);
        if (FrameworkMethods.IsMaker(method) || (FrameworkMethods.OwnsHandle(method.ReturnType) && MethodSummaries.ReturnsNew(method)))
        {
            return Things.Fresh(call.Syntax, method.Name, moment);
        }

        // A method that isn't seen to make what it returns may hold it.
        bool isNamedMaker = method.IsStatic && DoubtList.HeldElsewhere.IsExcused(method.Name);
        return Things.Opaque(call.Operation, null, isRooted: false, moment, isNew || isNamedMaker ? null : DoubtList.HeldElsewhere);
    }
}
