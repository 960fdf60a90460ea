using System.Collections.Concurrent;
using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;

namespace Ffi.Analyzers.Liveness.Knowledge;

/// <summary>What the callers in view pass. One for a compilation.</summary>
internal sealed class Callers(Compilation compilation)
{
    public Compilation Compilation { get; } = compilation;

    // An argument that is a parameter of the caller's is what its callers pass, and so on.
    private const int Depth = 3;

    // new(x) says no name.
    private const string Implicit = "new()";

    private readonly ConcurrentDictionary<(IParameterSymbol Parameter, int Depth), bool> _steady = new();
    private readonly Lazy<ILookup<string, SyntaxNode>> _calls = new(() => compilation.SyntaxTrees
        .SelectMany(static tree => tree.GetRoot().DescendantNodes())
        .Where(static node => node is InvocationExpressionSyntax or BaseObjectCreationExpressionSyntax or ConstructorInitializerSyntax)
        .ToLookup(static node => NameOf(node) ?? "", StringComparer.Ordinal));

    /// <summary>The calls of a method; none where it is used otherwise, so that calls of it may be out of view.</summary>
    public ImmutableArray<IInvocationOperation> Of(IMethodSymbol method, CancellationToken cancellation)
    {
        var calls = ImmutableArray.CreateBuilder<IInvocationOperation>();
        IEnumerable<SimpleNameSyntax> names = method
            .ContainingType.DeclaringSyntaxReferences.SelectMany(declaration => declaration.GetSyntax(cancellation).DescendantNodes())
            .OfType<SimpleNameSyntax>()
            .Where(name => name.Identifier.ValueText == method.Name);
        foreach (SimpleNameSyntax name in names)
        {
            SemanticModel model = Compilation.GetSemanticModel(name.SyntaxTree);
            if (SymbolEqualityComparer.Default.Equals(model.GetSymbolInfo(name, cancellation).Symbol?.OriginalDefinition, method))
            {
                SyntaxNode called = name.Parent is MemberAccessExpressionSyntax member && member.Name == name ? member : name;
                if (
                    called.Parent is not InvocationExpressionSyntax invocation
                    || model.GetOperation(invocation, cancellation) is not IInvocationOperation call)
                {
                    return [];
                }

                calls.Add(call);
            }
        }

        return calls.ToImmutable();
    }

    /// <summary>Whether some callers are in view, and none of them passes a span over an array or a text, which the collector may
    /// move.</summary>
    public bool PassNothingMovable(IParameterSymbol span, CancellationToken cancellation) => PassNothingMovable(span, Depth, cancellation);

    private bool PassNothingMovable(IParameterSymbol passed, int depth, CancellationToken cancellation) =>
        depth > 0
        && _steady.GetOrAdd(
            (passed.OriginalDefinition, depth),
            key =>
            {
                IParameterSymbol parameter = key.Parameter;
                bool isCalled = false;
                IEnumerable<SyntaxNode> calls = parameter.ContainingSymbol is IMethodSymbol { MethodKind: MethodKind.Constructor }
                    ? _calls.Value[parameter.ContainingType.Name].Concat(_calls.Value[Implicit])
                    : _calls.Value[parameter.ContainingSymbol.Name];
                foreach (SyntaxNode call in calls)
                {
                    (IMethodSymbol? method, ImmutableArray<IArgumentOperation> arguments) = Compilation
                        .GetSemanticModel(call.SyntaxTree)
                        .GetOperation(call, cancellation) switch
                    {
                        IInvocationOperation invocation => (invocation.TargetMethod, invocation.Arguments),
                        IObjectCreationOperation creation => (creation.Constructor, creation.Arguments),
                        _ => (null, []),
                    };
                    if (SymbolEqualityComparer.Default.Equals(method?.OriginalDefinition, parameter.ContainingSymbol))
                    {
                        isCalled = true;
                        if (arguments.Any(a => a.Parameter?.Ordinal == parameter.Ordinal && IsMovable(a.Value, depth, cancellation)))
                        {
                            return false;
                        }
                    }
                }

        return isCalled;
    });

    private bool IsMovable(IOperation value, int depth, CancellationToken cancellation) =>
        value switch
        {
            IConversionOperation conversion => IsMovable(conversion.Operand, depth, cancellation),
            IInvocationOperation { TargetMethod.Name: "AsSpan" or "Slice", Arguments: [{ Value: { } viewed }, ..] } => IsMovable(
                viewed,
                depth,
                cancellation),
            IInvocationOperation { TargetMethod.Name: "Slice" or "AsSpan", Instance: { } sliced } => IsMovable(sliced, depth, cancellation),
            { ConstantValue.HasValue: true } => false,
            // A caller's own parameter, of a method whose callers are in view.
            IParameterReferenceOperation { Parameter: { RefKind: RefKind.None, Type: IArrayTypeSymbol } array } => !PassNothingMovable(
                array,
                depth - 1,
                cancellation),
            ILocalReferenceOperation { Local: { Type: IArrayTypeSymbol, DeclaringSyntaxReferences: [{ } declaration] } } local =>
                declaration.GetSyntax(cancellation) is not VariableDeclaratorSyntax { Initializer.Value: { } made }
                    || !IsOnPinnedHeap(made),
            { Type: IArrayTypeSymbol or { SpecialType: SpecialType.System_String } } => true,
            _ => false,
        };

    private static bool IsOnPinnedHeap(ExpressionSyntax made) =>
        made
            is InvocationExpressionSyntax
            {
                Expression: MemberAccessExpressionSyntax { Name.Identifier.ValueText: "AllocateArray" or "AllocateUninitializedArray" }
            } call
        && call.ArgumentList.Arguments is [_, { Expression: LiteralExpressionSyntax pinned }]
        && pinned.IsKind(SyntaxKind.TrueLiteralExpression);

    private static string? NameOf(SyntaxNode call) => call switch
    {
        InvocationExpressionSyntax invocation => MethodSummaries.NameOf(invocation.Expression),
        ObjectCreationExpressionSyntax { Type: SimpleNameSyntax type } => type.Identifier.ValueText,
        ObjectCreationExpressionSyntax { Type: QualifiedNameSyntax type } => type.Right.Identifier.ValueText,
        ImplicitObjectCreationExpressionSyntax => Implicit,
        ConstructorInitializerSyntax { Parent: ConstructorDeclarationSyntax constructor } => constructor.Identifier.ValueText,
        _ => null,
    };
}
