namespace Ffi.Abi.Tests.Model;

/// <summary>Values as bits, and what both sides compute of them. <c>abi.h</c>, which <c>CSource</c> writes, is the other half.</summary>
internal static class Bits
{
    /// <summary>The bits of a value, one in four of them at an edge of the type.</summary>
    public static ulong Draw(ScalarType type, Random random) => type.Kind switch
    {
        ScalarKind.Boolean => (ulong)random.Next(2),
        ScalarKind.Single => BitConverter.SingleToUInt32Bits(random.Next(4) == 0
            ? Pick(random, 0f, -0f, float.MinValue, float.MaxValue, float.Epsilon, float.PositiveInfinity)
            : random.NextSingle() * 2000 - 1000),
        ScalarKind.Double => BitConverter.DoubleToUInt64Bits(random.Next(4) == 0
            ? Pick(random, 0d, -0d, double.MinValue, double.MaxValue, double.Epsilon, double.NegativeInfinity)
            : random.NextDouble() * 2e9 - 1e9),
        _ => Truncate(type, random.Next(4) == 0 ? Edge(type, random) : (ulong)random.NextInt64(long.MinValue, long.MaxValue)),
    };

    /// <summary>What C makes of an argument's bits and of those before it: any change of order or value changes it.</summary>
    public static ulong Fold(ulong sum, ulong bits)
    {
        sum = (sum ^ bits) * 0x9E37_79B9_7F4A_7C15;
        return sum ^ (sum >> 29);
    }

    /// <summary>The bits of the result's scalar at <paramref name="place"/>, which C makes of the sum. No float is a NaN.</summary>
    public static ulong Derive(ScalarType type, ulong sum, int place)
    {
        ulong bits = Fold(sum, (ulong)place);
        return type.Kind switch
        {
            ScalarKind.Boolean => bits & 1,
            ScalarKind.Single => BitConverter.SingleToUInt32Bits((float)(int)bits),
            ScalarKind.Double => BitConverter.DoubleToUInt64Bits((int)bits),
            _ => Truncate(type, bits),
        };
    }

    private static ulong Edge(ScalarType type, Random random) =>
        Pick(random, 0ul, 1ul, ulong.MaxValue, 1ul << (8 * type.Bytes - 1), (1ul << (8 * type.Bytes - 1)) - 1);

    private static ulong Truncate(ScalarType type, ulong bits) => type.Bytes == 8 ? bits : bits & ((1ul << (8 * type.Bytes)) - 1);

    private static T Pick<T>(Random random, params ReadOnlySpan<T> values) => values[random.Next(values.Length)];
}
