using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.FlowAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace Ffi.Analyzers.Liveness.Engine;

// Delegates and lambdas: whether anything keeps them, and what they keep.
internal sealed partial class Evaluator
{
    private Value EvaluateDelegate(IDelegateCreationOperation creation, FlowState state)
    {
        Value target = creation.Target is IMethodReferenceOperation { Method: { MethodKind: MethodKind.LocalFunction, DeclaringSyntaxReferences: [{ } local, ..] } }
            ? Captures(local.GetSyntax(scope.Cancellation), state)
            : Evaluate(creation.Target, state);
        Resource made = Get(ResourceKind.Delegate, creation.Syntax, "delegate");
        made.Type = creation.Type;
        state.Begin(made);
        made.IsRooted = creation.Target switch
        {
            IMethodReferenceOperation method => method.Instance is null && creation.Syntax is not BaseObjectCreationExpressionSyntax && CachesMethodGroups(creation.Syntax),
            IFlowAnonymousFunctionOperation lambda => !CapturesAnything(lambda.Syntax),
            _ => true,
        };
        return Value.Of(target.Facts.Add(new(made, Role.Self)));
    }

    // C# 11 caches the delegate of a static method's name; new D(M) makes a new one each time, in every version.
    private static bool CachesMethodGroups(SyntaxNode syntax) => syntax.SyntaxTree.Options is CSharpParseOptions { LanguageVersion: >= LanguageVersion.CSharp11 };

    // A lambda that captures nothing is made once and cached by the compiler.
    private bool CapturesAnything(SyntaxNode lambda) =>
        scope.Model.GetOperation(lambda) is not IAnonymousFunctionOperation function
        || function.Body.Descendants().Any(o => o switch
        {
            IInstanceReferenceOperation { ReferenceKind: InstanceReferenceKind.ContainingTypeInstance } => true,
            ILocalReferenceOperation { Local: { IsConst: false } local } => !IsDeclaredIn(local, lambda),
            IParameterReferenceOperation parameter => !IsDeclaredIn(parameter.Parameter, lambda),
            _ => false,
        });

    private static bool IsDeclaredIn(ISymbol symbol, SyntaxNode node) =>
        symbol.DeclaringSyntaxReferences.FirstOrDefault() is { } declared && declared.SyntaxTree == node.SyntaxTree && node.Span.Contains(declared.Span);

    // What a closure holds: the addresses in the variables it names, and their owners.
    private static Value Captures(SyntaxNode lambda, FlowState state)
    {
        var names = new HashSet<string>(lambda.DescendantTokens().Select(t => t.ValueText));
        var facts = new List<Fact>();
        foreach (KeyValuePair<object, Value> variable in state.Variables.Where(v => v.Key is ISymbol symbol && names.Contains(symbol.Name)).ToArray())
        {
            Escape(variable.Value, state);
            facts.AddRange(variable.Value.AllFacts.Where(f => f.Role == Role.Address).Select(f => f with { Role = Role.Captured }));
        }

        return Value.Of(facts);
    }
}
