using Ffi.Templates.Tests.Testing;
using Microsoft.CodeAnalysis;

namespace Ffi.Templates.Tests;

/// <summary>What is outside of the subset is an error where it stands.</summary>
public class RefusalTests
{
    /// <summary>What stands between the marks is refused.</summary>
    public static TheoryData<string, string> Refused => new()
    {
        { "FFIT002", "{{ [|x = 1|] }}" },
        { "FFIT002", "{{ [|plan.Count = 1|] }}" },
        { "FFIT002", "{{ [|while plan.IsOpen }}a{{ end|] }}" },
        { "FFIT002", "{{ for word in plan.Words }}{{ [|break|] }}{{ end }}" },
        { "FFIT002", "{{ for word in plan.Words }}{{ [|continue|] }}{{ end }}" },
        { "FFIT002", "{{ [|ret|] }}" },
        { "FFIT002", "{{ [|capture text }}a{{ end|] }}" },
        { "FFIT002", "{{ [|with plan }}a{{ end|] }}" },
        { "FFIT002", "{{ [|import plan|] }}" },
        { "FFIT002", "{{ [|readonly plan|] }}" },
        { "FFIT002", "{{ [|tablerow word in plan.Words }}a{{ end|] }}" },
        { "FFIT002", "{{ [|func Inner }}a{{ end|] }}" },
        { "FFIT002", "{{ [|plan.Name | Shout.Of|] }}" },
        { "FFIT002", "{{ [|plan.Count / 2|] }}" },
        { "FFIT002", "{{ [|plan.Count // 2|] }}" },
        { "FFIT002", "{{ [|plan.Count % 2|] }}" },
        { "FFIT002", "{{ [|plan.Note ?? 'a'|] }}" },
        { "FFIT002", "{{ [|1..2|] }}" },
        { "FFIT002", "{{ [|1.5|] }}" },
        { "FFIT002", "{{ [|4294967296|] }}" },
        { "FFIT002", "{{ [|[1, 2]|] }}" },
        { "FFIT002", "{{ [|{ a: 1 }|] }}" },
        { "FFIT002", "{{ Shout.Of([|text|]: plan.Name) }}" },
        { "FFIT002", "{{ [|$\"a{plan.Name}\"|] }}" },
        { "FFIT002", "{{ [|this|] }}" },
        { "FFIT002", "{{ [|for.index|] }}" },
        { "FFIT002", "{{ for word in plan.Words }}{{ if [|for.last|] }}a{{ end }}{{ end }}" },
        { "FFIT002", "{{ for word in plan.Words [|limit|]: 2 }}a{{ end }}" },
        { "FFIT002", "{{ for word in plan.Words }}a{{ [|else|] }}b{{ end }}" },
        { "FFIT002", "{{ case plan.Animal }}{{ [|when|] Cat }}a{{ end }}" },
        { "FFIT002", "{{ Shout.Of([|Test.Main|](plan)) }}" },
        { "FFIT002", "{{ Shout.Of([|Main(plan)|]) }}" },
        { "FFIT002", "{{ wrap [|Shout.Of(plan.Name)|] }}a{{ end }}" },
        { "FFIT002", "{{ case plan.Size }}{{ [|when|] Size.Small, Large }}a{{ end }}" },
        { "FFIT003", "{{ [|nobody|] }}" },
        { "FFIT003", "{{ if [|nobody|].IsOpen }}a{{ end }}" },
        { "FFIT003", "{{ for word in plan.Words }}a{{ end }}{{ [|word|] }}" },
        { "FFIT003", "{{ [|$0|] }}" },
        { "FFIT004", "{{ for [|plan|] in plan.Words }}a{{ end }}" },
        { "FFIT004", "{{ for word in plan.Words }}{{ for [|word|] in plan.Words }}a{{ end }}{{ end }}" },
        { "FFIT004", "{{ for [|Word|] in plan.Words }}a{{ end }}" },
    };

