namespace Ffi.Generators.Model;

/// <summary>An attribute of ours on a parameter or a result, as it was written.</summary>
/// <param name="Name">The name, without <c>Attribute</c>.</param>
/// <param name="Arguments">What is given to it.</param>
internal sealed record SaidAttribute(string Name, EquatableArray<SaidArgument> Arguments)
{
    /// <summary>What it is given without a name; empty if that is no text.</summary>
    public string Text => Texts("") is { Count: > 0 } texts ? texts[0] : "";

    public bool Has(string argument) => Arguments.Any(given => given.Name == argument);

    /// <summary>The texts of an argument; none where it isn't given.</summary>
    public EquatableArray<string> Texts(string argument) => Arguments.FirstOrDefault(given => given.Name == argument)?.Texts ?? default;
}

/// <summary>An argument of an attribute.</summary>
/// <param name="Name">The property; empty for what stands without a name.</param>
/// <param name="Texts">What it says, where that is text.</param>
internal sealed record SaidArgument(string Name, EquatableArray<string> Texts);
