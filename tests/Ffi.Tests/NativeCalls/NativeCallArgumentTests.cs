using System.Runtime.InteropServices;

namespace Ffi.Tests.NativeCalls;

/// <summary>Each argument arrives as it was passed: C keeps the bytes of every one, for every type and count.</summary>
public class NativeCallArgumentTests
{
    private static readonly string[] s_inTurn =
        ["int64", "double", "int8", "float", "long_double", "uint16", "double_double", "int32", "byte_x3", "long_long"];

    public static TheoryData<string, int> EveryTypeAndCount()
    {
        var data = new TheoryData<string, int>();
        foreach (string type in (string[])[.. s_inTurn, "double_long", "float_x4", "float_x3", "int_float", "in_turn"])
        {
            for (int count = 0; count <= NativeCall.MaxArguments; count++)
            {
                data.Add(type, count);
            }
        }

        return data;
    }

    [Theory]
    [MemberData(nameof(EveryTypeAndCount))]
    public void Invoke_PassesEveryArgumentWhole(string type, int count)
    {
        (NativeValue[] arguments, byte[] expected) = Samples(type, count);

        NativeValue result = NativeCall.Invoke(Fixture.Function($"record_{type}_{count}"), NativeType.Int32, arguments);

        Assert.Equal(count, result.AsInt32());
        Assert.Equal(Convert.ToHexString(expected), Convert.ToHexString(Fixture.Recorded(count)));
    }

    [Theory]
    [InlineData(32)]
    [InlineData(20)]
    [InlineData(15)]
    public void WeighMixed_OfAlternatingIntegersAndDoubles_WeighsEachByItsPosition(int count)
    {
        var arguments = new NativeValue[count];
        double expected = 0;
        for (int i = 0; i < count; i++)
        {
            arguments[i] = i % 2 == 0 ? (NativeValue)(long)-i : i + 0.5;
            expected += (i + 1) * (i % 2 == 0 ? -i : i + 0.5);
        }

        Assert.Equal(expected, NativeCall.Invoke(Fixture.Function($"weigh_mixed_{count}"), NativeType.Double, arguments).AsDouble());
    }

    [Fact]
    public void SmallIntegers_AreExtendedTo32Bits()
    {
        Assert.Equal(-2, LowHalf((sbyte)-2));
        Assert.Equal(0xFE, LowHalf((byte)0xFE));
        Assert.Equal(-3, LowHalf((short)-3));
        Assert.Equal(0xFFFD, LowHalf((ushort)0xFFFD));
        Assert.Equal('\uFFFE', LowHalf('\uFFFE'));
        Assert.Equal(1, LowHalf(true));
        Assert.Equal(0, LowHalf(false));

        static int LowHalf(NativeValue value)
        {
            int inRegister = NativeCall.Invoke(Fixture.Function("low32_of_first"), NativeType.Int32, [value]).AsInt32();
            int onStack = NativeCall.Invoke(Fixture.Function("low32_of_ninth"), NativeType.Int32,
                [1L, 2L, 3L, 4L, 5L, 6L, 7L, 8L, value]).AsInt32();
            Assert.Equal(inRegister, onStack);
            return inRegister;
        }
    }

    [Fact]
    public unsafe void Pointer_ReachesTheFunction()
    {
        int target = 41;

        NativeValue back = NativeCall.Invoke(Fixture.Function("record_int64_1"), NativeType.Int32, [&target]);

        Assert.Equal(1, back.AsInt32());
        Assert.Equal((nint)(&target), MemoryMarshal.Read<nint>(Fixture.Recorded(1)));
    }

    /// <summary>Arguments, and their bytes: 16 for each.</summary>
    internal static (NativeValue[] Arguments, byte[] Bytes) Samples(string type, int count)
    {
        var arguments = new NativeValue[count];
        var bytes = new byte[count * NativeType.MaxStructBytes];
        for (int i = 0; i < count; i++)
        {
            string itsType = type == "in_turn" ? s_inTurn[i % s_inTurn.Length] : type;
            arguments[i] = Sample(itsType, i, bytes.AsSpan(i * NativeType.MaxStructBytes));
        }

        return (arguments, bytes);
    }

    private static NativeValue Sample(string type, int i, Span<byte> bytes) => type switch
    {
        "int8" => Scalar((sbyte)(3 - (7 * i)), bytes, value => value),
        "uint16" => Scalar((ushort)(65_000 - (1_001 * i)), bytes, value => value),
        "int32" => Scalar(-2_000_000_000 + (100_000_007 * i), bytes, value => value),
        "int64" => Scalar(-1L - ((long)i << 40) - i, bytes, value => value),
        "float" => Scalar(-0.25f + (3.5f * i), bytes, value => value),
        "double" => Scalar(1e300 / (i + 1), bytes, value => value),
        "long_long" => Struct(new LongLong(-1 - i, 1L << (i + 8)), LongLong.Type, bytes),
        "double_double" => Struct(new DoubleDouble(i + 0.5, -i - 0.25), DoubleDouble.Type, bytes),
        "long_double" => Struct(new LongDouble(-1 - i, i + 0.125), LongDouble.Type, bytes),
        "double_long" => Struct(new DoubleLong(i + 0.125, -1 - i), DoubleLong.Type, bytes),
        "float_x4" => Struct(new FloatX4(i + 0.1f, i + 0.2f, i + 0.3f, i + 0.4f), FloatX4.Type, bytes),
        "float_x3" => Struct(new FloatX3(i + 0.1f, i + 0.2f, i + 0.3f), FloatX3.Type, bytes),
        "byte_x3" => Struct(new ByteX3((byte)(i + 1), (byte)(i + 101), (byte)(i + 201)), ByteX3.Type, bytes),
        "int_float" => Struct(new IntFloat(-1 - i, i + 0.5f), IntFloat.Type, bytes),
        _ => throw new ArgumentOutOfRangeException(nameof(type), type, null),
    };

    private static NativeValue Scalar<T>(T value, Span<byte> bytes, Func<T, NativeValue> convert)
        where T : unmanaged
    {
        MemoryMarshal.Write(bytes, value);
        return convert(value);
    }

    private static NativeValue Struct<T>(T value, NativeType type, Span<byte> bytes)
        where T : unmanaged
    {
        MemoryMarshal.Write(bytes, value);
        return NativeValue.FromStruct(value, type);
    }
}
