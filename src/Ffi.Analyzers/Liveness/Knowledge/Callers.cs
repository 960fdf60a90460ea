using System.Collections.Concurrent;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;

namespace Ffi.Analyzers.Liveness.Knowledge;

/// <summary>What the callers in view pass. One for a compilation.</summary>
internal sealed class Callers(Compilation compilation)
{
    private readonly ConcurrentDictionary<IParameterSymbol, bool> _steady = new(SymbolEqualityComparer.Default);
    private readonly Lazy<ILookup<string, InvocationExpressionSyntax>> _calls = new(() => compilation.SyntaxTrees
        .SelectMany(static tree => tree.GetRoot().DescendantNodes().OfType<InvocationExpressionSyntax>())
        .ToLookup(static call => MethodSummaries.NameOf(call.Expression) ?? "", StringComparer.Ordinal));

    /// <summary>Whether some callers are in view, and none of them passes a span over an array or a text, which the collector may move.</summary>
    public bool PassNothingMovable(IParameterSymbol span, CancellationToken cancellation) => _steady.GetOrAdd(span, parameter =>
    {
        bool isCalled = false;
        foreach (InvocationExpressionSyntax call in _calls.Value[parameter.ContainingSymbol.Name])
        {
            if (compilation.GetSemanticModel(call.SyntaxTree).GetOperation(call, cancellation) is IInvocationOperation invocation
                && SymbolEqualityComparer.Default.Equals(invocation.TargetMethod.OriginalDefinition, parameter.ContainingSymbol))
            {
                isCalled = true;
                if (invocation.Arguments.Any(a => a.Parameter?.Ordinal == parameter.Ordinal && IsMovable(a.Value)))
                {
                    return false;
                }
            }
        }

        return isCalled;
    });

    private static bool IsMovable(IOperation value) => value switch
    {
        IConversionOperation conversion => IsMovable(conversion.Operand),
        IInvocationOperation { TargetMethod.Name: "AsSpan" or "Slice", Arguments: [{ Value: { } viewed }, ..] } => IsMovable(viewed),
        IInvocationOperation { TargetMethod.Name: "Slice", Instance: { } sliced } => IsMovable(sliced),
        { ConstantValue.HasValue: true } => false,
        { Type: IArrayTypeSymbol or { SpecialType: SpecialType.System_String } } => true,
        _ => false,
    };
}
