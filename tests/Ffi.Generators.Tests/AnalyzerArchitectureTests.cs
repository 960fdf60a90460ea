using System.Text.RegularExpressions;
using Ffi.Tests.Testing;

namespace Ffi.Generators.Tests;

/// <summary>Where things may be in the analyzers' sources.</summary>
public partial class AnalyzerArchitectureTests
{
    private const string Root = "src/Ffi.Analyzers";
    private const int MostLines = 200;
    private const int MostFilesOfARule = 10;

    public static TheoryData<string> Files => [.. SourceFiles];

    public static TheoryData<string> LivenessFiles =>
        [.. SourceFiles.Where(file => file.StartsWith("Liveness/", StringComparison.Ordinal))];

    private static IEnumerable<string> SourceFiles =>
        Directory.EnumerateFiles(Repository.PathOf(Root), "*.cs", SearchOption.AllDirectories)
            .Select(path => Path.GetRelativePath(Repository.PathOf(Root), path).Replace('\\', '/')).Order(StringComparer.Ordinal);

    [Theory, MemberData(nameof(Files))]
    public void Namespace_IsTheFolder(string file) =>
        Assert.Equal(("Ffi.Analyzers/" + FolderOf(file)).TrimEnd('/').Replace('/', '.'), Namespace().Match(TextOf(file)).Groups[1].Value);

    /// <summary>What has one concern fits; the comparison with headers has tables of its own.</summary>
    [Theory, MemberData(nameof(LivenessFiles))]
    public void File_IsShort(string file) => Assert.InRange(File.ReadLines(PathOf(file)).Count(), 1, MostLines);

    /// <summary>What is in a row is further from the source; nothing uses what comes before it.</summary>
    [Fact]
    public void Folders_DependInOneDirection()
    {
        string[] order = ["", "Rules", "Walking", "Reading", "Apply", "Effects", "Events", "Flow", "Knowledge", "Doubts"];
        string[] known = [.. SourceFiles.Where(file => file.StartsWith("Liveness", StringComparison.Ordinal)).Select(FolderOf).Distinct()];

        Assert.Equal(order.Select(folder => $"Liveness/{folder}".TrimEnd('/')).Order(), known.Order());
        Assert.All(SourceFiles.Where(file => file.StartsWith("Liveness/", StringComparison.Ordinal)), file =>
        {
            int own = Array.IndexOf(order, FolderOf(file)["Liveness".Length..].TrimStart('/'));
            Assert.DoesNotContain(order[..own], folder => TextOf(file).Contains($"using Ffi.Analyzers.Liveness.{folder};"));
        });
    }

    /// <summary>From the method to the report of FFI1001: who calls or makes what, each file once.</summary>
    [Fact]
    public void Rule_CanBeFollowedThroughTenFiles()
    {
        (string File, string Next)[] way =
        [
            ("Liveness/LivenessAnalyzer.cs", "MethodWalk"),
            ("Liveness/MethodWalk.cs", "FlowWalker"),
            ("Liveness/Walking/FlowWalker.cs", "moment.Read"),
            ("Liveness/Reading/Reader.cs", "Assignments.Read"),
            ("Liveness/Reading/Assignments.cs", "FixedReader.Read"),
            ("Liveness/Reading/FixedReader.cs", "Things.Make"),
            ("Liveness/Apply/Applying.cs", "Endings.Finish"),
            ("Liveness/Apply/Endings.cs", "new UseEvent"),
            ("Liveness/Judgement.cs", "rule.Judge"),
            ("Liveness/Rules/FixedPointerEscapes.cs", "UseEvent"),
        ];

        Assert.All(way, step => Assert.Contains(step.Next, TextOf(step.File)));
        Assert.InRange(way.Length, 1, MostFilesOfARule);
    }

    [Theory, MemberData(nameof(Files))]
    public void States_AreMadeByApplyAlone(string file)
    {
        bool mayMake = FolderOf(file) is "Liveness/Apply" or "Liveness/Flow";

        Assert.True(mayMake || !NewState().IsMatch(TextOf(file)), $"{file} makes a state.");
    }

    /// <summary>The generator is asked what a declaration means, and nothing else of it is used.</summary>
    [Theory, MemberData(nameof(Files))]
    public void Generator_IsAskedForDeclarationsOnly(string file)
    {
        bool isLiveness = FolderOf(file).StartsWith("Liveness", StringComparison.Ordinal);
        string[] allowed = !isLiveness ? ["Analysis", "Reading", "Model", "Planning"] : ["Analysis", "Reading"];

        Assert.Subset(allowed.ToHashSet(), UsedOfGenerator().Matches(TextOf(file)).Select(match => match.Groups[1].Value).ToHashSet());
    }

    private static string PathOf(string file) => Repository.PathOf($"{Root}/{file}");

    private static string TextOf(string file) => File.ReadAllText(PathOf(file));

    private static string FolderOf(string file) => file.Contains('/') ? file[..file.LastIndexOf('/')] : "";

    [GeneratedRegex(@"^namespace ([\w.]+);", RegexOptions.Multiline)]
    private static partial Regex Namespace();

    [GeneratedRegex(@"\bstate with \{|\bState with \{|new FlowState")]
    private static partial Regex NewState();

    [GeneratedRegex(@"^using Ffi\.Generators\.(\w+)", RegexOptions.Multiline)]
    private static partial Regex UsedOfGenerator();
}
