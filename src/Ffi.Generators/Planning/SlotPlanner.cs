using Ffi.Generators.Model;

namespace Ffi.Generators.Planning;

/// <summary>Gives each symbol of a library one field, however many functions call it.</summary>
internal sealed class SlotPlanner
{
    // What the class around the fields has already: its own name, its base's members, and object's.
    private static readonly string[] s_reserved =
    [
        "Symbols", "Library", "Bind", "TryBind", "BindAll", "Lease", "Retire", "Equals", "ReferenceEquals", "GetHashCode", "GetType",
        "ToString", "Finalize", "MemberwiseClone",
    ];

    private readonly LocalNames _names = new(s_reserved);
    private readonly Dictionary<(string EntryPoint, bool IsVariadic), int> _indexes = [];
    private readonly List<SlotPlan> _slots = [];

    public IReadOnlyList<SlotPlan> Slots => _slots;

    /// <summary>The name of the field for the function's symbol.</summary>
    public string SlotFor(FunctionModel function)
    {
        bool isVariadic = function.Options.Variadic > 0;
        if (!_indexes.TryGetValue((function.EntryPoint, isVariadic), out int index))
        {
            _indexes[(function.EntryPoint, isVariadic)] = index = _slots.Count;
            _slots.Add(new SlotPlan(Identifier.Escape(_names.Take(function.Name)), function.EntryPoint, isVariadic, IsOptional: true));
        }

        SlotPlan slot = _slots[index];
        _slots[index] = slot with { IsOptional = slot.IsOptional && function.Options.IsOptional };
        return slot.Name;
    }
}
