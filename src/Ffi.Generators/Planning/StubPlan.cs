using Ffi.Generators.Model;

namespace Ffi.Generators.Planning;

/// <summary>The second half of a function that can't be bound: it lets the compiler go on, so that the analyzers are heard, and throws what
/// they say.</summary>
/// <param name="Name">The function's name, escaped.</param>
/// <param name="Modifiers">The modifiers that both halves share.</param>
/// <param name="Return">The result's type, with <c>ref</c> where it returns by reference.</param>
/// <param name="Parameters">The parameters as the generated half declares them.</param>
/// <param name="Generics">The type parameters; null if there are none.</param>
/// <param name="Availability">The property that tells whether an optional symbol is there; null for other functions.</param>
/// <param name="IsStatic">Whether that property is static.</param>
/// <param name="Message">The error's id and words.</param>
internal sealed record StubPlan(
    string Name,
    string Modifiers,
    string Return,
    string Parameters,
    GenericsModel? Generics,
    string? Availability,
    bool IsStatic,
    string Message);
