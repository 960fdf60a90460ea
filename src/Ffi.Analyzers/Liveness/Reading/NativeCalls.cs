using Ffi.Analyzers.Liveness.Doubts;
using Ffi.Analyzers.Liveness.Effects;
using Ffi.Analyzers.Liveness.Flow;
using Ffi.Analyzers.Liveness.Knowledge;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace Ffi.Analyzers.Liveness.Reading;

/// <summary>Native calls: arguments are borrowed for the call, unless the signature says more.</summary>
internal static class NativeCalls
{
    public static Value Read(Call call, NativeSignature signature, Moment moment)
    {
        // Passing what is dead to the function that frees it is a second release, not a use.
        CallReader.UseArguments(
            call,
            moment,
            a => Lifetime(signature, a).IsFreed || IsFreedBy(signature.EntryPoint, a.Value, moment) || signature.EntryPoint == "free");
        Retentions.EndAt(signature.EntryPoint, moment);
        foreach (CallArgument argument in call.Arguments)
        {
            NativeArguments.Pass(call, argument, Lifetime(signature, argument), moment);
        }

        InvalidateBorrowed(call, signature, moment);
        foreach (CallArgument argument in call.Arguments)
        {
            Finish(call, argument, signature, moment);
        }

        SetLastError(call, signature, moment);
        return NativeResults.Of(call, signature, moment);
    }

    private static ParameterLifetime Lifetime(NativeSignature signature, CallArgument argument) =>
        argument.Parameter is { } parameter ? signature.Parameter(parameter.Ordinal) : ParameterLifetime.Borrowed;

    private static void Finish(Call call, CallArgument argument, NativeSignature signature, Moment moment)
    {
        ParameterLifetime lifetime = Lifetime(signature, argument);
        if (lifetime.IsFreed || IsFreedBy(signature.EntryPoint, argument.Value, moment))
        {
            ReleaseKind kind =
                lifetime.IsFreed && argument.Value.Facts.All(static f => f.Resource.Kind != ResourceKind.NativeMemory)
                    ? ReleaseKind.FreesCall
                    : ReleaseKind.NativeFree;
            Releases.All(argument.Value, kind, call.Method.Name, signature.EntryPoint, call.Syntax, moment);
        }
        else if (Allocators.OfEntryPoint(signature.EntryPoint, out bool frees) is { } family && frees)
        {
            Releases.All(argument.Value, ReleaseKind.NativeFree, call.Method.Name, family, call.Syntax, moment);
        }
        else if (
            Allocators.TakeOver.Contains(signature.EntryPoint) || (signature.EntryPoint == "realloc" && argument.Parameter?.Ordinal == 0))
        {
            moment.Escape(Value.Of(argument.Value.Facts.Where(static f => f.Resource.Kind != ResourceKind.Delegate)));
        }
        else if (
            (
                DoubtList.HandedOver.Speaks(signature.EntryPoint) ? DoubtList.HandedOver
                : GetsCallbackBeside(call, argument) ? DoubtList.FreedByCallback
                : null
            ) is
            { } doubt)
        {
            foreach (
                Fact fact in argument
                    .Value.AllFacts.Concat(Pointers.Behind(argument.Operation, moment).Facts)
                    .Where(static f =>
                        f.Resource.Kind != ResourceKind.Delegate && (f.Role == Role.Self || f.Resource.Kind == ResourceKind.NativeMemory)))
            {
                moment.Do(new DoubtResource(fact.Resource, doubt));
            }
        }

        ManagedCalls.Overwrite(argument, moment);
        if (argument is { Variable: { } variable } && lifetime.Given is var given && given != ResultLifetime.None)
        {
            References.Write(variable, NativeResults.GivenIn(call, argument, given, moment), argument.Operation.Syntax, moment);
        }
    }

    private static bool GetsCallbackBeside(Call call, CallArgument resource) =>
        call.Arguments.Any(other =>
            other != resource && !other.Value.IsNull && other.Parameter?.Type is { TypeKind: TypeKind.Delegate or TypeKind.FunctionPointer }
        );

    // The function that [FreedWith] names.
    private static bool IsFreedBy(string entryPoint, Value value, Moment moment) =>
        value.Facts.Any(f => f.Resource.Kind == ResourceKind.NativeMemory && moment.StandingOf(f.Resource).Family == entryPoint);

    private static void InvalidateBorrowed(Call call, NativeSignature signature, Moment moment)
    {
        var passed = new HashSet<Resource>(
            call.Arguments.SelectMany(static a => a.Value.Facts).Concat(call.ReceiverValue.Facts).Select(static f => f.Resource));
        foreach (KeyValuePair<Resource, Standing> entry in moment.State.Resources)
        {
            if (
                entry.Key.Kind == ResourceKind.Borrowed
                && entry.Value.Released is null
                && entry.Value.InvalidatedBy.Any(by => by == signature.EntryPoint || by == call.Method.Name)
                && (entry.Value.Targets.IsEmpty || entry.Value.Targets.Any(passed.Contains)))
            {
                moment.Do(new Invalidate(entry.Key, call.Syntax, call.Method.Name));
            }
        }
    }

    private static void SetLastError(Call call, NativeSignature signature, Moment moment)
    {
        LastError? last = moment.State.LastError;
        if (call.Method.Parameters.Any(static p => p.GetAttributes().Any(static a => a.AttributeClass?.Name == "LastErrorAttribute")))
        {
            moment.Do(new SetLastError(null));
        }
        else if (signature.KeepsLastError && last is { IsKept: true } && call.Operation.Parent is IExpressionStatementOperation)
        {
            // Code that ignores the result of a clean-up does not ask why it failed. Of another function it may read the error alone.
            bool isOwn = moment.Scope.Heeds(DoubtList.OwnError) && !DoubtList.OwnError.IsExcused(call.Method.Name);
            moment.Do(
                new SetLastError(
                    isOwn ? new(call.Method, signature.KeepsLastError, null) : last with { LostTo = last.LostTo ?? call.Method.Name }));
        }
        else if (signature.IsNative && (signature.KeepsLastError || last is not { IsKept: true }))
        {
            moment.Do(new SetLastError(new(call.Method, signature.KeepsLastError, null)));
        }
    }
}
