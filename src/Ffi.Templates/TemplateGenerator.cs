using System.Collections.Immutable;
using System.Text;
using Ffi.Templates.Problems;
using Ffi.Templates.Reading;
using Ffi.Templates.Translating;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Text;

namespace Ffi.Templates;

/// <summary>Turns the Scriban templates of a project into C#, a file each, so that they are checked and run as C#.</summary>
[Generator(LanguageNames.CSharp)]
public sealed class TemplateGenerator : IIncrementalGenerator
{
    /// <inheritdoc/>
    public void Initialize(IncrementalGeneratorInitializationContext context)
    {
        IncrementalValuesProvider<TemplateFile> files = Files(context, TemplateFile.TemplateExtension).WithTrackingName(StepNames.Read);
        IncrementalValueProvider<ImmutableArray<string>> paths = files
            .Select(static (file, _) => file.Path)
            .Collect()
            .WithComparer(SequenceComparer.Instance);
        IncrementalValueProvider<Vocabulary> vocabulary = Files(context, TemplateFile.VocabularyExtension)
            .Collect()
            .Select(static (files, _) => VocabularyReader.Read(files));
        IncrementalValueProvider<LinePaths> linePaths = context.AnalyzerConfigOptionsProvider
            .Select(static (options, _) => LinePaths.Read(options.GlobalOptions));

        IncrementalValuesProvider<Translation> translations = files
            .Combine(paths.Combine(vocabulary).Combine(linePaths))
            .Select(static (pair, _) => Translate(pair.Left, pair.Right.Left.Left, pair.Right.Left.Right, pair.Right.Right))
            .WithTrackingName(StepNames.Translate);

        context.RegisterSourceOutput(translations, static (output, translation) =>
        {
            Report(output, translation.Problems);
            if (translation.Code is { } code)
            {
                output.AddSource(translation.Name + ".g.cs", SourceText.From(code, Encoding.UTF8));
            }
        });
        context.RegisterSourceOutput(vocabulary, static (output, vocabulary) => Report(output, vocabulary.Problems));
    }

    private static IncrementalValuesProvider<TemplateFile> Files(IncrementalGeneratorInitializationContext context, string extension) =>
        context.AdditionalTextsProvider
            .Where(file => file.Path.EndsWith(extension, StringComparison.OrdinalIgnoreCase))
            .Select(TemplateFile.Read);

    private static Translation Translate(TemplateFile file, ImmutableArray<string> paths, Vocabulary vocabulary, LinePaths linePaths)
    {
        ILookup<string, string> byName = paths.ToLookup(Path.GetFileNameWithoutExtension, StringComparer.OrdinalIgnoreCase);
        string first = byName[file.Name].OrderBy(static path => path, StringComparer.Ordinal).First();
        if (first == file.Path)
        {
            return FileTranslator.Translate(
                file,
                new HashSet<string>(paths.Select(Path.GetFileNameWithoutExtension)),
                vocabulary,
                linePaths);
        }

        TemplateProblem problem = TemplateProblem.At(
            Descriptors.Name, file.Path, file.ToSourceText(), new TextSpan(0, 0), $"There is a template of this name already: '{first}'.");
        return new(file.Name, null, [problem]);
    }

    private static void Report(SourceProductionContext output, ImmutableArray<TemplateProblem> problems)
    {
        foreach (TemplateProblem problem in problems)
        {
            output.ReportDiagnostic(problem.ToDiagnostic());
        }
    }
}
