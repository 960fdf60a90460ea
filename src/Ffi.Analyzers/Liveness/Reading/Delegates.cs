using System.Collections.Immutable;
using Ffi.Analyzers.Liveness.Flow;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.FlowAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace Ffi.Analyzers.Liveness.Reading;

/// <summary>Delegates and lambdas: whether anything keeps them, and what they keep.</summary>
internal static class Delegates
{
    public static Value Read(IDelegateCreationOperation creation, Moment moment)
    {
        Value target = creation.Target
            is IMethodReferenceOperation { Method: { MethodKind: MethodKind.LocalFunction, DeclaringSyntaxReferences: [{ } local, ..] } }
            ? Captures(local.GetSyntax(moment.Scope.Cancellation), moment)
            : moment.Read(creation.Target);
        bool isRooted = creation.Target switch
        {
            IMethodReferenceOperation method => method.Instance is null
                && creation.Syntax is not BaseObjectCreationExpressionSyntax
                && CachesMethodGroups(creation.Syntax),
            IFlowAnonymousFunctionOperation lambda => !Closures.CapturesAnything(lambda.Syntax, moment.Scope.Model),
            _ => true,
        };
        Resource made = Things.Make(
            ResourceKind.Delegate,
            creation.Syntax,
            new()
            {
                Name = "delegate",
                IsUnnamed = true,
                Type = creation.Type,
                IsRooted = isRooted,
            },
            moment);
        return Value.Of(target.Facts.Add(new(made, Role.Self)));
    }

    /// <summary>What a closure holds: the addresses in the variables it names, and their owners.</summary>
    public static Value Captures(SyntaxNode function, Moment moment)
    {
        ImmutableHashSet<ISymbol> captured = Closures.CapturedIn(function, moment.Scope.Model);
        var facts = new List<Fact>();
        foreach (KeyValuePair<Term, Value> variable in moment.State.Variables)
        {
            if (variable.Key.Symbol is { } symbol && captured.Contains(symbol))
            {
                moment.Escape(variable.Value);
                facts.AddRange(
                    variable.Value.AllFacts.Where(static f => f.Role == Role.Address).Select(static f => f with { Role = Role.Captured }));
            }
        }

        return Value.Of(facts);
    }

    // C# 11 caches the delegate of a static method's name; new D(M) makes a new one each time, in every version.
    private static bool CachesMethodGroups(SyntaxNode syntax) =>
        syntax.SyntaxTree.Options is CSharpParseOptions { LanguageVersion: >= LanguageVersion.CSharp11 };
}
