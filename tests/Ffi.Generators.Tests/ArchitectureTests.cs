using System.Text.RegularExpressions;
using Ffi.Tests.Testing;

namespace Ffi.Generators.Tests;

/// <summary>Where things may stand in the generator's sources.</summary>
public partial class ArchitectureTests
{
    private static readonly string[] s_roslynFolders = ["Reading", "Analysis", "Liveness"];

    public static TheoryData<string> Files =>
        [.. Directory.EnumerateFiles(Repository.PathOf("src/Ffi.Generators"), "*.cs", SearchOption.AllDirectories).Select(Relative).Order(StringComparer.Ordinal)];

    [Theory, MemberData(nameof(Files))]
    public void Roslyn_IsMentionedOnlyWhereSymbolsAreRead(string file)
    {
        bool mayMention = s_roslynFolders.Contains(FolderOf(file)) || file.EndsWith("Generator.cs", StringComparison.Ordinal) || file == "CallSitePipeline.cs";

        Assert.True(mayMention || !TextOf(file).Contains("Microsoft.CodeAnalysis"), $"{file} must not know Roslyn.");
    }

    /// <summary>Planning names things and spells expressions; what is a statement or a declaration is a template.</summary>
    [Theory, MemberData(nameof(Files))]
    public void Templates_StandInEmissionOnly(string file)
    {
        string text = TextOf(file);

        Assert.True(FolderOf(file) == "Emission" || !(text.Contains("\"\"\"") || text.Contains(";\"") || text.Contains("Code.Of(")), $"{file} writes C#.");
    }

    [Theory, MemberData(nameof(Files))]
    public void Stages_DependInOneDirection(string file)
    {
        string[] forbidden = FolderOf(file) switch
        {
            "Model" => ["Reading", "Planning", "Emission", "Analysis", "Liveness"],
            "Reading" => ["Planning", "Emission", "Analysis", "Liveness"],
            "Planning" => ["Reading", "Emission", "Analysis", "Liveness"],
            "Emission" => ["Reading", "Analysis", "Liveness"],
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

        // The shapes are part of emission, and their folder only gathers them; the flow analysis has stages of its own.
        string folder = FolderOf(file) == "Liveness" ? file[..file.LastIndexOf('/')].Replace('/', '.') : FolderOf(file);
        Assert.Equal(folder.Length == 0 ? "Ffi.Generators" : $"Ffi.Generators.{folder}", Namespace().Match(TextOf(file)).Groups[1].Value);
    }

    [Theory, MemberData(nameof(Files))]
    public void LineEnds_AreNotTheMachines(string file) => Assert.DoesNotContain("Environment.NewLine", TextOf(file));

    private static string Relative(string path) => Path.GetRelativePath(Repository.PathOf("src/Ffi.Generators"), path).Replace('\\', '/');

    private static string TextOf(string file) => File.ReadAllText(Repository.PathOf("src/Ffi.Generators/" + file));

    private static string FolderOf(string file) => file.Contains('/') ? file[..file.IndexOf('/')] : "";

    [GeneratedRegex(@"^namespace ([\w.]+);", RegexOptions.Multiline)]
    private static partial Regex Namespace();
}
