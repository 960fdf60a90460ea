using Ffi.Generators.Tests.Testing;
using Ffi.Tests.Testing;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Ffi.Generators.Tests.Documentation;

/// <summary>What the compiler doesn't ask of the runtime's documentation: that a method says what the caller gets, in whole
/// sentences.</summary>
public class PublicMemberTests
{
    private static readonly string[] s_prose = ["summary", "returns", "remarks"];

    public static TheoryData<string> Files =>
        [.. Directory.EnumerateFiles(Repository.PathOf("src/Ffi"), "*.cs", SearchOption.AllDirectories)
            .Select(path => Path.GetRelativePath(Repository.PathOf("src/Ffi"), path).Replace('\\', '/')).Order(StringComparer.Ordinal)];

    [Theory, MemberData(nameof(Files))]
    public void Methods_SayWhatTheyReturn(string file) =>
        Assert.Empty(
            PublicMembers(file)
                .OfType<MethodDeclarationSyntax>()
                .Where(method =>
                    method.ReturnType.ToString() != "void"
                    && method.Identifier.Text != "Equals"
                    && !method.Modifiers.Any(SyntaxKind.OverrideKeyword))
                .Where(method => !Says(method, "<returns>"))
                .Select(method => method.Identifier.Text));

    [Theory, MemberData(nameof(Files))]
    public void Sentences_End(string file) => Assert.Empty(PublicMembers(file)
        .Select(member => member.GetLeadingTrivia().ToString())
        .SelectMany(text => s_prose.Where(tag => text.Contains($"</{tag}>") && !EndsSentence(text, tag))));

    private static IEnumerable<MemberDeclarationSyntax> PublicMembers(string file)
    {
        SyntaxNode root = CSharpSyntaxTree
            .ParseText(File.ReadAllText(Repository.PathOf("src/Ffi/" + file)), TestCompilation.ParseOptions)
            .GetRoot();
        return root.DescendantNodes()
            .OfType<MemberDeclarationSyntax>()
            .Where(member => member is not BaseNamespaceDeclarationSyntax and not EnumMemberDeclarationSyntax)
            .Where(member => member.AncestorsAndSelf().OfType<MemberDeclarationSyntax>().All(IsPublic));
    }

    private static bool IsPublic(MemberDeclarationSyntax member) =>
        member is BaseNamespaceDeclarationSyntax
        || member.Modifiers.Any(SyntaxKind.PublicKeyword)
        || member.Parent is InterfaceDeclarationSyntax
        || (member.Modifiers.Any(SyntaxKind.ProtectedKeyword) && !member.Modifiers.Any(SyntaxKind.PrivateKeyword));

    private static bool Says(MemberDeclarationSyntax member, string tag) =>
        member.GetLeadingTrivia().ToString() is var text && (text.Contains(tag) || text.Contains("<inheritdoc"));

    // A list of paragraphs or a piece of code ends by itself.
    private static bool EndsSentence(string text, string tag)
    {
        string said = text[..text.LastIndexOf($"</{tag}>", StringComparison.Ordinal)].TrimEnd(' ', '/', '\n', '\r');
        return said.Length > 0 && said[^1] is '.' or '>' or '?' or ')';
    }
}
