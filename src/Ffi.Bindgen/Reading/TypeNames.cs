using Ffi.Bindgen.Clang;

namespace Ffi.Bindgen.Reading;

/// <summary>Gives each struct, union and enum the one name that it has in the digest.</summary>
internal sealed class TypeNames(LibClang clang)
{
    private readonly Dictionary<nint, string?> _names = [];
    private readonly Dictionary<nint, Cursor> _typedefs = [];

    // Where a typedef's name means something else than the tag of that name; 0 if it is no tag.
    private readonly Dictionary<string, nint> _meanings = new(StringComparer.Ordinal);

    /// <summary>Learns of a typedef. All are known before the first name is asked for.</summary>
    public void AddTypedef(Cursor typedef)
    {
        string name = clang.Take(clang.NameOf(typedef));
        ClangType type = clang.UnderlyingTypeOf(typedef);
        type = type.Kind == TypeKind.Elaborated ? clang.NamedTypeOf(type) : type;
        if (type.Kind is not (TypeKind.Record or TypeKind.Enum))
        {
            _meanings.TryAdd(name, 0);
            return;
        }

        Cursor declaration = clang.DeclarationOf(type);
        nint key = KeyOf(declaration);
        _meanings.TryAdd(name, key);
        if (IsUnnamed(SpellingOf(declaration), declaration) && _names.TryAdd(key, name))
        {
            _typedefs.TryAdd(key, typedef);
        }
        else if (SpellingOf(declaration) == name)
        {
            _typedefs.TryAdd(key, typedef);
        }
    }

    /// <summary>The name of a struct, union or enum; null if it has none.</summary>
    public string? Find(Cursor declaration)
    {
        nint key = KeyOf(declaration);
        if (_names.TryGetValue(key, out string? name))
        {
            return name;
        }

        string tag = SpellingOf(declaration);
        if (IsUnnamed(tag, declaration))
        {
            return null;
        }

        bool isTaken = _meanings.TryGetValue(tag, out nint meaning) && meaning != key;
        _names.Add(key, name = isTaken ? $"{KeywordOf(declaration.Kind)} {tag}" : tag);
        return name;
    }

    /// <summary>Names what has no name after where it stands.</summary>
    public void Give(Cursor declaration, string name) => _names.TryAdd(KeyOf(declaration), name);

    /// <summary>The typedef that gives a declaration its name, or has the same: its comment is the declaration's.</summary>
    public Cursor? TypedefOf(Cursor declaration) => _typedefs.TryGetValue(KeyOf(declaration), out Cursor typedef) ? typedef : null;

    /// <summary>What all declarations of one type have in common.</summary>
    public nint KeyOf(Cursor declaration) => clang.CanonicalOf(declaration).Declaration;

    private string SpellingOf(Cursor declaration) => clang.Take(clang.NameOf(declaration));

    // From release 16 on, libclang makes up names with a place for what has none, or takes the typedef's.
    private bool IsUnnamed(string spelling, Cursor declaration) =>
        spelling.Length == 0 || spelling.Contains('(') || spelling.Contains(' ') || clang.IsAnonymous(declaration) != 0;

    private static string KeywordOf(CursorKind kind) => kind switch
    {
        CursorKind.Union => "union",
        CursorKind.Enum => "enum",
        _ => "struct",
    };
}
