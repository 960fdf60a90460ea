using Ffi.Generators.Model;

namespace Ffi.Generators.Planning;

/// <summary>The function that frees what another one handed out.</summary>
/// <param name="EntryPoint">Its symbol.</param>
/// <param name="Library">The library that has it; null if it is the library's own.</param>
/// <param name="Symbols">The class that keeps its address, where that is not the library's own.</param>
/// <param name="Slot">The field that keeps its address.</param>
/// <param name="Function">The local that holds it, from before the call: what can't be freed is not asked for. Where the runtime binds it,
/// the local function that is its import.</param>
/// <param name="Import">The import; null if Ffi binds it.</param>
internal sealed record FreePlan(
    string EntryPoint,
    LibraryNameModel? Library,
    string? Symbols,
    string Slot,
    string Function,
    ImportPlan? Import = null)
{
    /// <summary>The plan of what an attribute says; null if nothing is specified.</summary>
    public static FreePlan? Of(OwnershipModel? ownership, string local, LocalNames names) =>
        ownership?.FreedWith is { } symbol ? new FreePlan(symbol, ownership.FreeLibrary, Symbols: null, Slot: "", names.Take(local)) : null;
}

/// <summary>Native memory, a text as a rule, that is freed once it is copied.</summary>
/// <param name="Free">Who frees it.</param>
/// <param name="Pointer">The local that points to it.</param>
/// <param name="NativeType">The type of the local.</param>
/// <param name="Unless">What was lent in its place, and is not native code's; null if nothing was.</param>
internal sealed record FreedText(FreePlan Free, string Pointer, string NativeType, string? Unless = null);

/// <summary>A field in which native code returns memory.</summary>
/// <param name="Path">Where the field is in the native struct.</param>
/// <param name="NativeType">Its type there.</param>
/// <param name="Free">Who frees it.</param>
internal sealed record FieldFreePlan(string Path, string NativeType, FreePlan Free);
