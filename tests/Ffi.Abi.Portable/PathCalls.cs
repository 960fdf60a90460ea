namespace Ffi.Abi.Portable;

/// <summary>The calls of a set by one path, as the written sources have them.</summary>
/// <param name="Name">The path; of a mutant, the mutation.</param>
/// <param name="Set">The set, whose name is also that of its C library.</param>
/// <param name="Count">How many functions of the set there are.</param>
/// <param name="Calls">Binds the functions.</param>
internal sealed record PathCalls(string Name, string Set, int Count, Func<Action<nint, nint>[]> Calls);
