using Ffi.Templates.Tests.Testing;
using Microsoft.CodeAnalysis;

namespace Ffi.Templates.Tests;

public class VocabularyTests
{
    [Theory]
    [InlineData("plan Plan", "The line is none of these: 'word: Type', 'using Namespace', 'namespace Name', '# comment'.")]
    [InlineData("word: ", "'' is no type of C#.")]
    [InlineData("word: List<", "'List<' is no type of C#.")]
    [InlineData("word: int string", "'int string' is no type of C#.")]
    [InlineData("Word: int", "'Word' is no word: write letters and digits, the first one in lower case.")]
    [InlineData("a_word: int", "'a_word' is no word: write letters and digits, the first one in lower case.")]
    [InlineData(": int", "'' is no word: write letters and digits, the first one in lower case.")]
    [InlineData("plan: int", "'plan' stands for 'Plan' already.")]
    [InlineData("plan: Plan", "'plan' stands for 'Plan' already.")]
    [InlineData("namespace Other", "The namespace is 'Translated' already.")]
    [InlineData("using 1", "'1' can't stand behind 'using'.")]
    public void ALine_ThatCannotBeRead_IsAnErrorThere(string line, string message)
    {
        Diagnostic problem = Assert.Single(
            TemplateRun.Of(new BuildProperties(), ("My.vocabulary", TemplateRun.Vocabulary + "\n\n" + line + "\n")).Problems);

        Assert.Equal(("FFIT005", message), (problem.Id, problem.GetMessage()));
        FileLinePositionSpan place = problem.Location.GetLineSpan();
        Assert.Equal(
            ("My.vocabulary", TemplateRun.Vocabulary.Split('\n').Length + 1, 0),
            (place.Path, place.StartLinePosition.Line, place.StartLinePosition.Character));
        Assert.Equal(line.Length, place.EndLinePosition.Character);
    }

    [Fact]
    public void AWord_IsDefinedOnceInAllFiles() =>
        Assert.Equal(
            "b.vocabulary",
            Assert
                .Single(
                    TemplateRun
                        .Of(new BuildProperties(), ("a.vocabulary", "namespace A\nword: int"), ("b.vocabulary", "word: int"))
                        .Problems)
                .Location.GetLineSpan()
                .Path);

    [Fact]
    public void CommentsBlankLinesAndLineEnds_AreNothing() =>
        Assert.Empty(
            TemplateRun
                .Of(
                    new BuildProperties(),
                    ("a.vocabulary", "# words\r\n\r\n  namespace A \r\nword : int\r\nusing static System.Math"),
                    ("Test.sbn-cs", "{{ func Main(word) }}{{ word }}{{ end }}"))
                .Problems);

    [Fact]
    public void ATemplate_NeedsANamespace()
    {
        Diagnostic problem = Assert.Single(TemplateRun.Of(new BuildProperties(), ("Test.sbn-cs", "")).Problems);

        Assert.Equal(("FFIT005", "Test.sbn-cs"), (problem.Id, problem.Location.GetLineSpan().Path));
    }

    [Fact]
    public void AType_ThatDoesNotExist_IsTheCompilersErrorAtTheFunction()
    {
        TemplateRun run = TemplateRun.Of(
            new BuildProperties(),
            ("a.vocabulary", "namespace A\nword: Missing"),
            ("Test.sbn-cs", "\n{{ func Main(word) }}{{ end }}"));

        Assert.Contains(
            run.CompilerDiagnostics,
            diagnostic =>
                diagnostic.Id == "CS0246" && diagnostic.Location.GetMappedLineSpan() is { Path: "Test.sbn-cs", StartLinePosition.Line: 1 });
    }
}
