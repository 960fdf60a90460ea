using Ffi.Bindgen.Clang;
using Ffi.Headers.Digest;

namespace Ffi.Bindgen.Reading;

/// <summary>Reads the declarations of one parsed header: those of the library, and the types of others that they use.</summary>
internal sealed class DeclarationReader
{
    private readonly LibClang _clang;
    private readonly SourceFiles _files;
    private readonly ItemFacts _facts;
    private readonly TypeNames _names;
    private readonly TypeReader _types;
    private readonly FunctionReader _functions;
    private readonly RecordReader _records;
    private readonly Dictionary<string, CFunction> _functionsByName = new(StringComparer.Ordinal);
    private readonly HashSet<string> _variableNames = new(StringComparer.Ordinal);
    private readonly List<Cursor> _declarations = [];
    private readonly List<CVariable> _variables = [];
    private readonly List<CConstant> _constants = [];
    private readonly List<COpaque> _opaques = [];
    private readonly List<CRecord> _recordItems = [];
    private readonly List<CEnum> _enums = [];
    private readonly List<CTypedef> _typedefs = [];
    private readonly List<CFunction> _functionItems = [];

    public DeclarationReader(LibClang clang, SourceFiles files, Platform platform, bool includeDocumentation)
    {
        _clang = clang;
        _files = files;
        _facts = new ItemFacts(clang, files, includeDocumentation);
        _names = new TypeNames(clang);
        _types = new TypeReader(clang, files, _names, platform);
        _functions = new FunctionReader(clang, _types, _facts, platform);
        _records = new RecordReader(clang, _types, _names, _facts);
        Macros = new MacroReader(clang, files);
    }

    public MacroReader Macros { get; }

    public IReadOnlyList<CFunction> Functions => _functionItems;

    /// <summary>Learns of the files, macros and typedefs of the tree.</summary>
    public void Gather(Cursor root)
    {
        foreach (Cursor cursor in _clang.ChildrenOf(root))
        {
            switch (cursor.Kind)
            {
                case CursorKind.InclusionDirective:
                    _files.Include(cursor);
                    break;
                case CursorKind.MacroDefinition:
                    Macros.Add(cursor);
                    break;
                case CursorKind.Typedef:
                    _names.AddTypedef(cursor);
                    _declarations.Add(cursor);
                    break;
                case CursorKind.Struct or CursorKind.Union or CursorKind.Enum or CursorKind.Function or CursorKind.Variable:
                    _declarations.Add(cursor);
                    break;
            }
        }
    }

    /// <summary>Reads the library's declarations.</summary>
    public void Read()
    {
        foreach (Cursor cursor in _declarations)
        {
            if (_facts.FileOf(cursor).IsOwn)
            {
                ReadOwn(cursor);
                ReadNeeded();
            }
        }
    }

    public HeaderDigest ToDigest(MacroValues values) => new()
    {
        Opaques = _opaques.ToEquatableArray(),
        Records = _recordItems.ToEquatableArray(),
        Enums = _enums.ToEquatableArray(),
        Typedefs = _typedefs.ToEquatableArray(),
        Functions = _functionItems.ToEquatableArray(),
        Variables = _variables.ToEquatableArray(),
        Constants = _constants.Concat(values.Constants).ToEquatableArray(),
        Macros = values.Others.ToEquatableArray(),
        Platforms = PlatformSet.Of(_types.Platform),
    };

    private void ReadOwn(Cursor cursor)
    {
        switch (cursor.Kind)
        {
            case CursorKind.Function:
                AddFunction(_functions.Read(cursor));
                break;
            case CursorKind.Variable:
                ReadVariable(cursor);
                break;
            case CursorKind.Typedef:
                _types.Need(cursor);
                break;
            default:
                // One without a name is read with what uses it, and named after that; an enum's members have names enough.
                if (cursor.Kind == CursorKind.Enum || _names.Find(cursor) is not null)
                {
                    _types.Need(cursor);
                }

                break;
        }
    }

    // A function may be declared again, with a body or more attributes; one body makes it inline.
    private void AddFunction(CFunction function)
    {
        if (_functionsByName.TryAdd(function.Name, function))
        {
            _functionItems.Add(function);
            return;
        }

        CFunction known = _functionsByName[function.Name];
        CFunction joined = known with
        {
            IsInline = known.IsInline || function.IsInline,
            Documentation = known.Documentation ?? function.Documentation,
            Symbol = known.Symbol ?? function.Symbol,
            Attributes = known.Attributes.Union(function.Attributes).ToEquatableArray(),
        };
        _functionsByName[function.Name] = joined;
        _functionItems[_functionItems.IndexOf(known)] = joined;
    }

    private void ReadVariable(Cursor cursor)
    {
        string name = _clang.Take(_clang.NameOf(cursor));
        if (!_variableNames.Add(name))
        {
            return;
        }

        ClangType type = _clang.TypeOf(cursor);
        CType read = _types.Read(type, cursor, name);
        if (_clang.StorageOf(cursor) != StorageClass.Static)
        {
            _variables.Add(_facts.Describe(cursor, new CVariable(name, PerPlatform.Same(read))
            {
                IsConst = _types.IsConst(type),
                Symbol = _functions.SymbolOf(cursor),
            }));
        }
        else if (_types.IsConst(type) && Evaluation.Read(_clang, cursor) is { } value)
        {
            _constants.Add(_facts.Describe(cursor, new CConstant(name, PerPlatform.Same(read), PerPlatform.Same(value))));
        }
    }

    private void ReadNeeded()
    {
        while (_types.TryTakeNeeded(out Cursor cursor))
        {
            switch (cursor.Kind)
            {
                case CursorKind.Typedef:
                    ReadTypedef(cursor);
                    break;
                case CursorKind.Enum:
                    _enums.Add(_records.ReadEnum(cursor));
                    break;
                default:
                    ReadRecord(cursor);
                    break;
            }
        }
    }

    private void ReadRecord(Cursor cursor)
    {
        switch (_records.Read(cursor))
        {
            case CRecord record:
                _recordItems.Add(record);
                break;
            case COpaque opaque:
                _opaques.Add(opaque);
                break;
        }
    }

    private void ReadTypedef(Cursor cursor)
    {
        string name = _clang.Take(_clang.NameOf(cursor));
        ClangType underlying = _clang.UnderlyingTypeOf(cursor);
        CType type = _types.Read(underlying, cursor, name);
        if (SystemTypes.IsOpaque(name) && !_facts.FileOf(cursor).IsOwn)
        {
            _opaques.Add(new COpaque(name, RecordKind.Struct));
        }
        else if (type is not NamedType { Name: var target } || target != name)
        {
            _typedefs.Add(_facts.Describe(cursor, new CTypedef(name, PerPlatform.Same(type))));
        }
    }
}
