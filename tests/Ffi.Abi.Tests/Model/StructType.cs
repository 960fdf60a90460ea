namespace Ffi.Abi.Tests.Model;

/// <summary>A struct, of fields <c>f1</c>, <c>f2</c>, …</summary>
internal sealed record StructType(string Name, IReadOnlyList<AbiType> Fields) : AbiType(Name, Name)
{
    public StructType(string name, params AbiType[] fields) : this(name, (IReadOnlyList<AbiType>)fields)
    {
    }

    public override int Size => AlignUp(Fields.Aggregate(0, static (end, part) => AlignUp(end, part.Alignment) + part.Size), Alignment);

    public override int Alignment => Fields.Max(static part => part.Alignment);

    private static int AlignUp(int offset, int alignment) => (offset + alignment - 1) / alignment * alignment;

    public override IReadOnlyList<Leaf> Leaves { get; } =
        [.. Fields.SelectMany((field, index) => field.Leaves.Select(leaf => leaf with { Path = $".f{index + 1}{leaf.Path}" }))];
}

/// <summary>An array inside a struct; in C# a struct of its own with <c>[InlineArray]</c>.</summary>
internal sealed record ArrayType(ScalarType Element, int Length) : AbiType(Element.CName, $"{Element.CSharpName}x{Length}")
{
    public override int Size => Element.Size * Length;

    public override int Alignment => Element.Alignment;

    public override IReadOnlyList<Leaf> Leaves { get; } = [.. Enumerable.Range(0, Length).Select(index => new Leaf($"[{index}]", Element))];
}
