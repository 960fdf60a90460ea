namespace Ffi.Generators.Tests.Documentation;

/// <summary>A fenced block of a Markdown file: <c>```language words</c>, and the code around it that the reader doesn't see.</summary>
internal sealed record CodeBlock(string File, int Line, string Section, string Language, string Info, string Text, string? Context)
{
    private const string Place = "…";

    /// <summary>The lifetimes file that stands above the block in its section; null where there is none.</summary>
    public string? Lifetimes { get; init; }

    /// <summary>The digest of a header that stands above the block on its page; null where there is none.</summary>
    public string? Header { get; init; }

    /// <summary>What tells the block from all others, and where to look for it.</summary>
    public string Where => $"{File}:{Line}";

    /// <summary>The block in its context, and what is beside it in a file of its own.</summary>
    public (string Text, string? Beside) Whole
    {
        get
        {
            if (Context is null)
            {
                return (Text, null);
            }

            string[] lines = Context.Split('\n');
            int place = Array.FindIndex(lines, line => line.Trim() == Place);
            return place < 0 ? (Text, Context) : (string.Join('\n', [.. lines[..place], Text, .. lines[(place + 1)..]]), null);
        }
    }
}
