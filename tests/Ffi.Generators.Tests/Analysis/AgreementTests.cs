using System.Collections.Immutable;
using Ffi.Generators.Tests.Documentation;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Ffi.Generators.Tests.Analysis;

/// <summary>The generator and the analyzers read and plan alike: functions that aren't bound are functions with an error, in every example
/// of the documentation, the bad ones above all.</summary>
public class AgreementTests
{
    private static readonly CodeBlock[] s_blocks =
    [
        .. MarkdownFile
            .All.SelectMany(file => file.Blocks)
            .Where(block => block.Language == "csharp" && block.Text.Contains("[NativeFunction")),
    ];

    public static TheoryData<string> Blocks => [.. s_blocks.Select(block => block.Where)];

    [Theory, MemberData(nameof(Blocks))]
    public async Task FunctionsThatAreNotBound_AreFunctionsWithAnError(string where)
    {
        CodeBlock block = s_blocks.Single(block => block.Where == where);
        Compilation compilation = CSharpBlock.Generate(block);
        ImmutableArray<Diagnostic> errors =
        [
            .. (await CSharpBlock.Analyze(compilation)).Where(d =>
                d.Severity == DiagnosticSeverity.Error && d.Id.StartsWith("FFI0", StringComparison.Ordinal)),
        ];

        Assert.All(FunctionsOf(compilation), function => Assert.True(
            IsBound(function) != errors.Any(error => Concerns(error, function)),
            $"{where}: {function} has {(IsBound(function) ? "a body and an" : "no body and no")} error."));
    }

    [Fact]
    public void Blocks_HaveFunctionsOfBothKinds()
    {
        IMethodSymbol[] functions = [.. s_blocks.SelectMany(block => FunctionsOf(CSharpBlock.Generate(block)))];

        Assert.Contains(functions, IsBound);
        Assert.Contains(functions, function => !IsBound(function));
    }

    private static IEnumerable<IMethodSymbol> FunctionsOf(Compilation compilation) =>
        compilation
            .GetSymbolsWithName(_ => true, SymbolFilter.Member)
            .OfType<IMethodSymbol>()
            .Where(method =>
                method.PartialDefinitionPart is null
                && method.GetAttributes().Any(attribute => attribute.AttributeClass?.Name == "NativeFunctionAttribute"));

    // A function with an error has a stub, or nothing.
    private static bool IsBound(IMethodSymbol function) =>
        function.PartialImplementationPart?.DeclaringSyntaxReferences is [var reference]
        && reference.SyntaxTree.FilePath.EndsWith(".g.cs", StringComparison.Ordinal)
        && !reference.GetSyntax().ToString().Contains("throw new global::System.NotSupportedException(", StringComparison.Ordinal);

    // An error outside of all functions is one of the library, or of a type around it.
    private static bool Concerns(Diagnostic error, IMethodSymbol function)
    {
        SyntaxNode place = error.Location.SourceTree!.GetRoot().FindNode(error.Location.SourceSpan, getInnermostNodeForTie: true);
        MethodDeclarationSyntax? method = place.FirstAncestorOrSelf<MethodDeclarationSyntax>();
        return method is null || function.DeclaringSyntaxReferences.Any(reference => reference.GetSyntax() == method);
    }
}
