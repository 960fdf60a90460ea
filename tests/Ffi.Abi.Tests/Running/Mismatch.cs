using Ffi.Abi.Tests.Model;

namespace Ffi.Abi.Tests.Running;

/// <summary>A call whose arguments C did not see, or whose result C# did not, as the other side gave them.</summary>
/// <param name="What">What differs, with both sides' bits.</param>
/// <param name="ArgumentBits">What was passed, scalar by scalar.</param>
internal sealed record Mismatch(AbiCase Case, string What, IReadOnlyList<ulong> ArgumentBits)
{
    public override string ToString() => $"""
        {Case}
            {What}
            passed {string.Join(", ", Case.Arguments.Zip(ArgumentBits, (leaf, bits) => $"{leaf.Path} = 0x{bits:X}"))}
        """;
}
