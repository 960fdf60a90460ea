using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace Ffi;

// The implicit conversions to NativeValue, one for each scalar type. Inlined: a method that makes values of many types would call those
// that it seldom makes.
public readonly partial struct NativeValue
{
    /// <summary>A <c>_Bool</c>, 0 or 1.</summary>
    /// <param name="value">The value.</param>
    /// <returns>The argument.</returns>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static implicit operator NativeValue(bool value) => new(NativeType.Bool, value ? 1u : 0u);

    /// <summary>A <c>char16_t</c>.</summary>
    /// <param name="value">The value.</param>
    /// <returns>The argument.</returns>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static implicit operator NativeValue(char value) => new(NativeType.Char, value);

    /// <summary>An <c>int8_t</c>, sign-extended.</summary>
    /// <param name="value">The value.</param>
    /// <returns>The argument.</returns>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static implicit operator NativeValue(sbyte value) => new(NativeType.SByte, (ulong)value);

    /// <summary>A <c>uint8_t</c>, zero-extended.</summary>
    /// <param name="value">The value.</param>
    /// <returns>The argument.</returns>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static implicit operator NativeValue(byte value) => new(NativeType.Byte, value);

    /// <summary>An <c>int16_t</c>, sign-extended.</summary>
    /// <param name="value">The value.</param>
    /// <returns>The argument.</returns>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static implicit operator NativeValue(short value) => new(NativeType.Int16, (ulong)value);

    /// <summary>A <c>uint16_t</c>, zero-extended.</summary>
    /// <param name="value">The value.</param>
    /// <returns>The argument.</returns>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static implicit operator NativeValue(ushort value) => new(NativeType.UInt16, value);

    /// <summary>An <c>int32_t</c>.</summary>
    /// <param name="value">The value.</param>
    /// <returns>The argument.</returns>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static implicit operator NativeValue(int value) => new(NativeType.Int32, (ulong)value);

    /// <summary>A <c>uint32_t</c>.</summary>
    /// <param name="value">The value.</param>
    /// <returns>The argument.</returns>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static implicit operator NativeValue(uint value) => new(NativeType.UInt32, value);

    /// <summary>An <c>int64_t</c>.</summary>
    /// <param name="value">The value.</param>
    /// <returns>The argument.</returns>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static implicit operator NativeValue(long value) => new(NativeType.Int64, (ulong)value);

    /// <summary>A <c>uint64_t</c>.</summary>
    /// <param name="value">The value.</param>
    /// <returns>The argument.</returns>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static implicit operator NativeValue(ulong value) => new(NativeType.UInt64, value);

    /// <summary>An <c>intptr_t</c>, or an address.</summary>
    /// <param name="value">The value.</param>
    /// <returns>The argument.</returns>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static implicit operator NativeValue(nint value) => new(NativeType.NInt, (ulong)value);

    /// <summary>A <c>uintptr_t</c> or <c>size_t</c>.</summary>
    /// <param name="value">The value.</param>
    /// <returns>The argument.</returns>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static implicit operator NativeValue(nuint value) => new(NativeType.NUInt, value);

    /// <summary>A <c>float</c>.</summary>
    /// <param name="value">The value.</param>
    /// <returns>The argument.</returns>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static implicit operator NativeValue(float value) => new(NativeType.Single, BitConverter.SingleToUInt32Bits(value));

    /// <summary>A <c>double</c>.</summary>
    /// <param name="value">The value.</param>
    /// <returns>The argument.</returns>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static implicit operator NativeValue(double value) => new(NativeType.Double, BitConverter.DoubleToUInt64Bits(value));

    /// <summary>C's <c>long</c>.</summary>
    /// <param name="value">The value.</param>
    /// <returns>The argument.</returns>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static implicit operator NativeValue(CLong value) => new(NativeType.CLong, (ulong)value.Value);

    /// <summary>C's <c>unsigned long</c>.</summary>
    /// <param name="value">The value.</param>
    /// <returns>The argument.</returns>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static implicit operator NativeValue(CULong value) => new(NativeType.CULong, value.Value);

    /// <summary>A pointer. What it points to must stay where it is until the function no longer looks at it.</summary>
    /// <param name="value">The pointer.</param>
    /// <returns>The argument.</returns>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static unsafe implicit operator NativeValue(void* value) => (nint)value;
}
