namespace Ffi.Generators.Model;

/// <summary>A parameter as it was written.</summary>
/// <param name="Name">The name, without <c>@</c>.</param>
/// <param name="Type">The type behind any <c>ref</c>.</param>
/// <param name="Mode">By value or by which reference.</param>
/// <param name="Modifiers">What stands before the type: <c>this</c>, <c>params</c>, <c>scoped</c>, <c>ref</c> …, with a space behind.</param>
/// <param name="MarshalAs">The <c>UnmanagedType</c> that <c>[MarshalAs]</c> names; null where there is none.</param>
internal sealed record ParameterModel(
    string Name,
    TypeModel Type,
    PassingMode Mode,
    string Modifiers,
    int? MarshalAs = null);
