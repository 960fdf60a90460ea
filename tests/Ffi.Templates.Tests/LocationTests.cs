using Ffi.Templates.Tests.Testing;
using Microsoft.CodeAnalysis;

namespace Ffi.Templates.Tests;

/// <summary>What the compiler says of a template, it says at the template's line and column.</summary>
public class LocationTests
{
    /// <summary>The compiler complains of what stands between the marks.</summary>
    public static TheoryData<string, string> Mistakes => new()
    {
        { "CS1061", "{{ plan.[|Nmae|] }}" },
        { "CS1061", "{{ plan.Animal.Name.[|Size|] }}" },
        { "CS1061", "{{ if plan.IsOpen && plan.[|IsShut|] }}a{{ end }}" },
        { "CS1061", "{{ if plan.IsOpen }}a{{ else if plan.[|IsShut|] }}b{{ end }}" },
        { "CS1061", "{{ for word in plan.[|Wrods|] }}a{{ end }}" },
        { "CS1061", "{{ for word in plan.Words }}{{ word.[|Size|] }}{{ end }}" },
        { "CS1061", "{{ for one in plan.Animals }}{{ case one }}{{ when Cat }}{{ one.[|Owner|] }}{{ end }}{{ end }}" },
        { "CS1061", "{{ Shout.Of(plan.[|Nmae|]) }}" },
        { "CS1061", "{{ Main(plan.[|Nmae|]) }}" },
        { "CS1061", "{{ plan.Words[0].[|Size|] }}" },
        { "CS0117", "{{ Shout.[|At|](plan.Name) }}" },
        { "CS0117", "{{ case plan.Size }}{{ when Size.[|Huge|] }}a{{ end }}" },
        { "CS0117", "{{ Test.[|Mian|](plan) }}" },
        { "CS0103", "{{ [|Nobody|].Of(plan.Name) }}" },
        { "CS0246", "{{ for one in plan.Animals }}{{ case one }}{{ when [|Fish|] }}a{{ end }}{{ end }}" },
        { "CS1503", "{{ Main([|\"text\"|]) }}" },
        { "CS1503", "{{ Shout.Of([|plan.Count|]) }}" },
        { "CS7036", "{{ [|Main|]() }}" },
        { "CS1503", "{{ [|plan.Words|] }}" },
        { "CS8602", "{{ [|plan.Inner|].Name }}" },
        { "CS8604", "{{ Shout.Of([|plan.Note|]) }}" },
        { "CS8602", "{{ if !plan.Inner }}a{{ else }}b{{ end }}{{ [|plan.Inner|].Name }}" },
    };

    [Theory, MemberData(nameof(Mistakes))]
    public void AMistake_IsToldAtItsPlaceInTheTemplate(string id, string body)
    {
        string marked = "{{# A comment. #}}\n\n{{ func Main(plan) }}\n  text " + body + "\n{{ end }}\n";
        int start = marked.IndexOf("[|", StringComparison.Ordinal);
        int end = marked.IndexOf("|]", StringComparison.Ordinal) - 2;
        TemplateRun run = TemplateRun.Of(("folder/Test.sbn-cs", marked.Replace("[|", "").Replace("|]", "")));

        Assert.Empty(run.Problems);
        Diagnostic diagnostic = Assert.Single(run.CompilerDiagnostics);
        FileLinePositionSpan place = diagnostic.Location.GetMappedLineSpan();
        int column = start - (marked.LastIndexOf('\n', start) + 1);
        Assert.Equal(
            (id, "folder/Test.sbn-cs", 3, column),
            (diagnostic.Id, place.Path, place.StartLinePosition.Line, place.StartLinePosition.Character));
        Assert.Equal(column + end - start, place.EndLinePosition.Character);
    }

    [Theory]
    [InlineData("{{ if plan.Inner }}{{ plan.Inner.Name }}{{ end }}")]
    [InlineData("{{ if plan.Inner && plan.Inner.Note }}{{ Shout.Of(plan.Inner.Note) }}{{ end }}")]
    [InlineData("{{ if !plan.Note }}a{{ else }}{{ Shout.Of(plan.Note) }}{{ end }}")]
    [InlineData("{{ if plan.Note != null }}{{ Shout.Of(plan.Note) }}{{ end }}")]
    [InlineData("{{ if plan.Note == null || plan.Inner == null }}a{{ else }}{{ Shout.Of(plan.Note) }}{{ plan.Inner.Name }}{{ end }}")]
    [InlineData("{{ plan.Note ? Shout.Of(plan.Note) : \"\" }}")]
    [InlineData("{{ if plan.Age }}{{ plan.Age }}{{ end }}")]
    public void WhatATemplateHasAsked_TheCompilerKnows(string body) =>
        Assert.Empty(TemplateRun.Of(("Test.sbn-cs", "{{ func Main(plan) }}" + body + "{{ end }}")).CompilerDiagnostics);

    [Fact]
    public void ANumber_IsNoCondition() =>
        Assert.Contains(
            TemplateRun.Of(("Test.sbn-cs", "{{ func Main(plan) }}{{ if plan.Count }}a{{ end }}{{ end }}")).CompilerDiagnostics,
            diagnostic => diagnostic.Severity == DiagnosticSeverity.Error);

    [Fact]
    public void TwoFolders_AreTranslatedToTheSameText() => Assert.Equal(TextIn("/home/ann/clone"), TextIn("/srv/build/a-longer-name"));

    [Theory]
    [InlineData("/src/P/", "/obj/P/release/", "", "../../../../../src/P/Templates/Test.sbn-cs")]
    [InlineData("/src/P/", "obj/release/", "", "../../../../Templates/Test.sbn-cs")]
    [InlineData("/src/P/", "obj/release/", "true", "../../../Templates/Test.sbn-cs")]
    public void Line_NamesTheTemplateFromWhereTheCompilerPutsTheFile(string project, string intermediate, string emits, string expected)
    {
        var properties = new BuildProperties(
            ("ProjectDir", project),
            ("IntermediateOutputPath", intermediate),
            ("EmitCompilerGeneratedFiles", emits),
            ("CompilerGeneratedFilesOutputPath", "gen"));
        string text = TemplateRun
            .Of(
                properties,
                ("Test.vocabulary", TemplateRun.Vocabulary),
                (project + "Templates/Test.sbn-cs", "{{ func Main(plan) }}a{{ end }}"))
            .Result.GeneratedSources.Single()
            .SourceText.ToString();

        Assert.Contains($"\"{expected}\"", text);
    }

    private static string TextIn(string folder)
    {
        var properties = new BuildProperties(
            ("ProjectDir", folder + "/src/P/"),
            ("IntermediateOutputPath", folder + "/artifacts/obj/P/release/"));
        return TemplateRun
            .Of(
                properties,
                ("Test.vocabulary", TemplateRun.Vocabulary),
                (folder + "/src/P/Test.sbn-cs", "{{ func Main(plan) }}{{ plan.Name }}{{ end }}"))
            .Result.GeneratedSources.Single()
            .SourceText.ToString();
    }
}
