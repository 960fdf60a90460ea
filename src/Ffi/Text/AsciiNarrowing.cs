using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.X86;

namespace Ffi.CompilerServices;

/// <summary>Makes bytes of UTF-16 text that is ASCII and holds no NUL, in one pass that also finds out whether it is that.</summary>
internal static class AsciiNarrowing
{
    /// <summary>Narrows the whole text, or gives up where it meets a NUL or a character that is not ASCII.</summary>
    /// <param name="text">The text.</param>
    /// <param name="target">At least as many bytes as the text has characters; after a failure, what it holds means nothing.</param>
    /// <returns>Whether the text was ASCII without a NUL.</returns>
    public static bool TryNarrow(ReadOnlySpan<char> text, ref byte target)
    {
        ref ushort source = ref Unsafe.As<char, ushort>(ref MemoryMarshal.GetReference(text));
        nuint length = (nuint)text.Length;
        if (Vector256.IsHardwareAccelerated && length >= 32)
        {
            return TryNarrow256(ref source, ref target, length);
        }

        return length >= 16 ? TryNarrow128(ref source, ref target, length)
            : length >= 8 ? TryNarrow8To16(ref source, ref target, length)
            : TryNarrowOneByOne(ref source, ref target, length);
    }

    // The last step overlaps the one before it, so that no remainder is left to a slower loop.
    private static bool TryNarrow256(ref ushort source, ref byte target, nuint length)
    {
        nuint last = length - 32;
        for (nuint index = 0; ; index = Math.Min(index + 32, last))
        {
            Vector256<ushort> lower = Vector256.LoadUnsafe(ref source, index);
            Vector256<ushort> upper = Vector256.LoadUnsafe(ref source, index + 16);
            Vector256<byte> narrow = Narrow(lower, upper);
            Vector256<byte> notAscii = ((lower | upper) & Vector256.Create((ushort)0xFF80)).AsByte();
            if ((notAscii | Vector256.Equals(narrow, Vector256<byte>.Zero)) != Vector256<byte>.Zero)
            {
                return false;
            }

            narrow.StoreUnsafe(ref target, index);
            if (index == last)
            {
                return true;
            }
        }
    }

    private static bool TryNarrow128(ref ushort source, ref byte target, nuint length)
    {
        nuint last = length - 16;
        for (nuint index = 0; ; index = Math.Min(index + 16, last))
        {
            Vector128<ushort> lower = Vector128.LoadUnsafe(ref source, index);
            Vector128<ushort> upper = Vector128.LoadUnsafe(ref source, index + 8);
            if ((Unfit(lower) | Unfit(upper)) != Vector128<ushort>.Zero)
            {
                return false;
            }

            Vector128.Narrow(lower, upper).StoreUnsafe(ref target, index);
            if (index == last)
            {
                return true;
            }
        }
    }

    private static bool TryNarrow8To16(ref ushort source, ref byte target, nuint length)
    {
        Vector128<ushort> start = Vector128.LoadUnsafe(ref source);
        Vector128<ushort> end = Vector128.LoadUnsafe(ref source, length - 8);
        if ((Unfit(start) | Unfit(end)) != Vector128<ushort>.Zero)
        {
            return false;
        }

        Vector128<byte> narrow = Vector128.Narrow(start, end);
        narrow.GetLower().StoreUnsafe(ref target);
        narrow.GetUpper().StoreUnsafe(ref target, length - 8);
        return true;
    }

    private static bool TryNarrowOneByOne(ref ushort source, ref byte target, nuint length)
    {
        for (nuint index = 0; index < length; index++)
        {
            uint unit = Unsafe.Add(ref source, index);
            if (unit - 1 > 0x7E)
            {
                return false;
            }

            Unsafe.Add(ref target, index) = (byte)unit;
        }

        return true;
    }

    // AVX2 narrows by saturation only, which gives the same bytes for ASCII. It leaves the middle two quarters in each other's place.
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector256<byte> Narrow(Vector256<ushort> lower, Vector256<ushort> upper) => Avx2.IsSupported
        ? Avx2.Permute4x64(Avx2.PackUnsignedSaturate(lower.AsInt16(), upper.AsInt16()).AsInt64(), 0b11_01_10_00).AsByte()
        : Vector256.Narrow(lower, upper);

    // Subtracting one from a NUL gives the highest number, so one comparison finds NULs and characters that are not ASCII.
    private static Vector128<ushort> Unfit(Vector128<ushort> units) =>
        Vector128.GreaterThan(units - Vector128<ushort>.One, Vector128.Create((ushort)0x7E));
}
