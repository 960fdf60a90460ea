namespace Ffi.Generators.Model;

/// <summary>What an attribute of the framework asks for and doesn't get.</summary>
/// <param name="Attribute">The attribute with the property, as it is written.</param>
/// <param name="Advice">Why not, and what to write instead.</param>
internal sealed record UnheededAttribute(string Attribute, string Advice);
