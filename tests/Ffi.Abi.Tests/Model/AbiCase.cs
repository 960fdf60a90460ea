namespace Ffi.Abi.Tests.Model;

/// <summary>A function to call: its number, its types, and no more.</summary>
/// <param name="Return">The result's type; null for <c>void</c>.</param>
internal sealed record AbiCase(int Number, AbiType? Return, IReadOnlyList<AbiType> Parameters)
{
    public string Symbol => $"f{Number}";

    /// <summary>The scalars of all arguments, named from the parameter on: <c>a1</c>, <c>a2.f1</c>, …</summary>
    public IReadOnlyList<Leaf> Arguments { get; } =
        [.. Parameters.SelectMany((type, index) => type.Leaves.Select(leaf => leaf with { Path = $"a{index + 1}{leaf.Path}" }))];

    /// <summary>The scalars of the result, from <c>result</c> on.</summary>
    public IReadOnlyList<Leaf> Results { get; } = [.. (Return?.Leaves ?? []).Select(leaf => leaf with { Path = $"result{leaf.Path}" })];

    /// <summary>The parameters as C or C# declares them.</summary>
    public string ParameterList(Func<AbiType, string> name) =>
        string.Join(", ", Parameters.Select((type, index) => $"{name(type)} a{index + 1}"));

    /// <summary>The function as C# declares it, without modifiers.</summary>
    public override string ToString() => $"{Return?.CSharpName ?? "void"} {Symbol}({ParameterList(type => type.CSharpName)})";
}
