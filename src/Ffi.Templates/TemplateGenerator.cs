using System.Collections.Immutable;
using System.Text;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Text;
using Scriban;

namespace Ffi.Templates;

/// <summary>Turns the Scriban templates of this project into C#, so that they are checked and run as C#.</summary>
[Generator(LanguageNames.CSharp)]
public sealed class TemplateGenerator : IIncrementalGenerator
{
    private static readonly DiagnosticDescriptor s_broken = new(
        "FFIT001", "A template can't be translated", "{0}", "Templates", DiagnosticSeverity.Error, isEnabledByDefault: true);

    /// <inheritdoc/>
    public void Initialize(IncrementalGeneratorInitializationContext context)
    {
        IncrementalValueProvider<ImmutableArray<(string Path, string Text)>> files = context.AdditionalTextsProvider
            .Where(static file => file.Path.EndsWith(".sbn-cs", StringComparison.Ordinal) || Path.GetFileName(file.Path) == "words.txt")
            .Select(static (file, cancellation) => (file.Path, file.GetText(cancellation)!.ToString().Replace("\r\n", "\n")))
            .Collect();
        context.RegisterSourceOutput(files, static (output, files) =>
        {
            Dictionary<string, string> words = files.Where(static file => file.Path.EndsWith("words.txt", StringComparison.Ordinal))
                .SelectMany(static file => file.Text.Split('\n'))
                .Select(static line => line.Split([": "], StringSplitOptions.None))
                .Where(static parts => parts.Length == 2)
                .ToDictionary(static parts => parts[0], static parts => parts[1]);
            (string Name, string Path, string Text)[] templates =
                [.. files.Where(static file => file.Path.EndsWith(".sbn-cs", StringComparison.Ordinal)).Select(static file => (Path.GetFileNameWithoutExtension(file.Path), file.Path, file.Text))];
            HashSet<string> names = [.. templates.Select(static template => template.Name), "Members"];
            foreach ((string name, string path, string text) in templates)
            {
                Template template = Template.Parse(text, path);
                try
                {
                    output.AddSource(name + ".g.cs", SourceText.From(new Translation(name, path, template, names, words).Text, Encoding.UTF8));
                }
                catch (NotSupportedException e)
                {
                    output.ReportDiagnostic(Diagnostic.Create(s_broken, location: null, e.Message));
                }
            }
        });
    }
}
