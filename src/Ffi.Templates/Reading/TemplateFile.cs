using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Text;

namespace Ffi.Templates.Reading;

/// <summary>A file of templates or of words. Equal where path and text are.</summary>
internal sealed record TemplateFile(string Path, string Text)
{
    public const string TemplateExtension = ".sbn-cs";
    public const string VocabularyExtension = ".vocabulary";

    /// <summary>The name by which templates call what is in the file.</summary>
    public string Name => System.IO.Path.GetFileNameWithoutExtension(Path);

    public static TemplateFile Read(AdditionalText file, CancellationToken cancellation) =>
        new(file.Path, file.GetText(cancellation)?.ToString() ?? "");

    public SourceText ToSourceText() => SourceText.From(Text);
}
