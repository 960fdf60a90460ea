namespace Ffi.Abi.Tests.Model;

/// <summary>A type as C and C# write it, and the scalars it is made of.</summary>
/// <param name="CName">The type in C.</param>
/// <param name="CSharpName">The type in C#.</param>
internal abstract record AbiType(string CName, string CSharpName)
{
    /// <summary>The size in memory, in bytes.</summary>
    public abstract int Size { get; }

    /// <summary>What its address is a multiple of.</summary>
    public abstract int Alignment { get; }

    /// <summary>The scalars from the first byte to the last. Their paths read the same in both languages.</summary>
    public abstract IReadOnlyList<Leaf> Leaves { get; }
}

/// <summary>A scalar inside a value.</summary>
/// <param name="Path">What follows the value's name: empty, <c>.f1</c>, <c>.f2.f1</c>, <c>.f3[2]</c>.</param>
/// <param name="Type">The scalar's own type.</param>
internal sealed record Leaf(string Path, ScalarType Type);
