using System.Runtime.InteropServices;

namespace Ffi;

/// <summary>What a value is in C, for a <see cref="NativeCall"/>: a scalar, or a struct of up to 16 bytes.</summary>
/// <remarks>It has four bytes. Comparing, copying and creating one allocates nothing. The default value is <see cref="Void"/>.</remarks>
public readonly struct NativeType : IEquatable<NativeType>
{
    /// <summary>The largest struct that can be passed by value, in bytes.</summary>
    public const int MaxStructBytes = 16;

    // From the low bit: the kind (4 bits), the size in bytes (5), the alignment in bytes (4), then for the four 4-byte words that a
    // value of up to 16 bytes has: which ones hold integers, which ones floats, which ones doubles (4 bits each).
    private readonly uint _bits;

    private NativeType(NativeTypeKind kind, int size, int alignment, uint words) =>
        _bits = (uint)kind | ((uint)size << 4) | ((uint)alignment << 9) | (words << 13);

    /// <summary>No value: what a function returns that returns nothing.</summary>
    public static NativeType Void => default;

    /// <summary><c>_Bool</c>: one byte, 0 or 1.</summary>
    public static NativeType Bool => Integer(NativeTypeKind.Bool, 1);

    /// <summary><c>char16_t</c>.</summary>
    public static NativeType Char => Integer(NativeTypeKind.Char, 2);

    /// <summary><c>int8_t</c>.</summary>
    public static NativeType SByte => Integer(NativeTypeKind.SByte, 1);

    /// <summary><c>uint8_t</c>.</summary>
    public static NativeType Byte => Integer(NativeTypeKind.Byte, 1);

    /// <summary><c>int16_t</c>.</summary>
    public static NativeType Int16 => Integer(NativeTypeKind.Int16, 2);

    /// <summary><c>uint16_t</c>.</summary>
    public static NativeType UInt16 => Integer(NativeTypeKind.UInt16, 2);

    /// <summary><c>int32_t</c>.</summary>
    public static NativeType Int32 => Integer(NativeTypeKind.Int32, 4);

    /// <summary><c>uint32_t</c>.</summary>
    public static NativeType UInt32 => Integer(NativeTypeKind.UInt32, 4);

    /// <summary><c>int64_t</c>.</summary>
    public static NativeType Int64 => Integer(NativeTypeKind.Int64, 8);

    /// <summary><c>uint64_t</c>.</summary>
    public static NativeType UInt64 => Integer(NativeTypeKind.UInt64, 8);

    /// <summary><c>intptr_t</c>, or any pointer: the size of the platform.</summary>
    public static NativeType NInt => Integer(NativeTypeKind.NInt, nint.Size);

    /// <summary><c>uintptr_t</c> or <c>size_t</c>.</summary>
    public static NativeType NUInt => Integer(NativeTypeKind.NUInt, nuint.Size);

    /// <summary>Any pointer; the same as <see cref="NInt"/>.</summary>
    public static NativeType Pointer => NInt;

    /// <summary><c>float</c>.</summary>
    public static NativeType Single => new(NativeTypeKind.Single, 4, 4, 0b0001_0000);

    /// <summary><c>double</c>.</summary>
    public static NativeType Double => new(NativeTypeKind.Double, 8, 8, 0b0011_0000_0000);

    /// <summary>C's <c>long</c>: <see cref="Int32"/> on Windows, <see cref="NInt"/>'s width elsewhere.</summary>
    public static unsafe NativeType CLong => sizeof(CLong) == 4 ? Int32 : Int64;

    /// <summary>C's <c>unsigned long</c>: <see cref="UInt32"/> on Windows, <see cref="NUInt"/>'s width elsewhere.</summary>
    public static unsafe NativeType CULong => sizeof(CULong) == 4 ? UInt32 : UInt64;

    /// <summary>The size in bytes; 0 for <see cref="Void"/>.</summary>
    public int Size => (int)((_bits >> 4) & 0x1F);

    /// <summary>The alignment in bytes; 0 for <see cref="Void"/>.</summary>
    public int Alignment => (int)((_bits >> 9) & 0xF);

    /// <summary>Whether this is a struct.</summary>
    public bool IsStruct => Kind == NativeTypeKind.Struct;

    /// <summary>All of it: equal types have equal bits.</summary>
    internal uint Bits => _bits;

    internal NativeTypeKind Kind => (NativeTypeKind)(_bits & 0xF);

    internal bool IsScalar => (uint)Kind - (uint)NativeTypeKind.Bool <= NativeTypeKind.Double - NativeTypeKind.Bool;

    internal bool IsInteger => (uint)Kind - (uint)NativeTypeKind.Bool <= NativeTypeKind.NUInt - NativeTypeKind.Bool;

    internal bool IsSigned => Kind is NativeTypeKind.SByte or NativeTypeKind.Int16 or NativeTypeKind.Int32 or NativeTypeKind.Int64;

    internal bool IsFloatingPoint => Kind is NativeTypeKind.Single or NativeTypeKind.Double;

    /// <summary>One bit for each 4-byte word that holds an integer or a part of one.</summary>
    internal uint IntegerWords => (_bits >> 13) & 0xF;

    /// <summary>One bit for each 4-byte word that holds a float.</summary>
    internal uint SingleWords => (_bits >> 17) & 0xF;

    /// <summary>One bit for each 4-byte word that holds half a double.</summary>
    internal uint DoubleWords => (_bits >> 21) & 0xF;

    /// <summary>A struct passed by value, laid out as C does by default: each field at the next multiple of its alignment.</summary>
    /// <param name="fields">The fields' types in order; an array field is its element repeated; a field may be a struct.</param>
    /// <returns>The struct's type. Make it once and keep it where calls are frequent; making it allocates nothing.</returns>
    /// <exception cref="ArgumentException">There are no fields, a field is <see cref="Void"/>, or the struct is larger than
    /// <see cref="MaxStructBytes"/>.</exception>
    public static NativeType Struct(params ReadOnlySpan<NativeType> fields)
    {
        int size = 0, alignment = 0;
        uint words = 0;
        for (int i = 0; i < fields.Length; i++)
        {
            NativeType field = fields[i];
            if (field.Kind == NativeTypeKind.Void)
            {
                throw new ArgumentException($"Field {i} is void; a struct's field needs a type with a size.", nameof(fields));
            }

            int offset = AlignUp(size, field.Alignment);
            size = offset + field.Size;
            alignment = Math.Max(alignment, field.Alignment);
            if (size > MaxStructBytes)
            {
                throw new ArgumentException(
                    $"The struct's field {i} ends at byte {size}; a struct that is passed by value has at most {MaxStructBytes} bytes. " +
                    "Pass a larger one by pointer, if the function takes a pointer.", nameof(fields));
            }

            words |= field.WordsAt(offset);
        }

        return size == 0
            ? throw new ArgumentException("The struct has no fields.", nameof(fields))
            : new NativeType(NativeTypeKind.Struct, AlignUp(size, alignment), alignment, words);
    }

    /// <summary>Whether both are the same scalar, or structs that calling conventions can't tell apart.</summary>
    /// <param name="other">The type to compare with.</param>
    /// <returns>Whether a value of one type can be used as a value of the other.</returns>
    public bool Equals(NativeType other) => _bits == other._bits;

    /// <inheritdoc/>
    public override bool Equals(object? obj) => obj is NativeType other && Equals(other);

    /// <inheritdoc/>
    public override int GetHashCode() => (int)_bits;

    /// <summary>The type as C# writes it, <c>struct(12)</c> for a struct of 12 bytes. Allocates for a struct only.</summary>
    /// <returns>The name.</returns>
    public override string ToString() => IsStruct ? $"struct({Size})" : NameOf(Kind);

    internal static string NameOf(NativeTypeKind kind) => kind switch
    {
        NativeTypeKind.Void => "void",
        NativeTypeKind.Bool => "bool",
        NativeTypeKind.Char => "char",
        NativeTypeKind.SByte => "sbyte",
        NativeTypeKind.Byte => "byte",
        NativeTypeKind.Int16 => "short",
        NativeTypeKind.UInt16 => "ushort",
        NativeTypeKind.Int32 => "int",
        NativeTypeKind.UInt32 => "uint",
        NativeTypeKind.Int64 => "long",
        NativeTypeKind.UInt64 => "ulong",
        NativeTypeKind.NInt => "nint",
        NativeTypeKind.NUInt => "nuint",
        NativeTypeKind.Single => "float",
        NativeTypeKind.Double => "double",
        _ => "struct",
    };

    /// <summary>Whether both are the same type.</summary>
    /// <param name="left">A type.</param>
    /// <param name="right">A type.</param>
    /// <returns>What <see cref="Equals(NativeType)"/> says.</returns>
    public static bool operator ==(NativeType left, NativeType right) => left.Equals(right);

    /// <summary>Whether the types differ.</summary>
    /// <param name="left">A type.</param>
    /// <param name="right">A type.</param>
    /// <returns>The opposite of <see cref="Equals(NativeType)"/>.</returns>
    public static bool operator !=(NativeType left, NativeType right) => !left.Equals(right);

    private uint WordsAt(int offset)
    {
        int firstWord = offset / 4, lastWord = (offset + Size - 1) / 4;

        // A type less aligned than a word holds integers only, and may straddle more words here than it has at offset 0.
        return Alignment < 4 ? (2u << lastWord) - (1u << firstWord) : (_bits >> 13) << firstWord;
    }

    private static NativeType Integer(NativeTypeKind kind, int size) => new(kind, size, size, size == 8 ? 0b11u : 0b1u);

    private static int AlignUp(int offset, int alignment) => (offset + alignment - 1) & -alignment;
}
