using System.Diagnostics.CodeAnalysis;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace Ffi;

/// <summary>One argument or result of a <see cref="NativeCall"/>: a value of up to 16 bytes and its <see cref="NativeType"/>.</summary>
/// <remarks>Converts from every scalar by itself. A getter returns the value as the exact type with which it was created or returned, and
/// throws for any other type, so a wrong signature is noticed. Making, copying and reading one allocates nothing. A pointer in it keeps
/// nothing alive and pins nothing. The caller has to do that.</remarks>
public readonly partial struct NativeValue
{
    // Integers stand here sign- or zero-extended to 64 bits, floats in the low 32 bits, structs as their bytes with zeros after them.
    private readonly ulong _low;
    private readonly ulong _high;
    private readonly NativeType _type;

    private NativeValue(NativeType type, ulong low, ulong high = 0) => (_type, _low, _high) = (type, low, high);

    /// <summary>What the value is in C.</summary>
    public NativeType Type => _type;

    internal ulong Low => _low;

    internal ulong High => _high;

    /// <summary>A struct as an argument, by value.</summary>
    /// <param name="value">The struct; copied.</param>
    /// <param name="type">What <see cref="NativeType.Struct"/> made of the fields of <typeparamref name="T"/>.</param>
    /// <typeparam name="T">A struct with the same layout in C# and in C.</typeparam>
    /// <returns>The argument.</returns>
    /// <exception cref="ArgumentException"><paramref name="type"/> is no struct, or has another size than
    /// <typeparamref name="T"/>.</exception>
    public static NativeValue FromStruct<T>(in T value, NativeType type)
        where T : unmanaged
    {
        if (!type.IsStruct || type.Size != Unsafe.SizeOf<T>())
        {
            throw new ArgumentException($"{typeof(T)} has {Unsafe.SizeOf<T>()} bytes, which is not the size of {type}.", nameof(type));
        }

        StructBytes bytes = default;
        Unsafe.WriteUnaligned(ref Unsafe.As<StructBytes, byte>(ref bytes), value);
        return new NativeValue(type, bytes.Low, bytes.High);
    }

    /// <summary>The struct that a function returned.</summary>
    /// <typeparam name="T">A struct of the size that the call's result type says.</typeparam>
    /// <returns>A copy of the struct.</returns>
    /// <exception cref="InvalidCastException">The value is no struct, or one of another size.</exception>
    public T AsStruct<T>()
        where T : unmanaged
    {
        if (!_type.IsStruct || _type.Size != Unsafe.SizeOf<T>())
        {
            ThrowNotA($"{typeof(T)} of {Unsafe.SizeOf<T>()} bytes");
        }

        StructBytes bytes = new(_low, _high);
        return Unsafe.ReadUnaligned<T>(ref Unsafe.As<StructBytes, byte>(ref bytes));
    }

    /// <summary>The value of a <c>bool</c>.</summary>
    /// <returns>The value.</returns>
    /// <exception cref="InvalidCastException">The value is of another type.</exception>
    public bool AsBool() => BitsOf(NativeTypeKind.Bool) != 0;

    /// <summary>The value of a <c>char</c>.</summary>
    /// <inheritdoc cref="AsBool"/>
    public char AsChar() => (char)BitsOf(NativeTypeKind.Char);

    /// <summary>The value of an <c>sbyte</c>.</summary>
    /// <inheritdoc cref="AsBool"/>
    public sbyte AsSByte() => (sbyte)BitsOf(NativeTypeKind.SByte);

    /// <summary>The value of a <c>byte</c>.</summary>
    /// <inheritdoc cref="AsBool"/>
    public byte AsByte() => (byte)BitsOf(NativeTypeKind.Byte);

    /// <summary>The value of a <c>short</c>.</summary>
    /// <inheritdoc cref="AsBool"/>
    public short AsInt16() => (short)BitsOf(NativeTypeKind.Int16);

    /// <summary>The value of a <c>ushort</c>.</summary>
    /// <inheritdoc cref="AsBool"/>
    public ushort AsUInt16() => (ushort)BitsOf(NativeTypeKind.UInt16);

    /// <summary>The value of an <c>int</c>.</summary>
    /// <inheritdoc cref="AsBool"/>
    public int AsInt32() => (int)BitsOf(NativeTypeKind.Int32);

    /// <summary>The value of a <c>uint</c>.</summary>
    /// <inheritdoc cref="AsBool"/>
    public uint AsUInt32() => (uint)BitsOf(NativeTypeKind.UInt32);

    /// <summary>The value of a <c>long</c>.</summary>
    /// <inheritdoc cref="AsBool"/>
    public long AsInt64() => (long)BitsOf(NativeTypeKind.Int64);

    /// <summary>The value of a <c>ulong</c>.</summary>
    /// <inheritdoc cref="AsBool"/>
    public ulong AsUInt64() => BitsOf(NativeTypeKind.UInt64);

    /// <summary>The value of an <c>nint</c> or a pointer.</summary>
    /// <inheritdoc cref="AsBool"/>
    public nint AsNInt() => (nint)BitsOf(NativeTypeKind.NInt);

    /// <summary>The value of a <c>nuint</c>.</summary>
    /// <inheritdoc cref="AsBool"/>
    public nuint AsNUInt() => (nuint)BitsOf(NativeTypeKind.NUInt);

    /// <summary>The value of a pointer or an <c>nint</c>. The function's documentation says who owns the memory, and for how long it is
    /// valid.</summary>
    /// <inheritdoc cref="AsBool"/>
    public unsafe void* AsPointer() => (void*)AsNInt();

    /// <summary>The value of C's <c>long</c>.</summary>
    /// <inheritdoc cref="AsBool"/>
    public CLong AsCLong() => new((nint)BitsOf(NativeType.CLong.Kind));

    /// <summary>The value of C's <c>unsigned long</c>.</summary>
    /// <inheritdoc cref="AsBool"/>
    public CULong AsCULong() => new((nuint)BitsOf(NativeType.CULong.Kind));

    /// <summary>The value of a <c>float</c>.</summary>
    /// <inheritdoc cref="AsBool"/>
    public float AsSingle() => BitConverter.UInt32BitsToSingle((uint)BitsOf(NativeTypeKind.Single));

    /// <summary>The value of a <c>double</c>.</summary>
    /// <inheritdoc cref="AsBool"/>
    public double AsDouble() => BitConverter.UInt64BitsToDouble(BitsOf(NativeTypeKind.Double));

    /// <summary>The type and the value, for a debugger's window: <c>int 42</c>. Allocates.</summary>
    /// <returns>The text, the same in every culture.</returns>
    public override string ToString() => _type.Kind switch
    {
        NativeTypeKind.Void => "void",
        NativeTypeKind.Bool => AsBool() ? "bool true" : "bool false",
        NativeTypeKind.Char => $"char '{AsChar()}'",
        NativeTypeKind.NInt or NativeTypeKind.NUInt => $"{_type} 0x{_low:x}",
        NativeTypeKind.Byte or NativeTypeKind.UInt16 or NativeTypeKind.UInt32 or NativeTypeKind.UInt64 =>
            FormattableString.Invariant($"{_type} {_low}"),
        NativeTypeKind.Single => FormattableString.Invariant($"float {AsSingle()}"),
        NativeTypeKind.Double => FormattableString.Invariant($"double {AsDouble()}"),
        NativeTypeKind.Struct => $"{_type} 0x{_low:x16} 0x{_high:x16}",
        _ => FormattableString.Invariant($"{_type} {(long)_low}"),
    };

    /// <summary>A scalar as a call left it in a register: bits beyond the type's width are junk and are dropped.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal static NativeValue FromRegister(NativeType type, ulong register)
    {
        int junkBits = 64 - (type.Size * 8);
        return new NativeValue(type, type.IsSigned ? (ulong)((long)(register << junkBits) >> junkBits) : register << junkBits >> junkBits);
    }

    /// <summary>A struct as a call left it in one register or two.</summary>
    internal static NativeValue FromRegisters(NativeType type, ulong low, ulong high) =>
        new(type, low & BytesOf(type.Size), high & BytesOf(type.Size - 8));

    /// <summary>In place of the dots C makes of a <c>float</c> a <c>double</c>; integers are extended already.</summary>
    internal NativeValue Promoted() => _type.Kind == NativeTypeKind.Single ? (double)AsSingle() : this;

    private static ulong BytesOf(int count) => count >= 8 ? ulong.MaxValue : count <= 0 ? 0 : (1ul << (count * 8)) - 1;

    private ulong BitsOf(NativeTypeKind kind)
    {
        if (_type.Kind != kind)
        {
            ThrowNotA(NativeType.NameOf(kind));
        }

        return _low;
    }

    [DoesNotReturn]
    private void ThrowNotA(string asked) => throw new InvalidCastException($"The value is {this}, not {asked}.");

    private readonly record struct StructBytes(ulong Low, ulong High);
}
