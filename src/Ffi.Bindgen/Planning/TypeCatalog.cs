using Ffi.Bindgen.Inference;
using Ffi.Bindgen.Planning.Names;
using Ffi.Bindgen.Recipes;
using Ffi.Headers.Digest;

namespace Ffi.Bindgen.Planning;

/// <summary>Knows what each type of a digest is in C#.</summary>
internal sealed class TypeCatalog
{
    private readonly Dictionary<CItem, string> _names = new(ReferenceEqualityComparer.Instance);
    private readonly Dictionary<string, HandlePlan> _handles = new(StringComparer.Ordinal);
    private readonly Dictionary<string, ReferencePlan> _references = new(StringComparer.Ordinal);
    private readonly Dictionary<(string Element, long Length), ArrayPlan> _arrays = [];
    private readonly Dictionary<string, string> _handleNames = new(StringComparer.Ordinal);
    private readonly ObjectTypes _objects;
    private readonly ILookup<string, CRecord> _recordsByName;
    private readonly StructPlanner _structs;

    public TypeCatalog(
        DigestIndex index,
        PlatformSet platforms,
        Recipe recipe,
        Prefixes prefixes,
        ObjectTypes objects,
        HandlePairs pairs,
        string className)
    {
        Index = index;
        Platforms = platforms;
        Recipe = recipe;
        _objects = objects;
        TypeNames = new TypeNames(index.Digest, recipe, prefixes, className);
        // What a program holds in its hands has the best names.
        foreach (
            HandlePair pair in recipe.IsInstance
                ? []
                : pairs.All.Where(pair => index.Digest.Records.All(record => record.Name != pair.Type)))
        {
            _handleNames.Add(pair.Type, pair.Name ?? TypeNames.OfObject(pair.Type));
        }

        foreach (CItem item in (IEnumerable<CItem>)[.. index.Digest.Enums, .. index.Digest.Records])
        {
            _names.Add(item, item.Name.Length == 0 ? "" : TypeNames.Of(item));
        }

        _recordsByName = index.Digest.Records.ToLookup(static record => record.Name, StringComparer.Ordinal);
        Values = new ValueMapper(this);
        _structs = new StructPlanner(this);
        Delegates = new DelegateCatalog(this);
        AddHandles(pairs);
    }

    public DigestIndex Index { get; }

    public PlatformSet Platforms { get; }

    public Recipe Recipe { get; }

    public TypeNames TypeNames { get; }

    public ValueMapper Values { get; }

    public DelegateCatalog Delegates { get; }

    public IReadOnlyList<HandlePlan> Handles => [.. _handles.Values];

    public IReadOnlyList<ReferencePlan> References => [.. _references.Values];

    public IReadOnlyList<ArrayPlan> Arrays => [.. _arrays.Values];

    /// <summary>The structs that were asked for, in the order of the header.</summary>
    public IReadOnlyList<StructPlan> Structs => [.. Index.Digest.Records.Select(_structs.FindPlanned).OfType<StructPlan>()];

    /// <summary>The handles that functions take or give, by C name.</summary>
    public HashSet<string> UsedHandles { get; } = new(StringComparer.Ordinal);

    /// <summary>The enums that were asked for.</summary>
    public HashSet<string> UsedEnums { get; } = new(StringComparer.Ordinal);

    public string NameOf(CItem item) => _names[item];

    public HandlePlan? FindHandle(string key) => _handles.GetValueOrDefault(key);

    /// <summary>Whether C# can say a record's layout.</summary>
    public bool CanSay(CRecord record) => ObstacleOf(record) is null;

    /// <summary>Why C# can't say a record's layout; null if it can.</summary>
    public string? ObstacleOf(CRecord record) => _structs.LayoutOf(record).Obstacle;

    /// <summary>The alignment that .NET gives to a record.</summary>
    public int AlignmentOf(CRecord record, Platform platform) => _structs.LayoutOf(record).Alignment!.On(platform);

    /// <summary>The record of a name, if it is one that C# can say, on every platform that has it; else null.</summary>
    public CRecord? RecordOf(string key, Platform platform) =>
        Index.FindType(key, platform) is CRecord record && _recordsByName[key].All(CanSay) ? record : null;

    /// <summary>How C# says a record's layout.</summary>
    public StructLayoutPlan LayoutOf(CRecord record) => _structs.LayoutOf(record);

    /// <summary>Asks for a record to be in the binding.</summary>
    public void Want(CRecord record) => _structs.Want(record);

