using Ffi.Generators.Reading;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Ffi.Generators.Analysis;

/// <summary>The native functions that a compilation knows, by their names in C# and in the library. One for a compilation.</summary>
internal sealed class DeclaredFunctions(Compilation compilation)
{
    private readonly Lazy<HashSet<string>> names = new(() =>
    [
        .. compilation.SourceModule.ReferencedAssemblySymbols.Where(Bindings.KnowsUs).Prepend(compilation.Assembly)
            .SelectMany(static assembly => Bindings.MethodsIn(assembly.GlobalNamespace))
            .SelectMany(Bindings.NamesOf),
    ]);

    /// <summary>Whether anything in the program could call a function of that name.</summary>
    public bool Has(string symbol, CancellationToken cancellation) =>
        names.Value.Contains(symbol) || CAllocators.Have(symbol) || IsLookedUp(symbol, cancellation);

    // module.GetFunction<Action>("stop")
    private bool IsLookedUp(string symbol, CancellationToken cancellation) =>
        compilation.SyntaxTrees.Any(tree =>
            tree.GetRoot(cancellation)
                .DescendantTokens()
                .Any(token =>
                    token.IsKind(SyntaxKind.StringLiteralToken)
                    && token.ValueText == symbol
                    && token.Parent!.FirstAncestorOrSelf<AttributeSyntax>() is null));
}
