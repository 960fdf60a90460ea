using Ffi.Headers.Digest;

namespace Ffi.Headers.Text;

/// <summary>Reads digests from text.</summary>
public sealed class DigestParser
{
    private const string Signature = "ffi-header 1";

    private readonly string _file;
    private readonly List<DigestError> _errors = [];
    private readonly List<string> _headers = [];
    private readonly List<COpaque> _opaques = [];
    private readonly List<CRecord> _records = [];
    private readonly List<CEnum> _enums = [];
    private readonly List<CTypedef> _typedefs = [];
    private readonly List<CFunction> _functions = [];
    private readonly List<CVariable> _variables = [];
    private readonly List<CConstant> _constants = [];
    private readonly List<CMacro> _macros = [];
    private readonly List<string> _comment = [];
    private readonly List<CField> _fields = [];
    private readonly List<CEnumMember> _members = [];
    private HeaderDigest _digest = new();
    private CRecord? _record;
    private CEnum? _enum;

    private DigestParser(string file) => _file = file;

    private string? Comment => _comment.Count == 0 ? null : string.Join("\n", _comment);

    /// <summary>Reads a digest.</summary>
    /// <param name="text">What is in the file.</param>
    /// <param name="file">The file's name, for errors.</param>
    public static DigestParseResult Parse(string text, string file)
    {
        DigestParser parser = new(file);
        parser.ReadLines(text);
        return new DigestParseResult(parser._errors.Count == 0 ? parser.ToDigest() : null, parser._errors);
    }

    private void ReadLines(string text)
    {
        int number = 0;
        for (int start = 0; start < text.Length;)
        {
            int end = text.IndexOf('\n', start);
            end = end < 0 ? text.Length : end;
            string line = text.Substring(start, end - start).TrimEnd('\r');
            start = end + 1;
            number++;
            try
            {
                ReadLine(line, number);
            }
            catch (DigestSyntaxException error)
            {
                _errors.Add(new DigestError(_file, number, error.Column, error.Message));
                if (number == 1)
                {
                    // It is another kind of file.
                    return;
                }
            }
        }

        if (number == 0)
        {
            _errors.Add(new DigestError(_file, 1, 1, $"Expected '{Signature}', but the file is empty."));
        }

        EndMembers();
    }

    private void ReadLine(string line, int number)
    {
        string trimmed = line.TrimStart();
        if (number == 1)
        {
            if (line.TrimEnd() != Signature)
            {
                throw new DigestSyntaxException(1, line.StartsWith("ffi-header ", StringComparison.Ordinal)
                    ? $"The file has another version of the format ('{line.Trim()}'). This version of Ffi reads '{Signature}'."
                    : $"Expected '{Signature}'. The file is not the digest of a header.");
            }
        }
        else if (trimmed.StartsWith("///", StringComparison.Ordinal))
        {
            string comment = trimmed.Substring(3);
            _comment.Add(comment.StartsWith(" ", StringComparison.Ordinal) ? comment.Substring(1) : comment);
        }
        else if (trimmed.Length > 0 && trimmed[0] != '#')
        {
            LineReader reader = new(line, _digest.Platforms);
            if (line[0] == ' ')
            {
                ReadMember(reader);
            }
            else
            {
                ReadItem(reader);
            }

            _comment.Clear();
        }
    }

    private void ReadMember(LineReader line)
    {
        if (_record is not null)
        {
            _fields.Add(ItemParser.ReadField(line) with { Documentation = Comment });
        }
        else if (_enum is not null)
        {
            _members.Add(ItemParser.ReadMember(line) with { Documentation = Comment });
        }
        else
        {
            line.SkipSpaces();
            throw line.Expected("a declaration at the start of the line; fields and members belong below a struct, union or enum");
        }
    }

    private void ReadItem(LineReader line)
    {
        EndMembers();
        string word = line.RequireName("a declaration");
        switch (word)
        {
            case "header":
                _headers.Add(ReadRest(line));
                break;
            case "library":
                _digest = _digest with { Library = ReadRest(line) };
                break;
            case "version":
                _digest = _digest with { Version = ReadRest(line) };
                break;
            case "licence":
                _digest = _digest with { Licence = ReadRest(line) };
                break;
            case "sha256":
                _digest = _digest with { Sha256 = ReadRest(line) };
                break;
            case "platforms":
                _digest = _digest with { Platforms = ReadPlatforms(line) };
                break;
            case "opaque":
                _opaques.Add(ItemParser.ReadOpaque(line) with { Documentation = Comment });
                break;
            case "struct" or "union":
                _record = ItemParser.ReadRecord(line, word == "union" ? RecordKind.Union : RecordKind.Struct) with
                {
                    Documentation = Comment,
                };
                break;
            case "enum":
                _enum = ItemParser.ReadEnum(line) with { Documentation = Comment };
                break;
            case "typedef":
                _typedefs.Add(ItemParser.ReadTypedef(line) with { Documentation = Comment });
                break;
            case "function":
                _functions.Add(ItemParser.ReadFunction(line) with { Documentation = Comment });
                break;
            case "variable":
                _variables.Add(ItemParser.ReadVariable(line) with { Documentation = Comment });
                break;
            case "constant":
                _constants.Add(ItemParser.ReadConstant(line) with { Documentation = Comment });
                break;
            case "macro":
                _macros.Add(ItemParser.ReadMacro(line) with { Documentation = Comment });
                break;
            default:
                throw new DigestSyntaxException(
                    1, $"Expected opaque, struct, union, enum, typedef, function, variable, constant or macro, but found '{word}'.");
        }
    }

    private static string ReadRest(LineReader line)
    {
        line.SkipSpaces();
        return line.ReadToEnd().TrimEnd();
    }

    private static PlatformSet ReadPlatforms(LineReader line)
    {
        PlatformSet platforms = PlatformSet.None;
        while (!line.IsAtEnd)
        {
            platforms = platforms.Union(line.ReadPlatforms());
        }

        return platforms.IsEmpty ? throw line.Expected("a platform") : platforms;
    }

    private void EndMembers()
    {
        if (_record is not null)
        {
            _records.Add(_record with { Fields = _fields.ToEquatableArray() });
        }

        if (_enum is not null)
        {
            _enums.Add(_enum with { Members = _members.ToEquatableArray() });
        }

        _record = null;
        _enum = null;
        _fields.Clear();
        _members.Clear();
    }

    private HeaderDigest ToDigest() => _digest with
    {
        Headers = _headers.ToEquatableArray(),
        Opaques = _opaques.ToEquatableArray(),
        Records = _records.ToEquatableArray(),
        Enums = _enums.ToEquatableArray(),
        Typedefs = _typedefs.ToEquatableArray(),
        Functions = _functions.ToEquatableArray(),
        Variables = _variables.ToEquatableArray(),
        Constants = _constants.ToEquatableArray(),
        Macros = _macros.ToEquatableArray(),
    };
}
