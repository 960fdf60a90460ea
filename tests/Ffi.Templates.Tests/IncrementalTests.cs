using Ffi.Templates.Tests.Testing;
using Microsoft.CodeAnalysis;

namespace Ffi.Templates.Tests;

/// <summary>Editing a template translates that one anew.</summary>
public class IncrementalTests
{
    private static readonly (string, string)[] s_files =
    [
        ("One.sbn-cs", "{{ func Main(plan) }}{{ Two.Main(plan) }}{{ end }}"),
        ("Two.sbn-cs", "{{ func Main(plan) }}{{ plan.Name }}{{ end }}"),
        ("Three.sbn-cs", "{{ func Main(animal) }}{{ animal.Name }}{{ end }}"),
    ];

    [Fact]
    public void EditingATemplate_LeavesTheOthersCached() => Assert.Equal(
        [("One", IncrementalStepRunReason.Cached), ("Three", IncrementalStepRunReason.Cached), ("Two", IncrementalStepRunReason.Modified)],
        Outputs(TemplateRun.Of(s_files).Edit("Two.sbn-cs", "{{ func Main(plan) }}{{ plan.Count }}{{ end }}")));

    [Fact]
    public void AnEdit_IsSeen()
    {
        TemplateRun run = TemplateRun.Of(("Test.sbn-cs", "{{ func Main(plan) }}a{{ end }}"));

        Assert.Equal("a\n", run.Call("Main", new Plan()));
        Assert.Equal("b\n", run.Edit("Test.sbn-cs", "{{ func Main(plan) }}b{{ end }}").Call("Main", new Plan()));
    }

    [Fact]
    public void AnotherWord_LeavesAllOutputsCached() => Assert.All(
        Outputs(TemplateRun.Of(s_files).Edit("Test.vocabulary", TemplateRun.Vocabulary + "\nanother: int")),
        output => Assert.Equal(IncrementalStepRunReason.Cached, output.Reason));

    [Fact]
    public void AWordsNewType_ChangesTheTemplatesThatUseIt() => Assert.Equal(
        [("One", IncrementalStepRunReason.Cached), ("Three", IncrementalStepRunReason.Modified), ("Two", IncrementalStepRunReason.Cached)],
        Outputs(TemplateRun.Of(s_files).Edit("Test.vocabulary", TemplateRun.Vocabulary.Replace("animal: Animal", "animal: Cat"))));

    [Fact]
    public void RunningAgain_TranslatesNothing()
    {
        TemplateRun run = TemplateRun.Of(s_files).Edit("One.sbn-cs", s_files[0].Item2);

        Assert.All(
            run.Result.TrackedSteps[StepNames.Translate].SelectMany(step => step.Outputs),
            output => Assert.Equal(IncrementalStepRunReason.Cached, output.Reason));
    }

    private static IEnumerable<(string Name, IncrementalStepRunReason Reason)> Outputs(TemplateRun run) =>
        run
            .Result.TrackedOutputSteps.SelectMany(pair => pair.Value)
            .Where(step => step.Inputs[0].Source.Name == StepNames.Translate)
            .Select(step =>
                (
                    Path.GetFileNameWithoutExtension(
                        ((Translating.Translation)step.Inputs[0].Source.Outputs[step.Inputs[0].OutputIndex].Value).Name),
                    step.Outputs[0].Reason))
            .Order();
}
