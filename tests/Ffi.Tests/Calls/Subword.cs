using System.Runtime.InteropServices;

namespace Ffi.Tests.Calls;

/// <summary>Scalars of every width, and what stands above the narrow ones.</summary>
[NativeLibrary("benchmarktest")]
internal static partial class Subword
{
    [NativeFunction("negate_int8")] internal static partial sbyte Negate(sbyte value);
    [NativeFunction("complement_uint8")] internal static partial byte Complement(byte value);
    [NativeFunction("negate_int16")] internal static partial short Negate(short value);
    [NativeFunction("complement_uint16")] internal static partial ushort Complement(ushort value);
    [NativeFunction("negate_int32")] internal static partial int Negate(int value);
    [NativeFunction("complement_uint32")] internal static partial uint Complement(uint value);
    [NativeFunction("negate_int64")] internal static partial long Negate(long value);
    [NativeFunction("complement_uint64")] internal static partial ulong Complement(ulong value);
    [NativeFunction("negate_intptr")] internal static partial nint Negate(nint value);
    [NativeFunction("negate_long")] internal static partial CLong Negate(CLong value);
    [NativeFunction("complement_ulong")] internal static partial CULong Complement(CULong value);
    [NativeFunction("negate_float")] internal static partial float Negate(float value);
    [NativeFunction("negate_double")] internal static partial double Negate(double value);
    [NativeFunction("negate_double")] internal static partial NFloat Negate(NFloat value);
    [NativeFunction("not_bool")] internal static partial bool Not(bool value);
    [NativeFunction("next_char16")] internal static partial char Next(char unit);
    [NativeFunction("complement_uint8")] internal static partial Flags8 Complement(Flags8 value);
    [NativeFunction("negate_int16")] internal static partial Level16 Negate(Level16 value);

    [NativeFunction("pack_bools")]
    internal static partial uint PackBools(bool a1, bool a2, bool a3, bool a4, bool a5, bool a6, bool a7, bool a8, bool a9, bool a10);

    [NativeFunction("low32_of_first")] internal static partial uint Low32(sbyte value);
    [NativeFunction("low32_of_first")] internal static partial uint Low32(byte value);
    [NativeFunction("low32_of_first")] internal static partial uint Low32(short value);
    [NativeFunction("low32_of_first")] internal static partial uint Low32(ushort value);
    [NativeFunction("low32_of_first")] internal static partial uint Low32(char value);
    [NativeFunction("low32_of_first")] internal static partial uint Low32(bool value);

    [NativeFunction("low32_of_ninth")]
    internal static partial uint NinthLow32(long a1, long a2, long a3, long a4, long a5, long a6, long a7, long a8, sbyte value);
    [NativeFunction("low32_of_ninth")]
    internal static partial uint NinthLow32(long a1, long a2, long a3, long a4, long a5, long a6, long a7, long a8, ushort value);
    [NativeFunction("low32_of_ninth")]
    internal static partial uint NinthLow32(long a1, long a2, long a3, long a4, long a5, long a6, long a7, long a8, bool value);

    [NativeFunction("dirty_result")] internal static partial sbyte DirtySByte(long value, int width);
    [NativeFunction("dirty_result")] internal static partial byte DirtyByte(long value, int width);
    [NativeFunction("dirty_result")] internal static partial short DirtyInt16(long value, int width);
    [NativeFunction("dirty_result")] internal static partial ushort DirtyUInt16(long value, int width);
    [NativeFunction("dirty_result")] internal static partial int DirtyInt32(long value, int width);
    [NativeFunction("dirty_result")] internal static partial uint DirtyUInt32(long value, int width);
    [NativeFunction("dirty_result")] internal static partial char DirtyChar(long value, int width);
    [NativeFunction("dirty_result")] internal static partial bool DirtyBool(long value, int width);
    [NativeFunction("dirty_result")] internal static partial Flags8 DirtyFlags8(long value, int width);
    [NativeFunction("dirty_result")] internal static partial Level16 DirtyLevel16(long value, int width);
}

[Flags]
internal enum Flags8 : byte { None = 0, Low = 1, High = 0x80 }

internal enum Level16 : short { Lowest = short.MinValue, Below = -2, Above = 2 }