    /// <summary>The same for whole files.</summary>
    public static TheoryData<string, string> RefusedFiles => new()
    {
        { "FFIT001", "{{ func Main(plan) }}{{ if plan.IsOpen [|)|] }}a{{ end }}{{ end }}" },
        { "FFIT002", "{{ func Main(plan) }}a{{ end }}\n[|b|]" },
        { "FFIT002", "{{ [|1|] }}{{ func Main(plan) }}a{{ end }}" },
        { "FFIT002", "{{ func Main([|plan|] = 1) }}a{{ end }}" },
        { "FFIT003", "{{ func Main(plan) }}a{{ end }}\n\n  {{ func Other([|unheard|]) }}a{{ end }}" },
        { "FFIT004", "{{ func Main(plan) }}a{{ end }}{{ func [|Main|](plan) }}a{{ end }}" },
        { "FFIT004", "{{ func Main(plan, [|plan|]) }}a{{ end }}" },
    };

    [Theory, MemberData(nameof(Refused))]
    public void AStatement_IsRefusedWhereItStands(string id, string body) =>
        Verify(id, "{{ func Main(plan) }}\n  a " + body + "\n{{ end }}\n");

    [Theory, MemberData(nameof(RefusedFiles))]
    public void AFile_IsRefusedWhereItIsWrong(string id, string text) => Verify(id, text);

    [Fact]
    public void EachProblem_IsTold() => Assert.Equal(
        ["FFIT003", "FFIT002", "FFIT003"],
        TemplateRun.Of(("Test.sbn-cs", "{{ func Main(plan) }}{{ a }}{{ ret }}{{ b }}{{ end }}")).Problems.Select(problem => problem.Id));

    [Fact]
    public void ARefusedTemplate_StillHasItsFunctions() =>
        Assert.Empty(
            TemplateRun
                .Of(
                    ("Broken.sbn-cs", "{{ func Main(plan) }}{{ if nobody }}{{ nobody.Name }}{{ end }}{{ end }}"),
                    ("Test.sbn-cs", "{{ func Main(plan) }}{{ Broken.Main(plan) }}{{ end }}"))
                .CompilerDiagnostics.Where(diagnostic =>
                    diagnostic.Severity == DiagnosticSeverity.Error && diagnostic.Location.GetMappedLineSpan().Path == "Test.sbn-cs"));

    [Theory]
    [InlineData("two words.sbn-cs")]
    [InlineData("1st.sbn-cs")]
    public void AFile_WhoseNameIsNone_IsRefused(string path) =>
        Assert.Equal("FFIT004", Assert.Single(TemplateRun.Of((path, "")).Problems).Id);

    [Fact]
    public void ASecondFileOfAName_IsRefused()
    {
        Diagnostic problem = Assert.Single(TemplateRun.Of(("a/Test.sbn-cs", ""), ("b/Test.sbn-cs", "")).Problems);

        Assert.Equal(("FFIT004", "b/Test.sbn-cs"), (problem.Id, problem.Location.GetLineSpan().Path));
    }

    private static void Verify(string id, string marked)
    {
        int start = marked.IndexOf("[|", StringComparison.Ordinal);
        int end = marked.LastIndexOf("|]", StringComparison.Ordinal) - 2;
        string text = marked.Remove(end + 2, 2).Remove(start, 2);

        Diagnostic problem = Assert.Single(TemplateRun.Of(("folder/Test.sbn-cs", text)).Problems);

        Assert.Equal((id, "folder/Test.sbn-cs"), (problem.Id, problem.Location.GetLineSpan().Path));
        Assert.Equal(text[start..end], text.Substring(problem.Location.SourceSpan.Start, problem.Location.SourceSpan.Length));
        Assert.Equal(start - (text.LastIndexOf('\n', start) + 1), problem.Location.GetLineSpan().StartLinePosition.Character);
        Assert.Equal(text[..start].Count(c => c == '\n'), problem.Location.GetLineSpan().StartLinePosition.Line);
    }
}
