using System.Text;
using Ffi.Headers.Digest;

namespace Ffi.Bindgen.Reading;

/// <summary>A macro as it is written.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Parameters">What it takes; null if it is written without brackets.</param>
/// <param name="Body">What it stands for, without comments and with single spaces.</param>
/// <param name="Location">Where it stands.</param>
internal sealed record MacroText(string Name, IReadOnlyList<string>? Parameters, string Body, SourceLocation Location)
{
    private static readonly HashSet<string> s_statements = new(StringComparer.Ordinal)
    {
        "if", "else", "do", "while", "for", "return", "goto", "switch", "case", "break", "continue", "typedef", "extern", "static",
        "inline", "__inline", "__inline__", "__attribute__", "__declspec", "_Pragma", "__asm__", "__asm", "asm", "register", "restrict",
        "__restrict", "__extension__", "_Static_assert",
    };

    /// <summary>Reads what stands from the name to the end of the definition.</summary>
    public static MacroText Parse(string definition, bool isFunctionLike, SourceLocation location)
    {
        string text = Simplify(definition);
        int nameLength = 0;
        while (nameLength < text.Length && (char.IsLetterOrDigit(text[nameLength]) || text[nameLength] is '_' or '$'))
        {
            nameLength++;
        }

        string name = text[..nameLength];
        int close = isFunctionLike ? text.IndexOf(')') : -1;
        return close < 0
            ? new MacroText(name, null, text[nameLength..].Trim(), location)
            : new MacroText(
                name,
                [.. text[(nameLength + 1)..close].Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries)],
                text[(close + 1)..].Trim(),
                location);
    }

    /// <summary>Whether the body can be an expression.</summary>
    public bool CanBeExpression =>
        Parameters is null && Body.Length > 0 && IsBalanced && !Body.Contains('{') && !Words.Any(s_statements.Contains);

    /// <summary>Whether all brackets that it opens are closed in it, so that a compiler which is given it as an expression reads no further
    /// than to its end.</summary>
    public bool IsBalanced
    {
        get
        {
            int depth = 0;
            foreach ((char character, bool isQuoted) in Characters(Body))
            {
                depth += isQuoted ? 0 : character switch { '(' or '[' or '{' => 1, ')' or ']' or '}' => -1, _ => 0 };
                if (depth < 0 || (!isQuoted && character is ';' or '\\'))
                {
                    return false;
                }
            }

            return depth == 0;
        }
    }

    /// <summary>Whether the body is a list, such as an object identifier's numbers: no expression, though a compiler may read it as
    /// one.</summary>
    public bool IsList
    {
        get
        {
            int depth = 0;
            foreach ((char character, bool isQuoted) in Characters(Body))
            {
                depth += isQuoted ? 0 : character switch { '(' or '[' or '{' => 1, ')' or ']' or '}' => -1, _ => 0 };
                if (character == ',' && !isQuoted && depth == 0)
                {
                    return true;
                }
            }

            return false;
        }
    }

    /// <summary>The names and numbers in the body.</summary>
    public IEnumerable<string> Words => WordsOf(Body);

    /// <summary>Whether there is a cast in it, perhaps to a pointer.</summary>
    public bool MayBePointer => Body.Contains('(');

    private static IEnumerable<string> WordsOf(string text)
    {
        StringBuilder word = new();
        foreach ((char character, bool isQuoted) in Characters(text + " "))
        {
            if (!isQuoted && (char.IsLetterOrDigit(character) || character == '_'))
            {
                word.Append(character);
            }
            else if (word.Length > 0)
            {
                yield return word.ToString();
                word.Clear();
            }
        }
    }

    // Comments and breaks of lines become a space, and several spaces one; what is quoted stays.
    private static string Simplify(string definition)
    {
        string text = definition.Replace("\\\r\n", " ").Replace("\\\n", " ");
        StringBuilder simple = new(text.Length);
        char quote = '\0';
        for (int index = 0; index < text.Length; index++)
        {
            char character = text[index];
            char next = index + 1 < text.Length ? text[index + 1] : '\0';
            if (quote != '\0')
            {
                simple.Append(character);
                if (character == '\\' && next != '\0')
                {
                    simple.Append(next);
                    index++;
                }
                else if (character == quote)
                {
                    quote = '\0';
                }
            }
            else if (character == '/' && next == '/')
            {
                break;
            }
            else if (character == '/' && next == '*')
            {
                int end = text.IndexOf("*/", index + 2, StringComparison.Ordinal);
                index = end < 0 ? text.Length : end + 1;
                AppendSpace(simple);
            }
            else if (char.IsWhiteSpace(character))
            {
                AppendSpace(simple);
            }
            else
            {
                quote = character is '"' or '\'' ? character : '\0';
                simple.Append(character);
            }
        }

        return simple.ToString();
    }

    private static void AppendSpace(StringBuilder text)
    {
        if (text.Length > 0 && text[^1] != ' ')
        {
            text.Append(' ');
        }
    }

    private static IEnumerable<(char Character, bool IsQuoted)> Characters(string text)
    {
        char quote = '\0';
        for (int index = 0; index < text.Length; index++)
        {
            char character = text[index];
            if (quote != '\0')
            {
                yield return (character, true);
                index += character == '\\' ? 1 : 0;
                quote = character == quote ? '\0' : quote;
            }
            else
            {
                quote = character is '"' or '\'' ? character : '\0';
                yield return (character, quote != '\0');
            }
        }
    }
}
