using Ffi.Generators.Model;

namespace Ffi.Generators.Planning;

/// <summary>Gives each symbol of a library one field, however many functions call it.</summary>
/// <param name="symbolsType">The name of the class around the fields, which none of them may have.</param>
internal sealed class SlotPlanner(string symbolsType)
{
    // Names that the class around the fields has already: its own members, its base's, and object's.
    private static readonly string[] s_reserved =
    [
        "Library", "Bind", "TryBind", "BindVariable", "TryBindVariable", "BindAll", "Lease", "get_Lease", "Retire", "Unbound", "Equals",
        "ReferenceEquals", "GetHashCode", "GetType", "ToString", "Finalize", "MemberwiseClone",
        // Parameters and locals of its own methods.
        "slot", "symbol", "isVariadic", "source", "all",
    ];

    private readonly LocalNames _names = new(s_reserved.Append(symbolsType));
    private readonly Dictionary<(string EntryPoint, bool IsVariadic, bool IsVariable), int> _indexes = [];
    private readonly List<SlotPlan> _slots = [];

    public IReadOnlyList<SlotPlan> Slots => _slots;

    /// <summary>The name of the field for the function's symbol.</summary>
    public string SlotFor(FunctionModel function) =>
        SlotFor(function.EntryPoint, function.Name, function.Options.Variadic > 0, function.Options.IsOptional);

    /// <summary>The name of the field for a symbol that a function names beside its own.</summary>
    public string SlotFor(string entryPoint) =>
        SlotFor(entryPoint, NameOf(entryPoint), isVariadic: false, isOptional: true);

    private static string NameOf(string entryPoint)
    {
        string name = new([.. entryPoint.Select(static c => char.IsLetterOrDigit(c) ? c : '_')]);
        return name.Length > 0 && char.IsLetter(name[0]) ? name : "_" + name;
    }

    /// <summary>The name of the field for the variable's symbol.</summary>
    public string SlotFor(VariableModel variable) =>
        SlotFor(variable.EntryPoint, variable.Name, isVariadic: false, variable.IsOptional, isVariable: true);

    private string SlotFor(string entryPoint, string name, bool isVariadic, bool isOptional, bool isVariable = false)
    {
        if (!_indexes.TryGetValue((entryPoint, isVariadic, isVariable), out int index))
        {
            _indexes[(entryPoint, isVariadic, isVariable)] = index = _slots.Count;
            _slots.Add(new SlotPlan(Identifier.Escape(_names.Take(name)), entryPoint, isVariadic, isVariable, IsOptional: true));
        }

        SlotPlan slot = _slots[index];
        _slots[index] = slot with { IsOptional = slot.IsOptional && isOptional };
        return slot.Name;
    }
}
