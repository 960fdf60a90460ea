using Ffi.Generators.Model;

namespace Ffi.Generators.Planning;

/// <summary>The libraries beside the declared one whose functions free what it returns.</summary>
/// <param name="members">Names of members that are not taken yet.</param>
internal sealed class OtherLibraries(LocalNames members)
{
    private readonly Dictionary<LibraryNameModel, (string SymbolsType, SlotPlanner Slots)> _libraries = [];
    private readonly List<LibraryNameModel> _order = [];

    /// <summary>The libraries that functions planned so far need.</summary>
    public IEnumerable<OtherLibraryPlan> Plans =>
        _order.Select(name => new OtherLibraryPlan(name, _libraries[name].SymbolsType, _libraries[name].Slots.Slots.ToEquatableArray()));

    /// <summary>The class and the field that keep a symbol's address.</summary>
    public (string SymbolsType, string Slot) SlotFor(LibraryNameModel library, string entryPoint)
    {
        if (!_libraries.TryGetValue(library, out (string SymbolsType, SlotPlanner Slots) found))
        {
            string type = members.Take("SymbolsOf_" + new string([.. library.Name.Select(static c => char.IsLetterOrDigit(c) ? c : '_')]));
            _libraries[library] = found = (type, new SlotPlanner(type));
            _order.Add(library);
        }

        return (found.SymbolsType, found.Slots.SlotFor(entryPoint));
    }
}

/// <summary>The addresses of another library's functions.</summary>
/// <param name="Name">The names of the library.</param>
/// <param name="SymbolsType">The name of the nested class that keeps the addresses.</param>
/// <param name="Slots">The addresses, each once.</param>
internal sealed record OtherLibraryPlan(LibraryNameModel Name, string SymbolsType, EquatableArray<SlotPlan> Slots);
