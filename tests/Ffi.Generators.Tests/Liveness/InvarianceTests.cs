using Ffi.Analyzers.Liveness;
using Ffi.Generators.Tests.Testing;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Text;

namespace Ffi.Generators.Tests.Liveness;

/// <summary>What must not change a finding: the order in which paths are walked, what locals are called, comments, and locals that nobody
/// uses.</summary>
public class InvarianceTests
{
    public static TheoryData<string> Sections => CatalogueTests.Sections;

    [Theory, MemberData(nameof(Sections))]
    public async Task Order_OfTheWalkChangesNothing(string section)
    {
        string source = MarkedSource.Parse(CatalogueTests.SectionOf(section), null).Text;
        string[] found = await Report(source, null);

        Assert.Equal(found, await Report(source, static count => count - 1));
        foreach (int seed in (int[])[1, 2])
        {
            var random = new Random(seed);
            Assert.Equal(found, await Report(source, random.Next));
        }
    }

    [Theory, MemberData(nameof(Sections))]
    public async Task Names_CommentsAndIdleLocalsChangeNothing(string section)
    {
        string source = MarkedSource.Parse(CatalogueTests.SectionOf(section), null).Text;

        Assert.Equal(await ReportIds(source), await ReportIds(Rewrite(source)));
    }

    [Fact]
    public void Rewrite_RenamesLocalsAndAddsCommentsAndLocals() => Assert.Equal(
        "class C { int M() { object stackOfFreedPins = new Stack<int>(); /* no Wait or Free here */ int local0 = 1; return local0; } }",
        Rewrite("class C { int M() { int data = 1; return data; } }"));

    private static string Rewrite(string source)
    {
        CSharpCompilation compilation = TestCompilation.Create(source, CatalogueTests.Natives);
        SyntaxTree tree = compilation.SyntaxTrees.First();
        SemanticModel model = compilation.GetSemanticModel(tree);
        var names = new Dictionary<ISymbol, string>(SymbolEqualityComparer.Default);
        var changes = new List<TextChange>();
        foreach (SyntaxToken token in tree.GetRoot().DescendantTokens().Where(token => token.IsKind(SyntaxKind.IdentifierToken)))
        {
            ISymbol? symbol = token.Parent is IdentifierNameSyntax name
                ? model.GetSymbolInfo(name).Symbol
                : model.GetDeclaredSymbol(token.Parent!);
            if (symbol is ILocalSymbol)
            {
                names.TryAdd(symbol, $"local{names.Count}");
                changes.Add(new(token.Span, names[symbol]));
            }
        }

        foreach (
            BlockSyntax block in tree.GetRoot()
                .DescendantNodes()
                .OfType<BlockSyntax>()
                .Where(block => block.Parent is MethodDeclarationSyntax))
        {
            changes.Add(
                new(new(block.OpenBraceToken.Span.End, 0), " object stackOfFreedPins = new Stack<int>(); /* no Wait or Free here */"));
        }

        return SourceText.From(source).WithChanges(changes.OrderBy(change => change.Span.Start)).ToString();
    }

    private static async Task<string[]> Report(string source, Func<int, int>? order) =>
        [.. (await Analyze(source, order)).Select(d => $"{d.Location.SourceSpan} {d.Id}: {d.GetMessage()}").Order(StringComparer.Ordinal)];

    // Places move with the names, so how many of each there are is compared.
    private static async Task<string[]> ReportIds(string source) =>
        [.. (await Analyze(source, null)).Select(d => d.Id).Order(StringComparer.Ordinal)];

    private static async Task<IEnumerable<Diagnostic>> Analyze(string source, Func<int, int>? order) =>
        (await new AnalyzerHarness(new LivenessAnalyzer(static _ => true, order)).Analyze(source, CatalogueTests.Natives)).Where(d =>
            d.Id.StartsWith("FFI", StringComparison.Ordinal));
}
