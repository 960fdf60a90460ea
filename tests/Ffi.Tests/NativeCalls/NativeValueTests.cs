using System.Globalization;
using System.Runtime.InteropServices;

namespace Ffi.Tests.NativeCalls;

/// <summary>A value gives back what it was made of, and only as that.</summary>
public class NativeValueTests
{
    [Fact]
    public void Getters_GiveBackWhatWentIn()
    {
        Assert.True(((NativeValue)true).AsBool());
        Assert.Equal('ß', ((NativeValue)'ß').AsChar());
        Assert.Equal(sbyte.MinValue, ((NativeValue)sbyte.MinValue).AsSByte());
        Assert.Equal(byte.MaxValue, ((NativeValue)byte.MaxValue).AsByte());
        Assert.Equal(short.MinValue, ((NativeValue)short.MinValue).AsInt16());
        Assert.Equal(ushort.MaxValue, ((NativeValue)ushort.MaxValue).AsUInt16());
        Assert.Equal(int.MinValue, ((NativeValue)int.MinValue).AsInt32());
        Assert.Equal(uint.MaxValue, ((NativeValue)uint.MaxValue).AsUInt32());
        Assert.Equal(long.MinValue, ((NativeValue)long.MinValue).AsInt64());
        Assert.Equal(ulong.MaxValue, ((NativeValue)ulong.MaxValue).AsUInt64());
        Assert.Equal(nint.MinValue, ((NativeValue)nint.MinValue).AsNInt());
        Assert.Equal(nuint.MaxValue, ((NativeValue)nuint.MaxValue).AsNUInt());
        Assert.Equal(-0.1f, ((NativeValue)(-0.1f)).AsSingle());
        Assert.Equal(-0.1, ((NativeValue)(-0.1)).AsDouble());
        Assert.Equal(new CLong(-5), ((NativeValue)new CLong(-5)).AsCLong());
        Assert.Equal(new CULong(5), ((NativeValue)new CULong(5)).AsCULong());
        Assert.Equal(new LongDouble(1, 2.5), NativeValue.FromStruct(new LongDouble(1, 2.5), LongDouble.Type).AsStruct<LongDouble>());
    }

    [Fact]
    public void Getter_OfAnotherType_ThrowsAndNamesBoth()
    {
        var error = Assert.Throws<InvalidCastException>(() => ((NativeValue)2.5).AsInt32());

        Assert.Equal("The value is double 2.5, not int.", error.Message);
        Assert.Throws<InvalidCastException>(() => ((NativeValue)1).AsUInt32());
        Assert.Throws<InvalidCastException>(() => ((NativeValue)1).AsInt64());
        Assert.Throws<InvalidCastException>(() => ((NativeValue)1.5f).AsDouble());
        Assert.Throws<InvalidCastException>(() => ((NativeValue)1L).AsStruct<LongDouble>());
        Assert.Throws<InvalidCastException>(() => NativeValue.FromStruct(new LongDouble(1, 2), LongDouble.Type).AsStruct<IntFloat>());
        Assert.Throws<InvalidCastException>(() => default(NativeValue).AsBool());
    }

    [Fact]
    public void FromStruct_OfAnotherSizeOrOfAScalarType_IsRefused()
    {
        Assert.Throws<ArgumentException>("type", () => NativeValue.FromStruct(new LongDouble(1, 2), IntFloat.Type));
        Assert.Throws<ArgumentException>("type", () => NativeValue.FromStruct(1L, NativeType.Int64));
    }

    [Fact]
    public void ToString_SaysTypeAndValue_InEveryCulture()
    {
        CultureInfo before = CultureInfo.CurrentCulture;
        CultureInfo.CurrentCulture = new CultureInfo("") { NumberFormat = { NumberDecimalSeparator = ",", NegativeSign = "~" } };
        try
        {
            Assert.Equal("int -42", ((NativeValue)(-42)).ToString());
            Assert.Equal("ulong 18446744073709551615", ((NativeValue)ulong.MaxValue).ToString());
            Assert.Equal("double -2.5", ((NativeValue)(-2.5)).ToString());
            Assert.Equal("bool true", ((NativeValue)true).ToString());
            Assert.Equal("nint 0x1f", ((NativeValue)(nint)31).ToString());
            Assert.Equal("void", default(NativeValue).ToString());
        }
        finally
        {
            CultureInfo.CurrentCulture = before;
        }
    }
}
