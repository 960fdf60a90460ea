namespace Ffi.Generators.Emission;

/// <summary>How a body gets at its symbol.</summary>
/// <param name="Statements">Puts the address into the body's local.</param>
/// <param name="KeepAlive">Stands directly behind the call; empty where the module is never unloaded.</param>
internal sealed record LookUp(string Statements, string KeepAlive);
