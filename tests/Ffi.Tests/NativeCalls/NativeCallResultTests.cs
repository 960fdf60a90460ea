using System.Runtime.InteropServices;

namespace Ffi.Tests.NativeCalls;

/// <summary>A result is what the function returned, whatever else the registers hold.</summary>
public class NativeCallResultTests
{
    [Fact]
    public void NarrowResults_DropTheJunkAboveTheirBits()
    {
        Assert.Equal(-128, Dirty(0x80, 8, NativeType.SByte).AsSByte());
        Assert.Equal(0x80, Dirty(0x80, 8, NativeType.Byte).AsByte());
        Assert.Equal(short.MinValue, Dirty(0x8000, 16, NativeType.Int16).AsInt16());
        Assert.Equal(0x8001, Dirty(0x8001, 16, NativeType.UInt16).AsUInt16());
        Assert.Equal('é', Dirty('é', 16, NativeType.Char).AsChar());
        Assert.Equal(int.MinValue, Dirty(0x8000_0000, 32, NativeType.Int32).AsInt32());
        Assert.Equal(0x8000_0001, Dirty(0x8000_0001, 32, NativeType.UInt32).AsUInt32());
        Assert.False(Dirty(0, 8, NativeType.Bool).AsBool());
        Assert.True(Dirty(1, 8, NativeType.Bool).AsBool());

        static NativeValue Dirty(ulong value, int width, NativeType returns) =>
            NativeCall.Invoke(Fixture.Function("dirty_result"), returns, [value, width]);
    }

    [Fact]
    public void Scalars_ComeBackWhole()
    {
        Assert.Equal(long.MinValue + 1, Call("negate_int64", NativeType.Int64, long.MaxValue).AsInt64());
        Assert.Equal(1UL, Call("complement_uint64", NativeType.UInt64, ulong.MaxValue - 1).AsUInt64());
        Assert.Equal(-7, Call("negate_intptr", NativeType.NInt, (nint)7).AsNInt());
        Assert.Equal(-1.5f, Call("negate_float", NativeType.Single, 1.5f).AsSingle());
        Assert.Equal(-1e300, Call("negate_double", NativeType.Double, 1e300).AsDouble());
        Assert.Equal(-9, Call("negate_long", NativeType.CLong, new CLong(9)).AsCLong().Value);
        Assert.False(Call("not_bool", NativeType.Bool, true).AsBool());
    }

    [Fact]
    public void Structs_ComeBackFromEveryPairOfRegisters()
    {
        Assert.Equal(new LongLong(-1, 2), Echo("long_long", LongLong.Type, new LongLong(-1, 2)));
        Assert.Equal(new DoubleDouble(-1.5, 2.5), Echo("double_double", DoubleDouble.Type, new DoubleDouble(-1.5, 2.5)));
        Assert.Equal(new LongDouble(-1, 2.5), Echo("long_double", LongDouble.Type, new LongDouble(-1, 2.5)));
        Assert.Equal(new DoubleLong(-1.5, 2), Echo("double_long", DoubleLong.Type, new DoubleLong(-1.5, 2)));
        Assert.Equal(new FloatX4(1, 2, 4, 8), Echo("float_x4", FloatX4.Type, new FloatX4(1, 2, 4, 8)));
        Assert.Equal(new FloatX3(1, 2, 4), Echo("float_x3", FloatX3.Type, new FloatX3(1, 2, 4)));
        Assert.Equal(new ByteX3(1, 2, 255), Echo("byte_x3", ByteX3.Type, new ByteX3(1, 2, 255)));
        Assert.Equal(new IntFloat(-1, 2.5f), Echo("int_float", IntFloat.Type, new IntFloat(-1, 2.5f)));

        static T Echo<T>(string name, NativeType type, T value)
            where T : unmanaged => Call($"echo_{name}", type, NativeValue.FromStruct(value, type)).AsStruct<T>();
    }

    [Fact]
    public void Void_GivesAValueThatNoGetterReads()
    {
        NativeValue result = NativeCall.Invoke(Fixture.Function("clear_recorded"), NativeType.Void, []);

        Assert.Equal(NativeType.Void, result.Type);
        Assert.Throws<InvalidCastException>(() => result.AsInt32());
        Assert.Equal(0xEE, Fixture.Recorded(1)[0]);
    }

    private static NativeValue Call(string name, NativeType returns, NativeValue argument) =>
        NativeCall.Invoke(Fixture.Function(name), returns, [argument]);
}
