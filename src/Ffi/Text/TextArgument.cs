using System.Diagnostics.CodeAnalysis;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace Ffi.CompilerServices;

/// <summary>What is checked of every text argument.</summary>
/// <remarks>Generated code calls this; programs don't have to. Allocates nothing but the exception.</remarks>
public static class TextArgument
{
    /// <summary>Refuses text that C would cut off.</summary>
    /// <param name="text">The text.</param>
    /// <param name="parameter">The parameter's name, for the exception.</param>
    /// <exception cref="ArgumentException">The text holds a NUL.</exception>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void ThrowIfHasNul(ReadOnlySpan<char> text, string parameter)
    {
        if (HasNul(text))
        {
            Throw(parameter);
        }
    }

    // For a text of a few words, two vectors that overlap, and no loop.
    private static bool HasNul(ReadOnlySpan<char> text)
    {
        ref ushort first = ref Unsafe.As<char, ushort>(ref MemoryMarshal.GetReference(text));
        nuint length = (nuint)text.Length;
        if (length - 8 <= 8)
        {
            return Vector128.EqualsAny(Vector128.LoadUnsafe(ref first), Vector128<ushort>.Zero)
                || Vector128.EqualsAny(Vector128.LoadUnsafe(ref first, length - 8), Vector128<ushort>.Zero);
        }

        return Vector256.IsHardwareAccelerated && length - 16 <= 16
            ? Vector256.EqualsAny(Vector256.LoadUnsafe(ref first), Vector256<ushort>.Zero)
                || Vector256.EqualsAny(Vector256.LoadUnsafe(ref first, length - 16), Vector256<ushort>.Zero)
            : text.Contains('\0');
    }

    internal static void ThrowIfHasNul(ReadOnlySpan<byte> text, string parameter)
    {
        if (text.Contains((byte)0))
        {
            Throw(parameter);
        }
    }

    [DoesNotReturn]
    internal static void Throw(string parameter) =>
        throw new ArgumentException("The text contains a NUL, where native code would see its end.", parameter);
}
