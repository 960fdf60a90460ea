using System.Text;
using System.Text.RegularExpressions;

namespace Ffi.Tool.Assemblies.Places;

/// <summary>A source file in which declarations are looked for. A PDB says in which file a type stands, and has no line for what has no
/// body.</summary>
internal sealed partial class SourceText(string text)
{
    private readonly string _code = WithoutComments(text);

    /// <summary>Where a member is declared, as an offset; null if it isn't here.</summary>
    public int? Find(MemberPlace place) => place.Kind switch
    {
        MemberKind.Type => FindType(place.Name),
        MemberKind.Method => FindMethod(place),
        _ => FindField(place),
    };

    /// <summary>The line and column of an offset, both from 1.</summary>
    public (int Line, int Column) PositionOf(int offset)
    {
        int line = text.AsSpan(0, offset).Count('\n') + 1;
        return (line, offset - (offset == 0 ? -1 : text.LastIndexOf('\n', offset - 1)));
    }

    private int? FindType(string name)
    {
        Match match = Regex.Match(
            _code,
            $@"\b(?:struct|class|enum|interface|record|type|Structure|Enum)\s+(?<name>{Regex.Escape(name)})\b|\b(?:delegate|Delegate)\b[^;{{}}]*?\b(?<name>{Regex.Escape(name)})\s*\("
        );
        return match.Success ? match.Groups["name"].Index : null;
    }

    private int? FindMethod(MemberPlace place)
    {
        (int Offset, int Score) best = (-1, -1);
        foreach (Match match in Regex.Matches(_code, $@"\b{Regex.Escape(place.Name)}\b\s*(?:<[^<>()]*>\s*)?\("))
        {
            int open = match.Index + match.Length - 1;
            int close = EndOf(open);
            string inside = _code[(open + 1)..close];
            // Rather a declaration than a call, and rather the one with as many parameters.
            int score = (IsDeclaration(match.Index) ? 4 : 0) + (CountOf(inside) == place.Count ? 2 : 0);
            Match parameter = Regex.Match(inside, $@"\b{Regex.Escape(place.Parameter)}\b(?=\s*(?:[,=:)\]]|$))");
            bool hasParameter = place.Parameter.Length > 0 && parameter.Success;
            score += hasParameter ? 1 : 0;
            if (score > best.Score)
            {
                best = (hasParameter ? open + 1 + parameter.Index : match.Index, score);
            }
        }

        return best.Score > 0 ? best.Offset : null;
    }

    private int? FindField(MemberPlace place)
    {
        string type = place.Assembly.Metadata.GetString(place.Assembly.Metadata.GetTypeDefinition(place.Type).Name);
        if (FindType(type) is not { } start)
        {
            return null;
        }

        Match match = new Regex($@"\b{Regex.Escape(place.Name)}\b(?=\s*(?:[;=,{{}}\[:]|$|\r?\n))", RegexOptions.Multiline).Match(
            _code,
            start + type.Length);
        return match.Success ? match.Index : start;
    }

    private bool IsDeclaration(int offset)
    {
        int start = _code.LastIndexOfAny([';', '{', '}'], Math.Max(0, offset - 1)) + 1;
        return Declares().IsMatch(_code[start..offset]);
    }

    private int EndOf(int open)
    {
        int depth = 0;
        for (int index = open; index < _code.Length; index++)
        {
            depth += _code[index] switch { '(' => 1, ')' => -1, _ => 0 };
            if (depth == 0)
            {
                return index;
            }
        }

        return _code.Length;
    }

    private static int CountOf(string parameters)
    {
        int depth = 0;
        int count = parameters.AsSpan().Trim().IsEmpty ? 0 : 1;
        foreach (char character in parameters)
        {
            depth += character switch { '(' or '[' or '<' => 1, ')' or ']' or '>' => -1, _ => 0 };
            count += character == ',' && depth == 0 ? 1 : 0;
        }

        return count;
    }

    // Each character of a comment or literal becomes a space, so that offsets stay.
    private static string WithoutComments(string source)
    {
        StringBuilder code = new(source);
        foreach (Match match in Skipped().Matches(source))
        {
            for (int index = match.Index; index < match.Index + match.Length; index++)
            {
                code[index] = source[index] is '\n' or '\r' ? source[index] : ' ';
            }
        }

        return code.ToString();
    }

    [GeneratedRegex("""
        //[^\n]*|/\*.*?\*/|\(\*(?!\)).*?\*\)|\"{3,}.*?\"{3,}|@\"(?:[^\"]|\"\")*\"|\"(?:[^\"\\\n]|\\.)*\"|'(?:[^'\\\n]|\\.[^'\n]*)'
        """, RegexOptions.Singleline)]
    private static partial Regex Skipped();

    [GeneratedRegex(@"\b(?:extern|partial|delegate|Declare|Function|Sub)\b")]
    private static partial Regex Declares();
}
