using System.Text.RegularExpressions;
using Ffi.Tests.Testing;

namespace Ffi.Generators.Tests.Documentation;

/// <summary>Links inside the repository lead somewhere, and every page can be reached.</summary>
public partial class LinkTests
{
    public static TheoryData<string> Files => [.. MarkdownFile.All.Select(file => file.Path)];

    [Theory, MemberData(nameof(Files))]
    public void Links_LeadToWhatExists(string path) => Assert.Empty(Broken(MarkdownFile.Read(path)));

    [Fact]
    public void EveryPage_CanBeReachedFromTheReadme()
    {
        var reached = new HashSet<string>();
        var next = new Queue<string>(["README.md"]);
        while (next.TryDequeue(out string? path))
        {
            if (reached.Add(path))
            {
                MarkdownFile file = MarkdownFile.Read(path);
                foreach (string link in file.Links.Where(IsLocal))
                {
                    string target = TargetOf(file, link).Path;
                    string page = Directory.Exists(Repository.PathOf(target)) ? target + "/README.md" : target;
                    if (page.EndsWith(".md", StringComparison.Ordinal) && File.Exists(Repository.PathOf(page)))
                    {
                        next.Enqueue(page);
                    }
                }
            }
        }

        Assert.Empty(MarkdownFile.All.Select(file => file.Path).Except(reached));
    }

    [Theory, MemberData(nameof(Files))]
    public void Commands_NameProjectsThatExist(string path) => Assert.All(
        Project().Matches(File.ReadAllText(Repository.PathOf(path))),
        match => Assert.True(Directory.Exists(Repository.PathOf(match.Groups[1].Value)), match.Value));

    [Fact]
    public void BrokenLinks_AreFound()
    {
        MarkdownFile file = MarkdownFile.Parse("docs/page.md", """
            # A page, `code` and all
            [right](#a-page-code-and-all) [right](../README.md) [right](diagnostics) [elsewhere](https://example.org/nowhere) `[code](nowhere)`
            [wrong](nowhere.md) [wrong](#nowhere) [wrong](../README.md#nowhere) [wrong](../readme.md) <img src="nowhere.svg">
            """);

        Assert.Equal(["nowhere.md", "#nowhere", "../README.md#nowhere", "../readme.md", "nowhere.svg"], Broken(file));
    }

    private static IEnumerable<string> Broken(MarkdownFile file) =>
        file.Links.Where(IsLocal).Where(link => !Exists(file, TargetOf(file, link)));

    private static bool Exists(MarkdownFile from, (string Path, string Anchor) target) =>
        target.Anchor.Length == 0 ? ExistsAsWritten(target.Path)
        : target.Path == from.Path ? from.Anchors.Contains(target.Anchor)
        : ExistsAsWritten(target.Path)
            && target.Path.EndsWith(".md", StringComparison.Ordinal)
            && MarkdownFile.Read(target.Path).Anchors.Contains(target.Anchor);

    // A file system that ignores case would hide a link that is broken elsewhere.
    private static bool ExistsAsWritten(string path)
    {
        string full = Repository.PathOf(path);
        return path is "." || Directory.EnumerateFileSystemEntries(Path.GetDirectoryName(full)!).Contains(full);
    }

    private static bool IsLocal(string link) => !link.Contains("://") && !link.StartsWith("mailto:", StringComparison.Ordinal);

    private static (string Path, string Anchor) TargetOf(MarkdownFile file, string link)
    {
        string[] parts = link.Split('#', 2);
        string root = Repository.PathOf("");
        string path =
            parts[0].Length == 0
                ? file.Path
                : Path.GetRelativePath(root, Path.GetFullPath(Path.Combine(root, Path.GetDirectoryName(file.Path)!, parts[0])))
                    .Replace('\\', '/');
        return (path, parts.Length > 1 ? parts[1] : "");
    }

    [GeneratedRegex(@"--project ([\w./-]+)")]
    private static partial Regex Project();
}
