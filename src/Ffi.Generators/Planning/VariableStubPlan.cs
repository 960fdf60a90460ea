namespace Ffi.Generators.Planning;

/// <summary>The second half of a variable that can't be bound: it lets the compiler go on, so that the analyzers are heard, and throws what
/// they say.</summary>
/// <param name="Name">The property's name, escaped.</param>
/// <param name="Modifiers">The modifiers that both halves share, followed by a space.</param>
/// <param name="Type">The property's type, with <c>ref</c> where it is the variable itself.</param>
/// <param name="Getter"><c>get</c> with its modifiers; null if there is none.</param>
/// <param name="Setter"><c>set</c> or <c>init</c> with its modifiers; null if there is none.</param>
/// <param name="Availability">The property that tells whether an optional symbol is there; null for other variables.</param>
/// <param name="IsStatic">Whether that property is static.</param>
/// <param name="Message">The error's id and words.</param>
internal sealed record VariableStubPlan(
    string Name,
    string Modifiers,
    string Type,
    string? Getter,
    string? Setter,
    string? Availability,
    bool IsStatic,
    string Message);
