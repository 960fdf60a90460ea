using Ffi.Templates.Tests.Testing;

namespace Ffi.Templates.Tests;

/// <summary>What goes beyond Scriban: a case tells types, and the word then is of that type.</summary>
public class CaseTests
{
    private const string Template = """
        {{ func Main(animal) -}}
        {{- case animal -}}
        {{- when Cat }}{{ animal.Name }} has {{ animal.Lives }} lives
        {{- when Dog }}{{ animal.Name }} is {{ animal.Owner }}'s
        {{- else }}{{ animal.Name }} sings
        {{- end -}}
        {{- end }}

        {{ func Each(plan) }}
        {{ for one in plan.Animals }}
        {{ case one }}
        {{ when Cat, Dog }}
        {{ Main(one) }}
        {{ when Bird }}
        {{ if plan.IsOpen }}
        {{ case plan.Size }}
        {{ when Size.Small }}
        small {{ one.Name }}
        {{ else }}
        large {{ one.Name }}
        {{ end }}
        {{ end }}
        {{ end }}
        {{ end }}
        {{ end }}
        """;

    [Fact]
    public void ACase_NarrowsItsWord()
    {
        TemplateRun run = TemplateRun.Of(("Test.sbn-cs", Template));

        Assert.Empty(run.CompilerDiagnostics);
        Assert.Equal("Tom has 9 lives\n", run.Call("Main", new Cat("Tom", 9)));
        Assert.Equal("Rex is Ann's\n", run.Call("Main", new Dog("Rex", "Ann")));
        Assert.Equal("Tweety sings\n", run.Call("Main", new Bird("Tweety")));
    }

    [Fact]
    public void CasesInLoopsAndCases_NarrowWhatTheyStandIn()
    {
        TemplateRun run = TemplateRun.Of(("Test.sbn-cs", Template));

        Assert.Equal("Tom has 9 lives\nRex is Ann's\n", run.Call("Each", new Plan()));
        Assert.Equal("Tom has 9 lives\nRex is Ann's\nsmall Tweety\n", run.Call("Each", new Plan { IsOpen = true }));
        Assert.Equal("Tom has 9 lives\nRex is Ann's\nlarge Tweety\n", run.Call("Each", new Plan { IsOpen = true, Size = Size.Large }));
    }
}
