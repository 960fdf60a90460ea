using Ffi.Templates.Tests.Testing;

namespace Ffi.Templates.Tests;

/// <summary>What is translated writes what Scriban's interpreter writes.</summary>
public class ConformanceTests
{
    private static readonly Plan[] s_plans =
    [
        new(),
        new("b") { Note = "", Words = [], Count = 1, IsOpen = true, Size = Size.Large, Age = 0, Inner = new("deep") },
        new("a") { Note = "text", Words = ["x"], Count = 2, Inner = new("deeper") { IsOpen = true } },
    ];

    public static TheoryData<string> Lines =>
        [
            "a{{ plan.Name }}b", "{{ plan.Count }}/{{ plan.Age }}/{{ plan.Note }}.", "{{ if plan.Note }}yes{{ else }}no{{ end }}",
            "{{ if plan.Age }}yes{{ else }}no{{ end }}", "{{ if plan.IsOpen }}yes{{ end }}.", "{{ if !plan.IsOpen }}yes{{ end }}.",
            "{{ if plan.IsOpen && plan.Note }}both{{ end }}.", "{{ if !(plan.IsOpen || plan.Inner) }}neither{{ end }}.",
            "{{ if plan.Inner && plan.Inner.IsOpen }}deep{{ end }}.",
            "{{ if plan.Count > 1 }}many{{ else if plan.Count == 1 }}one{{ else }}none{{ end }}",
            "{{ if plan.Count >= 1 && plan.Count < 2 }}one{{ end }}.",
            "{{ if plan.Count <= 1 }}few{{ end }}{{ if plan.Count != 1 }}, not one{{ end }}.", "{{ if plan.Note == null }}null{{ end }}.",
            "{{ if plan.Name == \"b\" }}bee{{ end }}.", "{{ if true }}t{{ end }}{{ if false }}f{{ end }}{{ if null }}n{{ end }}",
            "{{ if \"\" }}an empty text is there{{ end }}",
            "{{ for word in plan.Words }}{{ if !for.first }}, {{ end }}{{ for.index }}:{{ word }}{{ end }}.",
            "{{ for word in plan.Words }}{{ if for.even }}e{{ end }}{{ if for.odd }}o{{ end }}{{ end }}.",
            "{{ for a in plan.Words }}{{ for b in plan.Words }}{{ if for.first }}({{ end }}{{ b }}{{ end }}{{ if for.first }}!{{ end }}{{ end }}.",
            "{{ for number in 1..3 }}{{ number }}{{ end }}", "{{ for number in (0..<3) }}{{ number * 2 }};{{ end }}",
            "{{ for number in 0..plan.Count }}{{ number }}{{ end }}",
            "{{ for word in plan.Words }}{{ case word }}{{ when \"one\" }}1{{ when \"two\", \"three\" }}2-3{{ else }}?{{ end }}{{ end }}.",
            "{{ case plan.Size }}{{ when Size.Small }}s{{ when Size.Large }}l{{ end }}",
            "{{ case plan.Count }}{{ when 1 }}one{{ else }}{{ case plan.Name }}{{ when \"a\" }}a{{ end }}{{ end }}.",
            "{{ case plan.Note }}{{ when null }}null{{ else }}text{{ end }}", "{{ plan.Name[0] }}",
            "{{ plan.Count + 2 * 3 - 1 }} {{ (plan.Count + 2) * 3 }} {{ -plan.Count + 1 }}", "{{ plan.IsOpen ? \"open\" : \"shut\" }}",
            "{{ plan.Name + \"!\" }}{{ '\"single\"' }}{{ \"a\\tb\\\\\" }}",
            "{{ Shout.Of(plan.Name) }}{{ Shout.Of(\"a\" + plan.Name) }}{{ Shout.Of plan.Name }}", "a  {{- plan.Name -}}  b",
            "a  {{~ plan.Name ~}}  b", "a{{# a comment #}}b{{ # another\n }}c", "{%{a {{ is no hole }} b}%}", "{{ plan.Name; plan.Count }}",
            "{{ Name(plan) }}{{ end }}{{ func Name(plan) }}<{{ plan.Name }}>",
            "{{ wrap Around(plan) }}[{{ plan.Count }}]{{ end }}{{ end }}{{ func Around(plan) }}<{{ plan.Name }}{{ $$ }}{{ $$ }}>",
            "{{ wrap Around }}[{{ plan.Count }}]{{ end }}{{ end }}{{ func Around }}<{{ $$ }}>",
        ];

    public static TheoryData<string> Blocks =>
    [
        "a\n{{ if plan.IsOpen }}\n  open {{ plan.Name }}\n{{ else }}\n  shut\n{{ end }}\nb\n",
        "{\n    {{ for word in plan.Words }}\n    {{ word }};\n    {{ end }}\n}\n",
        "({{- for word in plan.Words }}\n  {{ word }},\n{{ end -}}\n)",
        "{{ for word in plan.Words ~}}\n  {{ word }}\n{{~ end }}\n",
        "a\r\n{{ plan.Name }}\r\n{{~ if plan.IsOpen ~}}\r\n  open\r\n{{~ end ~}}\r\nb\r\n",
        "{{ case plan.Size }}\n{{ when Size.Small }}\n  small\n{{ when Size.Large }}\n  large\n{{ end }}\n",
    ];

    /// <summary>The interpreter would take the innermost, and so itself without end.</summary>
    [Fact]
    public void ABlock_IsThatOfTheFunctionItStandsIn() =>
        Assert.Equal(
            "<(name)>\n",
            TemplateRun.Render(
                "{{ wrap Around }}{{ plan.Name }}{{ end }}{{ end }}{{ func Around }}<{{ wrap Inner }}({{ $$ }}){{ end }}>{{ end }}{{ func Inner }}{{ $$ }}",
                s_plans[0]));

    [Fact]
    public void AnEmptyFile_IsAClassWithoutFunctions() => Assert.Empty(TemplateRun.Of(("Test.sbn-cs", "")).CompilerDiagnostics);

    [Theory, MemberData(nameof(Lines))]
    public void ALine_IsTheInterpreters(string body)
    {
        foreach (Plan plan in s_plans)
        {
            Assert.Equal(Interpreted(body, plan), TemplateRun.Render(body, plan).TrimEnd('\n'));
        }
    }

    /// <summary>Indentation and blank lines are the layout's own; LayoutTests has those.</summary>
    [Theory, MemberData(nameof(Blocks))]
    public void ABlock_HasTheInterpretersLines(string body)
    {
        foreach (Plan plan in s_plans)
        {
            Assert.Equal(LinesOf(Interpreted(body, plan)), LinesOf(TemplateRun.Render(body, plan)));
        }
    }

    private static string Interpreted(string body, Plan plan) =>
        Interpreter.Render("{{ func Main(plan) }}" + body + "{{ end }}{{ Main(plan) }}", plan);

    private static string[] LinesOf(string text) => [.. text.Split('\n').Select(line => line.Trim()).Where(line => line.Length > 0)];
}
