using System.Text;

namespace Ffi.Bindgen.Planning.Names;

/// <summary>C# names of C names.</summary>
internal static class CSharpName
{
    private static readonly HashSet<string> s_keywords = new(StringComparer.Ordinal)
    {
        "abstract", "as", "base", "bool", "break", "byte", "case", "catch", "char", "checked", "class", "const", "continue", "decimal",
        "default", "delegate", "do", "double", "else", "enum", "event", "explicit", "extern", "false", "finally", "fixed", "float", "for",
        "foreach", "goto", "if", "implicit", "in", "int", "interface", "internal", "is", "lock", "long", "namespace", "new", "null",
        "object", "operator", "out", "override", "params", "private", "protected", "public", "readonly", "ref", "return", "sbyte", "sealed",
        "short", "sizeof", "stackalloc", "static", "string", "struct", "switch", "this", "throw", "true", "try", "typeof", "uint", "ulong",
        "unchecked", "unsafe", "ushort", "using", "virtual", "void", "volatile", "while", "scoped",
    };

    /// <summary>A name as it is in code.</summary>
    public static string Escape(string name) => s_keywords.Contains(name) ? "@" + name : name;

    /// <summary>A C name in the case that members and types have: <c>open_v2</c> is <c>OpenV2</c>, <c>OPEN_READONLY</c> is
    /// <c>OpenReadonly</c>.</summary>
    public static string Pascal(string name)
    {
        StringBuilder text = new();
        foreach (string part in name.Split(['_', '.', ' ', '$'], StringSplitOptions.RemoveEmptyEntries))
        {
            if (text.Length > 0 && char.IsAsciiDigit(text[^1]) && char.IsAsciiDigit(part[0]))
            {
                text.Append('_');
            }

            bool isShouted = part.Length > 1 && !part.Any(char.IsAsciiLetterLower);
            text.Append(char.ToUpperInvariant(part[0])).Append(isShouted ? part[1..].ToLowerInvariant() : part[1..]);
        }

        if (text.Length == 0 || !(char.IsLetter(text[0]) || text[0] == '_'))
        {
            text.Insert(0, '_');
        }

        return text.ToString();
    }

    /// <summary>A name in the case that parameters have.</summary>
    public static string Camel(string name)
    {
        string pascal = Pascal(name);
        int upper = 0;
        while (upper < pascal.Length && char.IsAsciiLetterUpper(pascal[upper]))
        {
            upper++;
        }

        int lowered = upper > 1 && upper < pascal.Length ? upper - 1 : upper;
        return pascal[..lowered].ToLowerInvariant() + pascal[lowered..];
    }

    /// <summary>A name of C, where C# has no better one.</summary>
    public static string AsInC(string name)
    {
        string text = string.Concat(name.Select(static character => char.IsLetterOrDigit(character) || character == '_' ? character : '_'));
        return text.Length > 0 && char.IsDigit(text[0]) ? "_" + text : text;
    }
}
