using System.Numerics;
using Ffi.Bindgen.Inference;
using Ffi.Bindgen.Planning.Names;
using Ffi.Bindgen.Recipes;
using Ffi.Headers.Digest;

namespace Ffi.Bindgen.Planning;

/// <summary>A plan, and what is not in it.</summary>
internal sealed record PlannedBinding(BindingPlan Plan, IReadOnlyList<Unbound> Unbound, HandlePairs Pairs, IReadOnlyList<string> Strip)
{
    /// <summary>What the recipe says of nothing.</summary>
    public IReadOnlyList<RecipeMistake> Mistakes { get; init; } = [];
}

/// <summary>Plans what a digest and a recipe become in C#.</summary>
internal sealed class BindingPlanner
{
    private readonly HeaderDigest _digest;
    private readonly Recipe _recipe;
    private readonly IReadOnlySet<string> _declared;
    private readonly List<Unbound> _unbound = [];
    private readonly Prefixes _prefixes;
    private readonly IReadOnlyList<string> _strip;
    private readonly HandlePairs _pairs;
    private readonly TypeCatalog _types;
    private readonly NameScope _members;
    private readonly string _className;

    private BindingPlanner(HeaderDigest digest, Recipe recipe, IReadOnlySet<string> declared)
    {
        digest = TrailingComments.Mend(digest);
        _digest = digest;
        _recipe = recipe;
        _declared = declared;
        _className = recipe.ClassName ?? CSharpName.Pascal(recipe.Library);
        _strip =
            recipe.Strip
            ?? Prefixes.Find(
                digest.Functions.Select(static function => function.Name),
                digest
                    .Records.Cast<CItem>()
                    .Concat(digest.Enums)
                    .Concat(digest.Opaques)
                    .Concat(digest.Typedefs)
                    .Where(static item => item.Location is not null && item.Name.Length > 0)
                    .Select(static item => item.Name),
                digest.Constants.Select(static constant => constant.Name));
        _prefixes = new Prefixes(_strip);
        DigestIndex index = new(digest);
        ObjectTypes objects = new(index);
        PlatformSet platforms = digest.Platforms.Intersect(recipe.Platforms);
        _pairs = new HandlePairs(digest, objects, recipe);
        _types = new TypeCatalog(index, platforms, recipe, _prefixes, objects, _pairs, _className);
        _members = new NameScope([
            _className, "Equals", "GetHashCode", "GetType", "ToString", "MemberwiseClone", "Finalize", "ReferenceEquals", "Symbols",
            .. recipe.Names.Values,
            .. recipe.Functions.Values.Select(static choice => choice.Name).OfType<string>(),
        ]);
    }

    /// <summary>Plans a binding.</summary>
    /// <param name="digest">What the header says.</param>
    /// <param name="recipe">What a person decides.</param>
    /// <param name="declared">C names of functions that the program declares itself.</param>
    public static PlannedBinding Plan(HeaderDigest digest, Recipe recipe, IReadOnlySet<string> declared) =>
        new BindingPlanner(digest, recipe, declared).Plan();

    private PlannedBinding Plan()
    {
        List<FunctionPlan> functions = PlanFunctions();
        VariablePlanner variables = new(_types, _members, _prefixes);
        ConstantPlanner constants = new(_types, _members, _prefixes);
        List<VariablePlan> variablePlans =
        [
            .. _digest
                .Variables.Where(variable => IsWanted(variable.Name))
                .Select(variable => variables.Plan(variable, _unbound))
                .OfType<VariablePlan>(),
        ];
        AskForOwnTypes();
        List<ConstantPlan> constantPlans = PlanConstants(constants);
        foreach (HandlePlan handle in _types.Handles.Where(IsUsed))
        {
            _types.WantStructOf(handle);
        }

        _types.PlanStructs();
        BindingPlan plan = new()
        {
            Header = string.Join(", ", _digest.Headers),
            Namespace = _recipe.Namespace,
            ClassName = _className,
            LibraryArguments = LibraryArguments(),
            Summary = $"The functions of <c>{Xml.Escape(string.Join(", ", _digest.Headers))}</c>.",
            IsInstance = _recipe.IsInstance,
            Functions = functions,
            Variables = variablePlans,
            Constants = constantPlans,
            Handles = [.. _types.Handles.Where(IsUsed).Select(handle => Complete(handle, functions)).OfType<HandlePlan>()],
            Enums = PlanEnums(),
            Structs = _types.Structs,
            References = _types.References,
            Arrays = _types.Arrays,
            Delegates = _types.Delegates.All,
            Unbound = _unbound,
        };
        return new PlannedBinding(plan, _unbound, _pairs, _strip) { Mistakes = new RecipeMistakes(_digest, _recipe, _types).Find() };
    }

    private bool IsWanted(string name) => _recipe.Binds(name);

