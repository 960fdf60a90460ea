using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace Ffi.Tests.Calls;

public sealed class SubwordTests
{
    [Theory]
    [InlineData(1), InlineData(-1), InlineData(sbyte.MinValue), InlineData(0x7F)]
    public void EveryScalar_CrossesBothWays(int value)
    {
        Assert.Equal((sbyte)-value, Subword.Negate((sbyte)value));
        Assert.Equal((byte)~value, Subword.Complement((byte)value));
        Assert.Equal((short)-value, Subword.Negate((short)value));
        Assert.Equal((ushort)~value, Subword.Complement((ushort)value));
        Assert.Equal(-value, Subword.Negate(value));
        Assert.Equal(~(uint)value, Subword.Complement((uint)value));
        Assert.Equal(-(long)value << 32, Subword.Negate((long)value << 32));
        Assert.Equal(~(ulong)value, Subword.Complement((ulong)value));
        Assert.Equal(-value, Subword.Negate((nint)value));
        Assert.Equal(new CLong(-value), Subword.Negate(new CLong(value)));
        Assert.Equal(new CULong(~(uint)value).Value & uint.MaxValue, Subword.Complement(new CULong((uint)value)).Value & uint.MaxValue);
        Assert.Equal(-value + 0.5f, Subword.Negate(value - 0.5f));
        Assert.Equal(-value + 0.1, Subword.Negate(value - 0.1));
        Assert.Equal(new NFloat(-value + 0.1), Subword.Negate(new NFloat(value - 0.1)));
        Assert.Equal((char)(value + 1), Subword.Next((char)value));
        Assert.Equal((Flags8)(byte)~value, Subword.Complement((Flags8)value));
        Assert.Equal((Level16)(short)-value, Subword.Negate((Level16)value));
    }

    [Fact]
    public void Bool_IsOneByteThatIsZeroOrOne()
    {
        Assert.True(Subword.Not(false));
        Assert.False(Subword.Not(true));
        Assert.Equal(0b01_1001_0110u, Subword.PackBools(false, true, true, false, true, false, false, true, true, false));
        Assert.Equal(0b10_0110_1001u, Subword.PackBools(true, false, false, true, false, true, true, false, false, true));
    }

    // The value is computed, in a method that does not inline, so that the bits above it are there to be forgotten.
    [Theory]
    [InlineData(0x1234_5678_9ABC_DEF0), InlineData(0x0FED_CBA9_8765_4321), InlineData(-1)]
    public void SubwordArgument_IsExtendedTo32Bits(long junk)
    {
        // Windows leaves the upper bits to the callee.
        if (OperatingSystem.IsWindows())
        {
            return;
        }

        Assert.Equal((uint)(sbyte)junk, OfSByte(junk));
        Assert.Equal((byte)junk, OfByte(junk));
        Assert.Equal((uint)(short)junk, OfInt16(junk));
        Assert.Equal((ushort)junk, OfUInt16(junk));
        Assert.Equal((char)junk, OfChar(junk));
        Assert.Equal((uint)(sbyte)junk, NinthOfSByte(junk));
        Assert.Equal((ushort)junk, NinthOfUInt16(junk));
    }

    // C# takes any byte but 0 for true; C looks at the lowest bit, or at all.
    [Theory]
    [InlineData(0, 0u), InlineData(1, 1u), InlineData(2, 1u), InlineData(0x80, 1u), InlineData(0xFF, 1u)]
    public void BoolArgument_OfAnyByte_ArrivesAsZeroOrOne(byte bits, uint expected)
    {
        bool value = Unsafe.BitCast<byte, bool>(bits);
        Assert.Equal(expected, Subword.Low32(value) & 0xFF);
        Assert.Equal(expected, Subword.NinthLow32(1, 2, 3, 4, 5, 6, 7, 8, value) & 0xFF);
    }

    [Theory]
    [InlineData(0x00), InlineData(0x7F), InlineData(0x80), InlineData(0xFF)]
    public void DirtyResult_Of8Bits_IsReadFromTheLowByte(int bits)
    {
        Assert.Equal((sbyte)bits, Subword.DirtySByte(bits, 8));
        Assert.Equal((byte)bits, Subword.DirtyByte(bits, 8));
        Assert.Equal((Flags8)bits, Subword.DirtyFlags8(bits, 8));
        Assert.Equal((int)(sbyte)bits, Widen(Subword.DirtySByte(bits, 8)));
    }

    [Theory]
    [InlineData(0x0000), InlineData(0x7FFF), InlineData(0x8000), InlineData(0xFFFE)]
    public void DirtyResult_Of16Bits_IsReadFromTheLowTwoBytes(int bits)
    {
        Assert.Equal((short)bits, Subword.DirtyInt16(bits, 16));
        Assert.Equal((ushort)bits, Subword.DirtyUInt16(bits, 16));
        Assert.Equal((char)bits, Subword.DirtyChar(bits, 16));
        Assert.Equal((Level16)(short)bits, Subword.DirtyLevel16(bits, 16));
    }

    [Theory]
    [InlineData(0), InlineData(int.MaxValue), InlineData(int.MinValue), InlineData(-2)]
    public void DirtyResult_Of32Bits_IsReadFromTheLowFourBytes(int bits)
    {
        Assert.Equal(bits, Subword.DirtyInt32(bits, 32));
        Assert.Equal((uint)bits, Subword.DirtyUInt32(bits, 32));
        Assert.Equal((long)bits, Widen(Subword.DirtyInt32(bits, 32)));
    }

    [Theory]
    [InlineData(0, false), InlineData(1, true)]
    public void DirtyBool_IsReadFromTheLowByte(int bits, bool expected)
    {
        bool result = Subword.DirtyBool(bits, 8);
        Assert.Equal(expected, result);
        Assert.Equal(bits, Unsafe.BitCast<bool, byte>(result));
    }

    [MethodImpl(MethodImplOptions.NoInlining)] private static uint OfSByte(long junk) => Subword.Low32((sbyte)junk);
    [MethodImpl(MethodImplOptions.NoInlining)] private static uint OfByte(long junk) => Subword.Low32((byte)junk);
    [MethodImpl(MethodImplOptions.NoInlining)] private static uint OfInt16(long junk) => Subword.Low32((short)junk);
    [MethodImpl(MethodImplOptions.NoInlining)] private static uint OfUInt16(long junk) => Subword.Low32((ushort)junk);
    [MethodImpl(MethodImplOptions.NoInlining)] private static uint OfChar(long junk) => Subword.Low32((char)junk);

    [MethodImpl(MethodImplOptions.NoInlining)]
    private static uint NinthOfSByte(long junk) => Subword.NinthLow32(1, 2, 3, 4, 5, 6, 7, 8, (sbyte)junk);

    [MethodImpl(MethodImplOptions.NoInlining)]
    private static uint NinthOfUInt16(long junk) => Subword.NinthLow32(1, 2, 3, 4, 5, 6, 7, 8, (ushort)junk);

    [MethodImpl(MethodImplOptions.NoInlining)] private static int Widen(sbyte value) => value;
    [MethodImpl(MethodImplOptions.NoInlining)] private static long Widen(int value) => value;
}
