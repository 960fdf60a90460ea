namespace Ffi.Generators.Planning;

/// <summary>The field that keeps one symbol's address.</summary>
/// <param name="Name">The field's name, escaped.</param>
/// <param name="EntryPoint">The symbol's name.</param>
/// <param name="IsVariadic">Whether the address is that of a thunk, through which a variadic function is called.</param>
/// <param name="IsVariable">Whether it is a variable's address.</param>
/// <param name="IsOptional">Whether eager binding goes on without it.</param>
internal sealed record SlotPlan(string Name, string EntryPoint, bool IsVariadic, bool IsVariable, bool IsOptional);