    private List<FunctionPlan> PlanFunctions()
    {
        FunctionPlanner planner = new(_types, _pairs, _members, _prefixes);
        ILookup<string, CFunction> byName = _digest.Functions.ToLookup(static function => function.Name);
        Dictionary<CFunction, IReadOnlyList<FunctionPlan>> plans = new(ReferenceEqualityComparer.Instance);
        GroupComments comments = new(_digest);
        foreach (
            CFunction function in _digest.Functions.Where(function => !_declared.Contains(function.Name) && _recipe.Binds(function.Name)))
        {
            if (function.IsInline)
            {
                _unbound.Add(new Unbound(function.Name, "the header has its body, so the library exports no symbol"));
                continue;
            }

            plans.Add(function, planner.Plan(function, comments.Of(function), byName[function.Name].Count() > 1, _unbound));
        }

        // A handle needs the function that frees it, whatever else the recipe asks for.
        HashSet<string> frees = [.. _types.Handles.Where(IsUsed).Select(static handle => handle.FreedBy)];
        foreach (
            CFunction function in _digest.Functions.Where(function =>
                frees.Contains(function.Name) && !_declared.Contains(function.Name) && !plans.ContainsKey(function)))
        {
            plans.Add(function, planner.Plan(function, null, isOneOfSeveral: false, _unbound));
        }

        return [.. _digest.Functions.SelectMany(function => plans.GetValueOrDefault(function) ?? [])];
    }

    private bool IsUsed(HandlePlan handle) => _recipe.Only.Count == 0 || _types.UsedHandles.Contains(handle.CName);

    // Types that no function names may still be needed: behind void pointers, or in what a program builds.
    private void AskForOwnTypes()
    {
        foreach (CRecord record in _digest.Records.Where(record => IsAskedFor(record, record.Name)))
        {
            if (_types.ObstacleOf(record) is { } obstacle)
            {
                _unbound.Add(new Unbound(record.Name, obstacle));
            }
            else
            {
                _types.Want(record);
            }
        }

        foreach (CTypedef typedef in _digest.Typedefs.Where(typedef => typedef.Callback is not null && IsAskedFor(typedef, typedef.Name)))
        {
            _types.Delegates.Find(typedef, [.. typedef.Platforms.Intersect(_types.Platforms)]);
        }
    }

    // A pattern is meant for functions and constants; with "only", a type that none of them needs is asked for by its whole name.
    private bool IsAskedFor(CItem type, string name) =>
        _recipe.Only.Count == 0
            ? type.Location is not null
            : IsNamed(name)
                || _digest.Typedefs.Any(typedef => typedef.Type.First is NamedType target && target.Name == name && IsNamed(typedef.Name));

    private bool IsAskedFor(CEnum item) => IsAskedFor(item, item.Name)
        || (_recipe.Only.Count > 0 && item.Members.Any(member => member.Value.IsUniform && IsWanted(member.Name)));

    private bool IsNamed(string type) => _recipe.Only.Any(pattern => pattern.Text == type);

    private List<ConstantPlan> PlanConstants(ConstantPlanner planner)
    {
        List<ConstantPlan> plans = [];
        foreach (CEnum item in _digest.Enums.Where(static item => item.Location is not null))
        {
            bool isNameless = item.Name.Length == 0;
            plans.AddRange(
                item.Members.Where(member => (isNameless || !member.Value.IsUniform) && IsWanted(member.Name))
                    .Select(member => planner.Plan(member, item)));
            if (!isNameless && item.Members.Any(member => !member.Value.IsUniform && IsWanted(member.Name)))
            {
                _types.UsedEnums.Add(item.Name);
            }
        }

        HashSet<string> grouped = [.. _recipe.Enums.SelectMany(MembersOf).Select(static constant => constant.Name)];
        plans.AddRange(
            _digest
                .Constants.Where(constant => !grouped.Contains(constant.Name) && IsWanted(constant.Name))
                .Select(constant => planner.Plan(constant, _unbound))
                .OfType<ConstantPlan>());
        return plans;
    }

    private List<EnumPlan> PlanEnums()
    {
        List<EnumPlan> plans = [];
        foreach (
            CEnum item in _digest.Enums.Where(item => item.Name.Length > 0 && (IsAskedFor(item) || _types.UsedEnums.Contains(item.Name))))
        {
            plans.Add(EnumPlanner.Plan(item, _types.NameOf(item), _prefixes, _types));
        }

        foreach (EnumChoice choice in _recipe.Enums)
        {
            (string, BigInteger, string?)[] members =
            [
                .. MembersOf(choice)
                    .Select(static constant => (constant.Name, ((IntegerValue)constant.Value.First).Value, constant.Documentation)),
            ];
            HeadPlan head = Heads.Of(null, $"<c>{Xml.Escape(string.Join(", ", choice.Members))}</c>", choice.IsFlags ? ["[Flags]"] : []);
            plans.Add(EnumPlanner.Plan(choice.Name, head, 4, choice.IsFlags, members, _prefixes));
        }

        return plans;
    }

    private IEnumerable<CConstant> MembersOf(EnumChoice choice) =>
        _digest.Constants.Where(constant =>
            constant.Value is { IsUniform: true, First: IntegerValue } && choice.Members.Any(pattern => pattern.Matches(constant.Name)));

    private HandlePlan? Complete(HandlePlan handle, List<FunctionPlan> functions)
    {
        FunctionPlan? free = functions.FirstOrDefault(function => function.CName == handle.FreedBy);
        return free is null ? null : handle with { Free = $"{_className}.{free.Name}" };
    }

    private string LibraryArguments()
    {
        if (_recipe.IsInstance)
        {
            return "";
        }

        List<string> arguments = [$"\"{_recipe.Library}\""];
        foreach ((string system, string property) in ((string, string)[])[("linux", "Linux"), ("macos", "MacOS"), ("windows", "Windows")])
        {
            if (_recipe.LibraryBySystem.TryGetValue(system, out string? name))
            {
                arguments.Add($"{property} = \"{name}\"");
            }
        }

        return $"({string.Join(", ", arguments)})";
    }
}
