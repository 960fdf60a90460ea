using System.Text.RegularExpressions;

namespace Ffi.Bindgen.Planning.Documentation;

/// <summary>What a comment says, part by part: Doxygen's commands, and plain text.</summary>
/// <param name="Summary">The first paragraph.</param>
/// <param name="Parameters">The texts about parameters, by name.</param>
/// <param name="Returns">The text about the result.</param>
internal sealed partial record ParsedComment(string Summary, IReadOnlyDictionary<string, ParsedParameter> Parameters, string Returns)
{
    private static readonly ParsedComment s_none = new("", new Dictionary<string, ParsedParameter>(), "");

    /// <summary>Reads a comment, without its marks.</summary>
    public static ParsedComment Of(string? comment)
    {
        if (comment is null)
        {
            return s_none;
        }

        string summary = "";
        string returns = "";
        Dictionary<string, ParsedParameter> parameters = new(StringComparer.Ordinal);
        foreach (string block in Blocks(comment))
        {
            Match command = Command().Match(block);
            string text = Plain(command.Success ? block[command.Length..] : block);
            switch (command.Groups["name"].Value)
            {
                case "" or "brief" or "short" or "details":
                    // "Name:", "=====" and the like are headings of their own making.
                    summary = summary.Length == 0 && IsSentence(text) ? text : summary;
                    break;
                case "param" when ParameterName().Match(text) is { Success: true } name:
                    parameters.TryAdd(
                        name.Value,
                        new ParsedParameter(
                            command.Groups["direction"].Value.Replace(" ", ""),
                            text[name.Length..].TrimStart(' ', '-', ':')));
                    break;
                case "return" or "returns" or "result":
                    returns = returns.Length == 0 ? text : returns;
                    break;
            }
        }

        return new ParsedComment(summary, parameters, returns);
    }

    /// <summary>Whether a comment begins with a declaration that is commented out.</summary>
    public static bool BeginsWithPrototype(string? comment) =>
        comment is not null && Blocks(comment).FirstOrDefault() is { } first && Prototype().IsMatch(first);

    private static bool IsSentence(string text) => text.Any(char.IsLetter) && !Heading().IsMatch(text) && !Prototype().IsMatch(text);

    // A block ends where a line is empty or a command begins.
    private static IEnumerable<string> Blocks(string comment)
    {
        string block = "";
        foreach (string line in comment.Split('\n'))
        {
            string trimmed = line.Trim();
            if (trimmed.Length == 0 || BlockCommand().IsMatch(trimmed))
            {
                if (block.Length > 0)
                {
                    yield return block;
                }

                block = trimmed;
            }
            else
            {
                block = block.Length == 0 ? trimmed : $"{block} {trimmed}";
            }
        }

        if (block.Length > 0)
        {
            yield return block;
        }
    }

    private static string Plain(string text)
    {
        text = Reference().Replace(text, "$1$2");
        text = SqliteReference().Replace(text, static match => match.Groups[2].Success ? match.Groups[2].Value : match.Groups[1].Value);
        text = Labels().Replace(text.Replace("CAPI3REF:", "", StringComparison.Ordinal), "");
        text = Escaped().Replace(InlineCommand().Replace(text, ""), "$1");
        return Spaces().Replace(text, " ").Trim(' ', '*', '=', '-', '!');
    }

    [GeneratedRegex(@"^[@\\](?<name>[a-zA-Z]+)\s*(\[(?<direction>[a-z, ]+)\])?\s*")]
    private static partial Regex Command();

    [GeneratedRegex(
        @"^[@\\](brief|short|details|param|returns?|result|retval|note|warning|see|sa|since|deprecated|remarks?|code|endcode|par|ingroup|addtogroup|defgroup|name|file|class|struct|thread_safety|errors|reentrancy|pointer_lifetime|glfw3|description|input|output|inout|type|fields?|values?|section|post|pre|author|date|version|todo|bug|internal|li|sa)\b"
    )]
    private static partial Regex BlockCommand();

    [GeneratedRegex(@"^[A-Za-z_][A-Za-z_0-9]*")]
    private static partial Regex ParameterName();

    // As in a page of the manual.
    [GeneratedRegex(@"^(NAME\b.*|[A-Z]{4,})$")]
    private static partial Regex Heading();

    [GeneratedRegex(@"^[A-Za-z_][\w\s*]*\(.*\);$")]
    private static partial Regex Prototype();

    [GeneratedRegex(@"[@\\](?:p|c|a|b|e|em|ref|link|endlink)\s+(\w)|#(\w+::)(?=\w)")]
    private static partial Regex Reference();

    [GeneratedRegex(@"\[([^\]\[|]+)(?:\|([^\]\[]+))?\]")]
    private static partial Regex SqliteReference();

    [GeneratedRegex(
        @"[@\\](?:endcode|code|n|endverbatim|verbatim)\b|</?(?:b|i|tt|em|p|br|code|h\d|ul|ol|li|dl|dt|dd|pre|blockquote|yyterm|a)(?:\s[^>]*)?/?>"
    )]
    private static partial Regex InlineCommand();

    // A character that would begin a command.
    [GeneratedRegex(@"\\([\\@&$#<>%""])")]
    private static partial Regex Escaped();

    // SQLite's own, behind a title.
    [GeneratedRegex(@"\b(KEYWORDS|METHOD|CONSTRUCTOR|DESTRUCTOR): .*$")]
    private static partial Regex Labels();

    [GeneratedRegex(@"\s+")]
    private static partial Regex Spaces();
}

/// <summary>What a comment says of a parameter.</summary>
/// <param name="Direction"><c>in</c>, <c>out</c>, <c>in,out</c>, or nothing.</param>
/// <param name="Text">The rest.</param>
internal sealed record ParsedParameter(string Direction, string Text);
