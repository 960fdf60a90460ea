using System.Collections.Immutable;
using System.Reflection;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace Ffi.Templates.Tests.Testing;

/// <summary>Translates templates, compiles what comes out, and runs it.</summary>
internal sealed class TemplateRun
{
    public const string Vocabulary = """
        namespace Translated
        using Ffi.Templates.Tests.Testing

        plan: Plan
        inner: Plan?
        animal: Animal
        animals: Animal[]
        depth: int
        note: string?
        """;

    private static readonly CSharpParseOptions s_parseOptions = new(LanguageVersion.Preview);

    private static readonly string s_framework = Path.GetDirectoryName(typeof(object).Assembly.Location)!;

    private static readonly CSharpCompilation s_empty = CSharpCompilation.Create(
        "Translated",
        references: ((string)AppContext.GetData("TRUSTED_PLATFORM_ASSEMBLIES")!).Split(Path.PathSeparator)
            .Where(path => Path.GetDirectoryName(path) == s_framework)
            .Append(typeof(TemplateRun).Assembly.Location)
            .Select(path => MetadataReference.CreateFromFile(path)),
        options: new CSharpCompilationOptions(OutputKind.DynamicallyLinkedLibrary));

    private readonly List<AdditionalText> _files;
    private GeneratorDriver _driver;
    private Compilation _output = s_empty;

    private TemplateRun(IEnumerable<AdditionalText> files, BuildProperties properties)
    {
        _files = [.. files];
        _driver = CSharpGeneratorDriver.Create(
            [new TemplateGenerator().AsSourceGenerator()],
            _files,
            s_parseOptions,
            properties,
            new GeneratorDriverOptions(IncrementalGeneratorOutputKind.None, trackIncrementalGeneratorSteps: true));
    }

    public GeneratorRunResult Result => _driver.GetRunResult().Results.Single();

    /// <summary>What the generator says.</summary>
    public ImmutableArray<Diagnostic> Problems => Result.Diagnostics;

    /// <summary>What the compiler says, warnings included.</summary>
    public ImmutableArray<Diagnostic> CompilerDiagnostics =>
        [.. _output.GetDiagnostics().Where(diagnostic => diagnostic.Severity >= DiagnosticSeverity.Warning)];

    /// <summary>Templates beside the vocabulary above.</summary>
    public static TemplateRun Of(params (string Path, string Text)[] files) =>
        Of(new BuildProperties(), [("Test.vocabulary", Vocabulary), .. files]);

    public static TemplateRun Of(BuildProperties properties, params (string Path, string Text)[] files) =>
        new TemplateRun(files.Select(file => new Text(file.Path, file.Text)), properties).Run();

    /// <summary>What a function <c>Main</c> with this body and a parameter <c>plan</c> writes.</summary>
    public static string Render(string body, Plan plan) =>
        Of(("Test.sbn-cs", "{{ func Main(plan) }}" + body + "{{ end }}")).Call("Main", plan);

    /// <summary>The run behind an edit of one file.</summary>
    public TemplateRun Edit(string path, string text)
    {
        AdditionalText edited = new Text(path, text);
        int index = _files.FindIndex(file => file.Path == path);
        _driver = _driver.ReplaceAdditionalText(_files[index], edited);
        _files[index] = edited;
        return Run();
    }

    /// <summary>What a function of <c>Test.sbn-cs</c> writes.</summary>
    public string Call(string function, params object?[] arguments)
    {
        using var assembly = new MemoryStream();
        Assert.Empty(Problems);
        var emitted = _output.Emit(assembly);
        Assert.True(emitted.Success, string.Join('\n', emitted.Diagnostics));
        MethodInfo method = Assembly.Load(assembly.ToArray()).GetType("Translated.TestTemplate", throwOnError: true)!.GetMethod(function)!;
        return Layout.Of(
            (layout, values) => method.Invoke(null, BindingFlags.DoNotWrapExceptions, null, [layout, .. values], null), arguments);
    }

    private TemplateRun Run()
    {
        _driver = _driver.RunGeneratorsAndUpdateCompilation(s_empty, out _output, out _);
        return this;
    }
}