    /// <summary>What a function's parameters are called, in C# and in a recipe.</summary>
    public IEnumerable<string> ParametersOf(CFunction function)
    {
        (string?, CType)[] parameters = [.. function.Parameters.Select(static parameter => (parameter.Name, parameter.Type.First))];
        return ParameterNames.Of(parameters, this, function.Platforms.First()).Select(static name => name.TrimStart('@'));
    }

    /// <summary>Asks for the record that a handle shows, if it shows one.</summary>
    public void WantStructOf(HandlePlan handle)
    {
        foreach (CRecord record in _recordsByName[handle.CName])
        {
            Want(record);
        }
    }

    /// <summary>The enum that a recipe names, in C#'s words or in C's, which is then in the binding.</summary>
    /// <returns>The enum's name in C#; the same name where the header has no such enum.</returns>
    public string UseEnum(string name)
    {
        CEnum? item = Index.Digest.Enums.FirstOrDefault(item => item.Name.Length > 0 && (NameOf(item) == name || item.Name == name))
            ?? Platforms
                .Select(platform => Index.Resolve(new NamedType(name), platform))
                .OfType<NamedType>()
                .SelectMany(named => Index.TypesOf(named.Name))
                .OfType<CEnum>()
                .FirstOrDefault();
        if (item is null)
        {
            return name;
        }

        UsedEnums.Add(item.Name);
        return NameOf(item);
    }

    /// <summary>Plans the records that were asked for, and those that they need.</summary>
    public void PlanStructs() => _structs.PlanWanted();

    /// <summary>What a pointer leads to, if that is a struct, a union or something that only the library knows.</summary>
    public ObjectPointer? ObjectBehind(CType type, Platform platform) =>
        _objects.Find(type, platform) is { } found && (!found.IsUntyped || _handles.ContainsKey(found.Key)) ? found : null;

    /// <summary>The type that is the bare address of an object.</summary>
    public ReferencePlan ReferenceTo(string key)
    {
        if (!_references.TryGetValue(key, out ReferencePlan? reference))
        {
            CItem? item = Index
                .Digest.Opaques.Cast<CItem>()
                .Concat(Index.Digest.Records)
                .Concat(Index.Digest.Typedefs)
                .Where(item => item.Name == key)
                .OrderBy(item => item is CRecord shown && CanSay(shown))
                .FirstOrDefault();
            string why =
                item is CRecord record && ObstacleOf(record) is { } obstacle ? $" Its layout can't be written in C#: {obstacle}." : "";
            string name =
                item is CRecord shown && !CanSay(shown) && _names.TryGetValue(shown, out string? known) ? known : TypeNames.OfObject(key);
            _references.Add(
                key,
                reference = new ReferencePlan(
                    name,
                    Heads.Of(item?.Documentation, $"The address of a <c>{Xml.Escape(key)}</c>.{Xml.Escape(why)}")));
        }

        return reference;
    }

    /// <summary>The type of several elements in a row.</summary>
    public Value ArrayOf(Value element, long length)
    {
        // An inline array's element must be able to be a type argument.
        string type = element.Type.EndsWith('*') ? "nint" : element.Type;
        if (!_arrays.TryGetValue((type, length), out ArrayPlan? array))
        {
            _arrays.Add((type, length), array = new ArrayPlan(TypeNames.Take($"{CSharpName.Pascal(type)}Array{length}"), type, length));
        }

        return new Value(array.Name, ValueKind.Record, element.Size * length, element.Alignment);
    }

    private void AddHandles(HandlePairs pairs)
    {
        if (Recipe.IsInstance)
        {
            return;
        }

        foreach (HandlePair pair in pairs.All)
        {
            CRecord? record = Index.Digest.Records.FirstOrDefault(record => record.Name == pair.Type);
            string name = _handleNames.GetValueOrDefault(pair.Type) ?? pair.Name ?? TypeNames.Take(TypeNames.OfObjectWithLayout(pair.Type));
            CItem? item = Index.Digest.Opaques.Cast<CItem>().Concat(Index.Digest.Records).FirstOrDefault(item => item.Name == pair.Type);
            _handles.Add(
                pair.Type,
                new HandlePlan(
                    name,
                    Heads.Of(item?.Documentation, $"A <c>{Xml.Escape(pair.Type)}</c>, freed by <c>{Xml.Escape(pair.Free)}</c>."))
                {
                    CName = pair.Type,
                    FreedBy = pair.Free,
                    IsFreedByAddress = pair.IsFreedByAddress,
                    Struct = record is not null && CanSay(record) ? NameOf(record) : null,
                });
        }
    }
}
