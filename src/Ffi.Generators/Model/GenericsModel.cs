namespace Ffi.Generators.Model;

/// <summary>The type parameters of a function, which no native function has; its other half must repeat them all the same.</summary>
/// <param name="Parameters">The list, such as <c>&lt;T, U&gt;</c>.</param>
/// <param name="Constraints">A <c>where</c> clause for each that has constraints.</param>
internal sealed record GenericsModel(string Parameters, EquatableArray<string> Constraints);
