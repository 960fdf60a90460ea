using Ffi.Headers.Digest;

namespace Ffi.Bindgen.Planning;

/// <summary>The delegate types of a binding: one for each function type of C, under the name that C gives it, or that of where it is used
/// first.</summary>
internal sealed class DelegateCatalog(TypeCatalog types)
{
    private readonly Dictionary<string, DelegatePlan?> _byTypedef = new(StringComparer.Ordinal);
    private readonly Dictionary<FunctionType, DelegatePlan?> _byType = [];
    private readonly List<DelegatePlan> _all = [];

    public IReadOnlyList<DelegatePlan> All => _all;

    /// <summary>The delegate type of a pointer to a function; null if C# can't say its signature.</summary>
    /// <param name="type">The pointer.</param>
    /// <param name="platforms">Where it is used.</param>
    /// <param name="place">A C name for it, if it has none.</param>
    public DelegatePlan? Find(PerPlatform<CType> type, IReadOnlyList<Platform> platforms, string place)
    {
        if (TypedefOf(type.First, platforms[0]) is { } typedef)
        {
            return Find(typedef, platforms);
        }

        FunctionType function = FunctionOf(type.First, platforms[0])!;
        if (!type.IsUniform || _byType.TryGetValue(function, out DelegatePlan? known))
        {
            return type.IsUniform ? _byType[function] : null;
        }

        _byType.Add(function, null);
        return _byType[function] = Add(PerPlatform.Same(function), platforms, place, null);
    }

    /// <summary>The delegate type of a typedef.</summary>
    public DelegatePlan? Find(CTypedef typedef, IReadOnlyList<Platform> platforms)
    {
        if (_byTypedef.TryGetValue(typedef.Name, out DelegatePlan? known))
        {
            return known;
        }

        _byTypedef.Add(typedef.Name, null);
        return _byTypedef[typedef.Name] = typedef.Type.Variants.All(static variant => Behind(variant.Value) is not null)
            ? Add(typedef.Type.Select(static type => Behind(type)!), platforms, typedef.Name, typedef.Documentation)
            : null;
    }

    private static FunctionType? Behind(CType type) => type as FunctionType ?? (type as PointerType)?.Target as FunctionType;

    private FunctionType? FunctionOf(CType type, Platform platform) => types.Index.Resolve(type, platform) switch
    {
        FunctionType function => function,
        PointerType { Target: var target } => types.Index.Resolve(target, platform) as FunctionType,
        _ => null,
    };

    // The last name on the way to the function.
    private CTypedef? TypedefOf(CType type, Platform platform)
    {
        CTypedef? found = null;
        while (true)
        {
            type = type is PointerType { Target: NamedType target } ? target : type;
            if (type is not NamedType { Name: var name } || types.Index.FindType(name, platform) is not CTypedef typedef)
            {
                return found;
            }

            found = typedef;
            type = typedef.Type.On(platform);
        }
    }

    private DelegatePlan? Add(PerPlatform<FunctionType> type, IReadOnlyList<Platform> platforms, string place, string? documentation)
    {
        if (new DelegatePlanner(types).Plan(type, platforms, documentation, place) is not { } plan)
        {
            return null;
        }

        plan = plan with { Name = types.TypeNames.OfCallback(place) };
        _all.Add(plan);
        return plan;
    }
}
