using System.Numerics;

namespace Ffi.Headers.Digest;

/// <summary>A macro that is a number or text.</summary>
public sealed record CConstant(string Name, PerPlatform<CType> Type, PerPlatform<ConstantValue> Value) : CItem(Name);

/// <summary>The value of a constant.</summary>
public abstract record ConstantValue
{
    private protected ConstantValue()
    {
    }

    /// <summary>The value as a digest writes it.</summary>
    public sealed override string ToString() => Text.ConstantText.Of(this);
}

/// <summary>A whole number.</summary>
public sealed record IntegerValue(BigInteger Value) : ConstantValue;

/// <summary>A floating-point number, as a double. One NaN is equal to another, and -0 differs from 0.</summary>
public sealed record FloatValue(double Value) : ConstantValue
{
    /// <inheritdoc/>
    public bool Equals(FloatValue? other) => other is not null && Bits == other.Bits;

    /// <inheritdoc/>
    public override int GetHashCode() => Bits.GetHashCode();

    private long Bits => BitConverter.DoubleToInt64Bits(double.IsNaN(Value) ? double.NaN : Value);
}

/// <summary>Text without its terminating zero. A byte that is not UTF-8 is the character U+DC80 to U+DCFF, an unpaired surrogate.</summary>
public sealed record TextValue(string Value) : ConstantValue;
