using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace Ffi.Analyzers.Liveness.Reading;

/// <summary>What lambdas and local functions do with the variables around them.</summary>
internal static class Closures
{
    /// <summary>The variables that the body of a lambda or local function names and doesn't declare.</summary>
    public static ImmutableHashSet<ISymbol> CapturedIn(SyntaxNode function, SemanticModel model) =>
        OperationOf(function, model) is { } operation
            ? operation
                .Descendants()
                .Select(VariableOf)
                .OfType<ISymbol>()
                .Where(variable => !IsDeclaredIn(variable, function))
                .ToImmutableHashSet<ISymbol>(SymbolEqualityComparer.Default)
            : [];

    /// <summary>Whether a lambda captures nothing, so that the compiler makes its delegate once and caches it.</summary>
    public static bool CapturesAnything(SyntaxNode lambda, SemanticModel model) =>
        OperationOf(lambda, model) is not { } operation
        || operation.Descendants().Any(o => o is IInstanceReferenceOperation { ReferenceKind: InstanceReferenceKind.ContainingTypeInstance }
            || (VariableOf(o) is { } variable and not ILocalSymbol { IsConst: true } && !IsDeclaredIn(variable, lambda)));

    public static IEnumerable<ISymbol> WrittenIn(IOperation function) => function.Descendants().Select(Written).OfType<ISymbol>();

    private static IOperation? OperationOf(SyntaxNode function, SemanticModel model) =>
        function.SyntaxTree == model.SyntaxTree ? model.GetOperation(function) : null;

    private static ISymbol? Written(IOperation operation)
    {
        IOperation? target = operation switch
        {
            IAssignmentOperation assignment => assignment.Target,
            IIncrementOrDecrementOperation increment => increment.Target,
            IArgumentOperation { Parameter.RefKind: RefKind.Ref or RefKind.Out } argument => argument.Value,
            // A method of a struct may write it: handle.Free() in a lambda.
            IInvocationOperation { Instance: { } receiver, TargetMethod.Name: "Free" or "Dispose" } => receiver,
            _ => null,
        };
        while (target is IMemberReferenceOperation { Instance: { } owner })
        {
            target = owner;
        }

        return target is null ? null : VariableOf(target);
    }

    private static ISymbol? VariableOf(IOperation operation) => operation switch
    {
        ILocalReferenceOperation local => local.Local,
        IParameterReferenceOperation parameter => parameter.Parameter,
        _ => null,
    };

    private static bool IsDeclaredIn(ISymbol symbol, SyntaxNode node) =>
        symbol.DeclaringSyntaxReferences.FirstOrDefault() is { } declared
        && declared.SyntaxTree == node.SyntaxTree
        && node.Span.Contains(declared.Span);
}
