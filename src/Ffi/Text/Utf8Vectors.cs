using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.Arm;
using System.Runtime.Intrinsics.X86;

namespace Ffi.CompilerServices;

/// <summary>Makes UTF-8 of eight UTF-16 units at a time: room for the most bytes that each may have, and a shuffle that closes the
/// gaps.</summary>
/// <remarks>No method writes more bytes than three a unit.</remarks>
internal static class Utf8Vectors
{
    /// <summary>How many units are taken at a time.</summary>
    public const int Units = 8;

    private const int Bytes = 16;

    // For each set of eight units that are ASCII, a bit each: the order of the bytes without the second one of those.
    private static readonly byte[] s_upToTwo = MakeOrders(static (set, unit) => (set >> unit & 1) == 0 ? 2 : 1, units: 8);

    // The same for four units: the lower four bits are those that are ASCII, the upper four those below 0x800.
    private static readonly byte[] s_upToThree =
        MakeOrders(static (set, unit) => 3 - (set >> unit & 1) - (set >> (unit + 4) & 1), units: 4);

    /// <summary>Whether the processor shuffles bytes in an order that is only known when it does.</summary>
    public static bool AreSupported
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        get => Ssse3.IsSupported || AdvSimd.Arm64.IsSupported;
    }

    /// <summary>Writes units below 0x800: one byte for ASCII, else two.</summary>
    /// <returns>Where the next byte goes.</returns>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static ref byte WriteUpToTwoBytesEach(Vector128<ushort> units, ref byte target)
    {
        Vector128<ushort> isAscii = Vector128.LessThan(units, Vector128.Create((ushort)0x80));
        Vector128<ushort> two = (units >>> 6) | ((units & Vector128.Create((ushort)0x3F)) << 8) | Vector128.Create((ushort)0x80C0);
        uint ascii = isAscii.ExtractMostSignificantBits();
        Shuffle(Vector128.ConditionalSelect(isAscii, units, two).AsByte(), OrderOf(s_upToTwo, ascii)).StoreUnsafe(ref target);
        return ref Unsafe.Add(ref target, Bytes - BitOperations.PopCount(ascii));
    }

    /// <summary>Writes units that are no surrogates, in one to three bytes each.</summary>
    /// <returns>Where the next byte goes.</returns>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static ref byte WriteUpToThreeBytesEach(Vector128<ushort> units, ref byte target)
    {
        Vector128<byte> lower = UpToThreeBytesOf(Vector128.WidenLower(units), out int lowerBytes);
        Vector128<byte> upper = UpToThreeBytesOf(Vector128.WidenUpper(units), out int upperBytes);
        lower.StoreUnsafe(ref target);
        Write12(upper, ref Unsafe.Add(ref target, lowerBytes));
        return ref Unsafe.Add(ref target, lowerBytes + upperBytes);
    }

    /// <summary>Writes units from 0x800 on that are no surrogates: three bytes each.</summary>
    /// <returns>Where the next byte goes.</returns>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static ref byte WriteThreeBytesEach(Vector128<ushort> units, ref byte target)
    {
        Vector128<byte> order = Vector128.Create((byte)0, 1, 2, 4, 5, 6, 8, 9, 10, 12, 13, 14, 255, 255, 255, 255);
        Shuffle(ThreeBytesOf(Vector128.WidenLower(units)).AsByte(), order).StoreUnsafe(ref target);
        Write12(Shuffle(ThreeBytesOf(Vector128.WidenUpper(units)).AsByte(), order), ref Unsafe.Add(ref target, 12));
        return ref Unsafe.Add(ref target, 24);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector128<byte> UpToThreeBytesOf(Vector128<uint> units, out int bytes)
    {
        Vector128<uint> isAscii = Vector128.LessThan(units, Vector128.Create(0x80u));
        Vector128<uint> isShort = Vector128.LessThan(units, Vector128.Create(0x800u));
        Vector128<uint> two = (units >>> 6) | ((units & Vector128.Create(0x3Fu)) << 8) | Vector128.Create(0x80C0u);
        Vector128<uint> all = Vector128.ConditionalSelect(isAscii, units, Vector128.ConditionalSelect(isShort, two, ThreeBytesOf(units)));
        uint set = isAscii.ExtractMostSignificantBits() | (isShort.ExtractMostSignificantBits() << 4);
        bytes = 12 - BitOperations.PopCount(set);
        return Shuffle(all.AsByte(), OrderOf(s_upToThree, set));
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector128<uint> ThreeBytesOf(Vector128<uint> units) => (units >>> 12)
        | ((units << 2) & Vector128.Create(0x3F00u))
        | ((units & Vector128.Create(0x3Fu)) << 16)
        | Vector128.Create(0x8080E0u);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void Write12(Vector128<byte> bytes, ref byte target)
    {
        Unsafe.WriteUnaligned(ref target, bytes.AsUInt64().ToScalar());
        Unsafe.WriteUnaligned(ref Unsafe.Add(ref target, 8), bytes.AsUInt32().GetElement(2));
    }

    // Not by Vector128.Shuffle, which has another rule for what is out of range, and instructions for that.
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector128<byte> Shuffle(Vector128<byte> bytes, Vector128<byte> order) =>
        Ssse3.IsSupported ? Ssse3.Shuffle(bytes, order) : AdvSimd.Arm64.VectorTableLookup(bytes, order);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector128<byte> OrderOf(byte[] orders, uint set) =>
        Vector128.LoadUnsafe(ref MemoryMarshal.GetArrayDataReference(orders), set * Bytes);

    private static byte[] MakeOrders(Func<int, int, int> bytesOf, int units)
    {
        byte[] orders = new byte[256 * Bytes];
        Array.Fill(orders, (byte)255);
        for (int set = 0; set < 256; set++)
        {
            int next = set * Bytes;
            for (int unit = 0; unit < units; unit++)
            {
                for (int i = 0; i < bytesOf(set, unit); i++)
                {
                    orders[next++] = (byte)((unit * Bytes / units) + i);
                }
            }
        }

        return orders;
    }
}
