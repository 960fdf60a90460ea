namespace Ffi.Generators.Planning;

/// <summary>The library's own function that frees what another one returned.</summary>
/// <param name="EntryPoint">Its symbol.</param>
/// <param name="Slot">The field that keeps its address.</param>
/// <param name="Function">The local that holds it, from before the call: what can't be freed is not asked for.</param>
internal sealed record FreePlan(string EntryPoint, string Slot, string Function);
