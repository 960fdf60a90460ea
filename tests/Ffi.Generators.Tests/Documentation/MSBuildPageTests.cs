using System.Text.RegularExpressions;
using System.Xml.Linq;
using Ffi.Tests.Testing;

namespace Ffi.Generators.Tests.Documentation;

/// <summary>docs/reference/msbuild.md names every property, item and metadata value by which a project and the package talk to each
/// other.</summary>
public partial class MSBuildPageTests
{
    // A parameter of Ffi's own tests, which run without the package.
    private const string FolderOfDigests = "FfiHeadersFolder";

    // What the SDK compiles.
    private const string SourcesOfAnyProject = "Compile";

    private static readonly string s_page = File.ReadAllText(Repository.PathOf("docs/reference/msbuild.md")).ReplaceLineEndings("\n");

    private static readonly XElement[] s_elements =
        [.. Directory.GetFiles(Repository.PathOf("src/Ffi/build")).SelectMany(file => XDocument.Load(file).Descendants())];

    public static TheoryData<string> Names => [.. Properties.Concat(Items).Concat(Metadata).Distinct().Order(StringComparer.Ordinal)];

    // Names that begin with an underscore are the package's own.
    private static IEnumerable<string> Properties =>
        s_elements
            .Where(element => element.Parent?.Name.LocalName == "PropertyGroup")
            .Select(element => element.Name.LocalName)
            .Concat(
                s_elements
                    .Where(element => element.Name.LocalName == "CompilerVisibleProperty")
                    .Select(element => element.Attribute("Include")!.Value))
            .Where(name => !name.StartsWith('_') && name != FolderOfDigests);

    private static IEnumerable<string> Items =>
        Texts.SelectMany(text => Item().Matches(text))
            .Select(match => match.Groups[1].Value)
            .Where(name => !name.StartsWith('_') && name != SourcesOfAnyProject);

    private static IEnumerable<string> Metadata =>
        Texts
            .SelectMany(text => BindingMetadata().Matches(text))
            .Select(match => match.Groups[1].Value)
            .Except(["Arguments", "Folder", "Identity", "FullPath"]);

    private static IEnumerable<string> Texts => s_elements.SelectMany(element => element.Attributes()).Select(attribute => attribute.Value);

    [Theory, MemberData(nameof(Names))]
    public void Page_NamesIt(string name) => Assert.Matches($@"`[^`\n]*\b{Regex.Escape(name)}\b[^`\n]*`", s_page);

    [Fact]
    public void Names_AreThoseOfTheFiles()
    {
        Assert.Contains("FfiCommand", Properties);
        Assert.Contains("RunAnalyzers", Properties);
        Assert.Contains("FfiHeader", Items);
        Assert.Contains("IncludeFolders", Metadata);
    }

    [GeneratedRegex(@"@\((\w+)")]
    private static partial Regex Item();

    [GeneratedRegex(@"%\((?:_FfiBinding|NativeHeader)\.(\w+)\)")]
    private static partial Regex BindingMetadata();
}
