using Ffi.Analyzers.Liveness.Doubts;
using Ffi.Analyzers.Liveness.Effects;
using Ffi.Analyzers.Liveness.Flow;
using Ffi.Analyzers.Liveness.Knowledge;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;

namespace Ffi.Analyzers.Liveness.Reading;

/// <summary>Calls that may throw.</summary>
internal static class Throwing
{
    public static void Read(Call call, Moment moment)
    {
        if (!MayThrowHere(call.Method, moment.Scope) || moment.Point.IsCleaningUp || IsOfNativeFunction(call))
        {
            return;
        }

        bool isSeen = moment.Scope.Summaries.MayThrow(call.Method);
        if (isSeen || moment.Point.IsGuarded)
        {
            bool isDoubted = isSeen && call.Method.IsAbstract && DoubtList.OnlyAnswers.Speaks(call.Method.Name);
            moment.Do(
                new Throw(
                    isSeen,
                    [.. isDoubted ? [new DoubtPath(DoubtList.OnlyAnswers)] : Array.Empty<Effect>(), .. HandedOver(call, moment)]));
        }
    }

    // A call that throws may have taken over, or written, what it was given before.
    private static IEnumerable<Effect> HandedOver(Call call, Moment moment)
    {
        bool isReader = FrameworkMethods.IsFramework(call.Method) && FrameworkMethods.IsReader(call.Method);
        foreach (CallArgument argument in call.Arguments)
        {
            if (
                !isReader
                && argument.Value.AllFacts.Any(f => f.Role == Role.Self && moment.StandingOf(f.Resource).IsOwned)
                && !moment.Scope.Summaries.OnlyReads(call.Method, argument.Parameter))
            {
                yield return new Escape(argument.Value);
            }

            foreach (Effect forgotten in ManagedCalls.Behind(argument, moment))
            {
                yield return forgotten;
            }
        }
    }

    // static readonly Receive receive = native_receive;
    private static bool IsOfNativeFunction(Call call) =>
        call
            is {
                Method.MethodKind: MethodKind.DelegateInvoke,
                Receiver: IFieldReferenceOperation { Field: { IsReadOnly: true, DeclaringSyntaxReferences: [{ } declaration] } field }
            }
        && declaration.GetSyntax()
            is VariableDeclaratorSyntax { Initializer.Value: IdentifierNameSyntax { Identifier.ValueText: { } function } }
        && field.ContainingType.GetMembers(function) is [IMethodSymbol { IsExtern: true }];

    private static bool MayThrowHere(IMethodSymbol method, MethodScope scope) =>
        method.MethodKind != MethodKind.PropertyGet && !method.IsExtern
        && !FrameworkMethods.IsCollection(method)
        && !(FrameworkMethods.IsFramework(method) && FrameworkMethods.NeverThrows(method))
        && method.Name is not ("Dispose" or "Close")
        && scope.Signatures.Read(method) is not { IsNative: true };
}
