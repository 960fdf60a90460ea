using System.Text.RegularExpressions;
using Ffi.Tests.Testing;

namespace Ffi.Generators.Tests;

/// <summary>Where things may be in the generator's sources.</summary>
public partial class ArchitectureTests
{
    private static readonly string[] s_roslynFolders = ["Reading", "Analysis"];

    public static TheoryData<string> Files =>
        [
            .. Directory
                .EnumerateFiles(Repository.PathOf("src/Ffi.Generators"), "*.cs", SearchOption.AllDirectories)
                .Select(Relative)
                .Order(StringComparer.Ordinal),
        ];

    public static TheoryData<string> Templates => [.. TemplateFiles];

    private static IEnumerable<string> TemplateFiles =>
        Directory
            .EnumerateFiles(Repository.PathOf("src/Ffi.Generators/Emission"), "*.sbn-cs", SearchOption.AllDirectories)
            .Select(Relative)
            .Order(StringComparer.Ordinal);

    [Theory, MemberData(nameof(Files))]
    public void Roslyn_IsMentionedOnlyWhereSymbolsAreRead(string file)
    {
        bool mayMention =
            s_roslynFolders.Contains(FolderOf(file))
            || file.EndsWith("Generator.cs", StringComparison.Ordinal)
            || file is "CallSitePipeline.cs" or "NamedFiles.cs";

        Assert.True(mayMention || !TextOf(file).Contains("Microsoft.CodeAnalysis"), $"{file} must not know Roslyn.");
    }

    /// <summary>Planning names things and spells expressions; what is a statement or a declaration is a template file.</summary>
    [Theory, MemberData(nameof(Files))]
    public void Text_StandsInTemplatesOnly(string file)
    {
        Assert.False(Statement().IsMatch(TextOf(file)), $"{file} writes C#.");
    }

    [Theory, MemberData(nameof(Templates))]
    public void Template_BeginsWithWhatItWrites(string file) =>
        Assert.Matches(@"\A\{\{# [^#]+\. #\}\}\n", TextOf(file).ReplaceLineEndings("\n"));

    [Fact]
    public void Words_AreUsed()
    {
        string templates = string.Concat(TemplateFiles.Select(TextOf));

        Assert.All(
            Word().Matches(TextOf("Emission/Templates/Emission.vocabulary")),
            word => Assert.Matches($@"func \w+\((?:\w+, )*{word.Groups[1].Value}[,)]", templates));
    }

    [Theory, MemberData(nameof(Files))]
    public void Stages_DependInOneDirection(string file)
    {
        string[] forbidden = FolderOf(file) switch
        {
            "Model" => ["Reading", "Planning", "Emission", "Analysis"],
            "Reading" => ["Planning", "Emission", "Analysis"],
            "Planning" => ["Reading", "Emission", "Analysis"],
            "Emission" => ["Reading", "Analysis"],
            "Analysis" => ["Emission"],
            _ => [],
        };

        Assert.DoesNotContain(forbidden, stage => TextOf(file).Contains($"using Ffi.Generators.{stage}"));
    }

    [Theory, MemberData(nameof(Files))]
    public void Namespace_IsTheFolder(string file)
    {
        if (file == "Polyfills.cs")
        {
            return;
        }

        // The shapes are part of emission, and their folder only gathers them.
        string folder = FolderOf(file);
        Assert.Equal(folder.Length == 0 ? "Ffi.Generators" : $"Ffi.Generators.{folder}", Namespace().Match(TextOf(file)).Groups[1].Value);
    }

    [Theory, MemberData(nameof(Files))]
    public void LineEnds_AreNotTheMachines(string file) => Assert.DoesNotContain("Environment.NewLine", TextOf(file));

    private static string Relative(string path) => Path.GetRelativePath(Repository.PathOf("src/Ffi.Generators"), path).Replace('\\', '/');

    private static string TextOf(string file) => File.ReadAllText(Repository.PathOf("src/Ffi.Generators/" + file));

    private static string FolderOf(string file) => file.Contains('/') ? file[..file.IndexOf('/')] : "";

    [GeneratedRegex(@"^namespace ([\w.]+);", RegexOptions.Multiline)]
    private static partial Regex Namespace();

    // A raw literal, or a text that ends a statement and not a character of XML.
    [GeneratedRegex(@"""{3}|(?<!&\w+);""")]
    private static partial Regex Statement();

    [GeneratedRegex(@"^(\w+):", RegexOptions.Multiline)]
    private static partial Regex Word();
}
