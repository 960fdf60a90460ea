using System.Text;
using System.Text.RegularExpressions;
using Ffi.Tests.Testing;

namespace Ffi.Generators.Tests.Documentation;

/// <summary>What the tests read of a Markdown file: its code, its links, and what can be linked to.</summary>
internal sealed partial class MarkdownFile
{
    private const string Lifetimes = "lifetimes";
    private const string Header = "ffi-header";

    private readonly List<CodeBlock> _blocks = [];
    private readonly List<string> _headings = [];
    private readonly StringBuilder _prose = new();

    /// <summary>The pages that are for people: those at the top, in <c>docs</c>, beside the samples, and in the package.</summary>
    public static IReadOnlyList<MarkdownFile> All { get; } = [.. Paths().Order(StringComparer.Ordinal).Select(Read)];

    private MarkdownFile(string path) => Path = path;

    /// <summary>From the top of the repository, with <c>/</c>.</summary>
    public string Path { get; }

    public IReadOnlyList<CodeBlock> Blocks => _blocks;

    /// <summary>Targets of links and pictures, outside of code.</summary>
    public IEnumerable<string> Links => Link().Matches(_prose.ToString()).Select(match => match.Groups["target"].Value);

    /// <summary>What may follow <c>#</c> in a link to this file, as GitHub makes it of the headings.</summary>
    public IEnumerable<string> Anchors
    {
        get
        {
            var uses = new Dictionary<string, int>();
            foreach (string heading in _headings)
            {
                string anchor = AnchorOf(heading);
                int earlier = uses.GetValueOrDefault(anchor);
                uses[anchor] = earlier + 1;
                yield return earlier == 0 ? anchor : $"{anchor}-{earlier}";
            }
        }
    }

    public static MarkdownFile Read(string path) => Parse(path, File.ReadAllText(Repository.PathOf(path)).ReplaceLineEndings("\n"));

    public static MarkdownFile Parse(string path, string text)
    {
        var file = new MarkdownFile(path);
        file.Read(text.Split('\n'));
        return file;
    }

    private void Read(string[] lines)
    {
        // A context holds for the blocks of its language below it, up to the next heading.
        var contexts = new Dictionary<string, string>();
        // A digest holds for the page, or up to the next one.
        string? header = null;
        for (int at = 0; at < lines.Length; at++)
        {
            if (Fence().Match(lines[at]) is { Success: true } fence)
            {
                int end = EndOf(lines, at, "```");
                string language = fence.Groups["language"].Value;
                string section = _headings.Count > 0 ? _headings[^1] : "";
                string text = Between(lines, at, end);
                _blocks.Add(new(Path, at + 1, section, language, fence.Groups["info"].Value, text, contexts.GetValueOrDefault(language))
                {
                    Lifetimes = contexts.GetValueOrDefault(Lifetimes),
                    Header = header,
                });
                if (language == Lifetimes)
                {
                    contexts[Lifetimes] = text;
                }

                header = language == Header ? text : header;
                at = end;
            }
            else if (ContextStart().Match(lines[at]) is { Success: true } context)
            {
                int end = EndOf(lines, at, "-->");
                contexts[context.Groups["language"].Value] = Between(lines, at, end);
                at = end;
            }
            else if (Heading().Match(lines[at]) is { Success: true } heading)
            {
                contexts.Clear();
                _headings.Add(heading.Groups["text"].Value);
            }

            _prose.AppendLine(InlineCode().Replace(lines[at], ""));
        }
    }

    private int EndOf(string[] lines, int start, string mark)
    {
        int end = Array.FindIndex(lines, start + 1, line => line.Trim() == mark);
        return end > 0 ? end : throw new FormatException($"{Path}:{start + 1}: no line '{mark}' ends this.");
    }

    private static string Between(string[] lines, int start, int end) => string.Join('\n', lines[(start + 1)..end]) + "\n";

    private static string AnchorOf(string heading) =>
        string.Concat(
                LinkText().Replace(heading, "${text}").ToLowerInvariant().Where(c => char.IsLetterOrDigit(c) || c is ' ' or '-' or '_'))
            .Replace(' ', '-');

    private static IEnumerable<string> Paths()
    {
        string root = Repository.PathOf("");
        string[] found =
        [
            .. Directory.GetFiles(root, "*.md"),
            System.IO.Path.Combine(root, "src/Ffi/README.md"),
            .. Directory.GetFiles(System.IO.Path.Combine(root, "docs"), "*.md", SearchOption.AllDirectories),
            .. Directory.GetFiles(System.IO.Path.Combine(root, "samples"), "*.md"),
            .. Directory.GetDirectories(System.IO.Path.Combine(root, "samples")).SelectMany(folder => Directory.GetFiles(folder, "*.md")),
        ];
        return found.Select(path => System.IO.Path.GetRelativePath(root, path).Replace('\\', '/'));
    }

    [GeneratedRegex(@"^\s*```(?<language>[\w#+-]*) *(?<info>.*)$")]
    private static partial Regex Fence();

    [GeneratedRegex(@"^<!-- context (?<language>\w+)$")]
    private static partial Regex ContextStart();

    [GeneratedRegex("^#{1,6} +(?<text>.+?) *$")]
    private static partial Regex Heading();

    [GeneratedRegex("`[^`]*`")]
    private static partial Regex InlineCode();

    [GeneratedRegex(
        @"\]\((?<target>[^)\s]+)\)|(?:href|src|srcset)=""(?<target>[^""]+)""|^\[[^\]]+\]:\s*(?<target>\S+)",
        RegexOptions.Multiline)]
    private static partial Regex Link();

    [GeneratedRegex(@"\[(?<text>[^\]]*)\]\([^)]*\)")]
    private static partial Regex LinkText();
}
