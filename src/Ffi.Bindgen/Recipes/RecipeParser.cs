using Ffi.Headers.Digest;

namespace Ffi.Bindgen.Recipes;

/// <summary>Reads <c>*.ffi-bind</c> files: a line says one thing, and what follows <c>#</c> is a comment.</summary>
public sealed class RecipeParser
{
    private readonly List<RecipeError> _errors = [];
    private readonly List<string> _headers = [];
    private readonly List<string> _folders = [];
    private readonly List<string> _defines = [];
    private readonly Dictionary<string, string> _libraryBySystem = [];
    private readonly List<NamePattern> _only = [];
    private readonly List<NamePattern> _except = [];
    private readonly List<HandleChoice> _handles = [];
    private readonly List<EnumChoice> _enums = [];
    private readonly Dictionary<string, string> _names = [];
    private readonly Dictionary<string, FunctionChoice> _functions = [];
    private readonly string _file;
    private List<string>? _strip;
    private Recipe _recipe = new();
    private int _line;

    private RecipeParser(string file) => _file = file;

    /// <summary>Reads a recipe.</summary>
    /// <param name="text">What the file holds.</param>
    /// <param name="file">Its name, for errors.</param>
    public static RecipeParseResult Parse(string text, string file)
    {
        RecipeParser parser = new(file);
        foreach (string line in text.Split('\n'))
        {
            parser._line++;
            int comment = line.IndexOf('#');
            string[] words = (comment < 0 ? line : line[..comment]).Split((char[])[' ', '\t', '\r'], StringSplitOptions.RemoveEmptyEntries);
            if (words.Length > 0)
            {
                parser.Read(words[0], words[1..]);
            }
        }

        return new RecipeParseResult(parser.ToRecipe(), parser._errors);
    }

    private Recipe ToRecipe() => _recipe with
    {
        Headers = _headers,
        IncludeFolders = _folders,
        Defines = _defines,
        LibraryBySystem = _libraryBySystem,
        Strip = _strip,
        Only = _only,
        Except = _except,
        Handles = _handles,
        Enums = _enums,
        Names = _names,
        Functions = _functions,
    };

    private void Read(string keyword, string[] words)
    {
        switch (keyword)
        {
            case "header":
                _headers.AddRange(words);
                break;
            case "include":
                _folders.AddRange(words);
                break;
            case "define":
                _defines.AddRange(words);
                break;
            case "platforms":
                _recipe = _recipe with { Platforms = PlatformSet.Of(words.SelectMany(FindPlatforms)) };
                break;
            case "library":
                ReadLibrary(words);
                break;
            case "namespace" when words.Length == 1:
                _recipe = _recipe with { Namespace = words[0] };
                break;
            case "class" when words.Length == 1:
                _recipe = _recipe with { ClassName = words[0] };
                break;
            case "instance" when words.Length == 0:
                _recipe = _recipe with { IsInstance = true };
                break;
            case "strip":
                (_strip ??= []).AddRange(words);
                break;
            case "only":
                _only.AddRange(words.Select(static word => new NamePattern(word)));
                break;
            case "except":
                _except.AddRange(words.Select(static word => new NamePattern(word)));
                break;
            case "handle":
                ReadHandle(words);
                break;
            case "enum":
                ReadEnum(words);
                break;
            case "name" when words is [string name, "as", string chosen]:
                _names[name] = chosen;
                break;
            case "namespace" or "class" or "instance" or "name":
                Fail(
                    keyword == "name" ? "Write: name C_NAME as CSharpName."
                    : keyword == "instance" ? "'instance' takes no name."
                    : $"'{keyword}' takes one name.");
                break;
            default:
                ReadFunction(keyword, words);
                break;
        }
    }

    private IEnumerable<Platform> FindPlatforms(string name)
    {
        PlatformSet found = PlatformNames.Find(name);
        if (found.IsEmpty)
        {
            Fail($"'{name}' is not a platform. The platforms are: {string.Join(", ", PlatformNames.All.Select(PlatformNames.NameOf))}.");
        }

        return found;
    }

    private void ReadLibrary(string[] words)
    {
        switch (words)
        {
            case [string name]:
                _recipe = _recipe with { Library = name };
                break;
            case [string name, "on", "linux" or "windows" or "macos"]:
                _libraryBySystem[words[2]] = name;
                break;
            default:
                Fail("Write: library NAME, and where a system has another name: library NAME on windows (or linux, macos).");
                break;
        }
    }

    private void ReadHandle(string[] words)
    {
        HandleChoice? choice = words switch
        {
            [string type, "as", string name, "freed-by", string free] => new(type, name, free),
            [string type, "freed-by", string free] => new(type, null, free),
            [string type, "as", string name, "not-freed"] => new(type, name, null),
            [string type, "not-freed"] => new(type, null, null),
            _ => null,
        };
        if (choice is null)
        {
            Fail("Write: handle C_TYPE as CSharpName freed-by C_FUNCTION, or: handle C_TYPE not-freed.");
            return;
        }

        _handles.Add(choice);
    }

    private void ReadEnum(string[] words)
    {
        bool isFlags = words is [_, "flags", ..];
        NamePattern[] members = [.. words.Skip(isFlags ? 2 : 1).Select(static word => new NamePattern(word))];
        if (members.Length == 0)
        {
            Fail("Write: enum CSharpName CONSTANT_* …, or: enum CSharpName flags CONSTANT_* ….");
            return;
        }

        _enums.Add(new EnumChoice(words[0], isFlags, members));
    }

    private void ReadFunction(string name, string[] words)
    {
        FunctionChoice choice = _functions.GetValueOrDefault(name) ?? new FunctionChoice();
        Dictionary<string, ParameterChoice> parameters = new(choice.Parameters);
        foreach (string[] clause in ClauseReader.Split(words))
        {
            switch (clause)
            {
                case ["raw"]:
                    choice = choice with { IsRaw = true };
                    break;
                case ["as", _] when name.Contains('*', StringComparison.Ordinal):
                    Fail($"'{name}' are several functions, and one name fits one.");
                    break;
                case ["as", string chosen]:
                    choice = choice with { Name = chosen };
                    break;
                case ["return", ..]:
                    choice = choice with { Result = ReadClause(choice.Result, clause) };
                    break;
                default:
                    parameters[clause[0]] = ReadClause(parameters.GetValueOrDefault(clause[0]), clause);
                    break;
            }
        }

        if (words.Length == 0)
        {
            Fail($"'{name}' has no clause. Write clauses after a function's name: raw; as NAME; return text; PARAMETER out; …");
        }

        _functions[name] = choice with { Parameters = parameters };
    }

    private ParameterChoice ReadClause(ParameterChoice? before, string[] clause)
    {
        ParameterChoice choice = before ?? new ParameterChoice();
        ParameterChoice? read = ClauseReader.Read(choice, clause[1..]);
        if (read is null)
        {
            Fail($"'{string.Join(' ', clause)}' is not a clause. After a parameter or 'return', write one of: {ClauseReader.Known}.");
        }

        return read ?? choice;
    }

    private void Fail(string message) => _errors.Add(new RecipeError(_file, _line, message));
}
