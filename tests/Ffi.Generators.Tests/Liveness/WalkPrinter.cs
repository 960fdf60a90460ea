using System.Text;
using Ffi.Analyzers.Liveness;
using Ffi.Analyzers.Liveness.Events;
using Ffi.Analyzers.Liveness.Knowledge;
using Ffi.Analyzers.Liveness.Reading;
using Ffi.Analyzers.Liveness.Walking;
using Ffi.Generators.Tests.Testing;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Ffi.Generators.Tests.Liveness;

/// <summary>Prints what the liveness rules see in a file: the events of each method, where they happen, and the doubts that they
/// carry.</summary>
internal static class WalkPrinter
{
    public static string Print(string source, string? method)
    {
        CSharpCompilation compilation = TestCompilation.Create(source);
        SyntaxTree tree = compilation.SyntaxTrees.First();
        SemanticModel model = compilation.GetSemanticModel(tree);
        var signatures = new SignatureReader(LifetimeFile.Read([], default));
        var program = new ProgramKnowledge(
            signatures,
            new MethodSummaries(),
            new CallReach(compilation, signatures),
            new Callers(compilation),
            static _ => true);
        var printed = new StringBuilder();
        foreach (BaseMethodDeclarationSyntax declaration in tree.GetRoot().DescendantNodes().OfType<BaseMethodDeclarationSyntax>())
        {
            IMethodSymbol symbol = model.GetDeclaredSymbol(declaration)!;
            if (method is null || symbol.Name == method)
            {
                var walk = new MethodWalk(model, program, static () => new(new StepBudget(int.MaxValue)), default);
                printed.Append(symbol.ToDisplayString()).Append('\n');
                foreach (string line in walk.Of(declaration, symbol).Select(Line).Distinct())
                {
                    printed.Append("  ").Append(line).Append('\n');
                }
            }
        }

        return printed.ToString();
    }

    private static string Line(FlowEvent happened)
    {
        string[] doubts = [.. happened.Doubts.Concat(happened.About?.Standing.Doubts ?? []).Select(doubt => doubt.Name).Distinct()];
        string doubted = doubts.Length == 0 ? "" : $" (doubted: {string.Join(", ", doubts)})";
        return $"{happened.At.GetLocation().GetLineSpan().StartLinePosition.Line + 1}: {happened}{doubted}";
    }
}
