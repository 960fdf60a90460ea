using System.Reflection;
using Ffi.Bindgen.Planning.Names;
using Ffi.Bindgen.Recipes;
using Ffi.Headers.Digest;

namespace Ffi.Bindgen.Planning;

/// <summary>The C# names of a digest's types.</summary>
internal sealed class TypeNames
{
    private static readonly HashSet<string> s_implicit = ReadImplicit();

    private readonly Recipe _recipe;
    private readonly Prefixes _prefixes;
    private readonly NameScope _scope;
    private readonly Dictionary<string, string> _aliases = new(StringComparer.Ordinal);
    private readonly Dictionary<string, string> _pointerAliases = new(StringComparer.Ordinal);

    public TypeNames(HeaderDigest digest, Recipe recipe, Prefixes prefixes, string className)
    {
        _recipe = recipe;
        _prefixes = prefixes;
        _scope = new NameScope([
            className,
            .. recipe.Handles.Select(static handle => handle.Name).OfType<string>(),
            .. recipe.Enums.Select(static choice => choice.Name),
        ]);
        foreach (CTypedef typedef in digest.Typedefs)
        {
            switch (typedef.Type.First)
            {
                case NamedType { Name: var name }:
                    AddAlias(name, typedef.Name);
                    break;
                case PointerType { IsConst: false, Target: NamedType { Name: var name } }:
                    _pointerAliases.TryAdd(name, typedef.Name);
                    break;
            }
        }
    }

    /// <summary>Takes a name that nothing else has.</summary>
    public string Take(string name) => _scope.Take(name, name + "_");

    /// <summary>The name of a struct, union or enum.</summary>
    public string Of(CItem item) => Find(item.Name, _aliases.GetValueOrDefault(item.Name) ?? item.Name, "Value");

    /// <summary>The name of something that only the library knows: that of the pointer to it, if it has one.</summary>
    public string OfObject(string key) =>
        Find(key, _pointerAliases.GetValueOrDefault(key) ?? _aliases.GetValueOrDefault(key) ?? key, "Handle");

    /// <summary>The name of the handle of a struct that the header shows.</summary>
    public string OfObjectWithLayout(string key) =>
        Bare(_pointerAliases.GetValueOrDefault(key) ?? _aliases.GetValueOrDefault(key) ?? key) is var name
        && name.EndsWith("Handle", StringComparison.Ordinal)
            ? name
            : name + "Handle";

    /// <summary>The name of a function type.</summary>
    public string OfCallback(string name) => Find(name, name, "Callback");

    /// <summary>The name of a type without what all names of the library begin with.</summary>
    public string BareOf(string key) => Bare(_pointerAliases.GetValueOrDefault(key) ?? _aliases.GetValueOrDefault(key) ?? key);

    private string Find(string cName, string alias, string suffix)
    {
        if (_recipe.Names.TryGetValue(cName, out string? chosen) || _recipe.Names.TryGetValue(alias, out chosen))
        {
            return _scope.Take(chosen);
        }

        string bare = Bare(alias);
        string whole = CSharpName.Pascal(WithoutTail(alias));
        IEnumerable<string> candidates = [bare, bare + suffix, whole, whole + suffix];
        return _scope.Take(candidates.Where(static candidate => !s_implicit.Contains(candidate)));
    }

    private string Bare(string name) => CSharpName.Pascal(_prefixes.Strip(WithoutTail(WithoutKeyword(name))));

    // "struct stack" is a tag whose name means another type.
    private static string WithoutKeyword(string name) => name[(name.IndexOf(' ') + 1)..];

    // A tag has a better name where a typedef says the same, or where it begins as no name of an interface does. Another typedef is another
    // use of it.
    private void AddAlias(string name, string typedef)
    {
        if (name.StartsWith('_') || Core(name) == Core(typedef))
        {
            _aliases.TryAdd(name, typedef);
        }
    }

    private static string Core(string name)
    {
        string core = name.Trim('_').ToLowerInvariant();
        string? tail = Array.Find(s_tails, tail => core.EndsWith(tail, StringComparison.Ordinal));
        return tail is null ? core : core[..^tail.Length];
    }

    private static readonly string[] s_tails = ["_s", "_t", "_st", "_tag", "_struct"];

    private static string WithoutTail(string name) =>
        name.Length > 2 && (name.EndsWith("_t", StringComparison.Ordinal) || name.EndsWith("_s", StringComparison.Ordinal))
            ? name[..^2]
            : name;

    // What the SDK's implicit usings bring in, and what the bindings themselves use: a type of that name would be ambiguous there.
    private static HashSet<string> ReadImplicit()
    {
        using Stream stream = Assembly.GetExecutingAssembly().GetManifestResourceStream("names/implicit.txt")!;
        using StreamReader reader = new(stream);
        return [.. reader.ReadToEnd().Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)];
    }
}
