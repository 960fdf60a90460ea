using System.Diagnostics.CodeAnalysis;
using System.Runtime.CompilerServices;

namespace Ffi.CompilerServices;

/// <summary>What is checked of every text argument.</summary>
/// <remarks>Generated code calls this; programs have no need to. Allocates nothing but the exception.</remarks>
public static class TextArgument
{
    /// <summary>Refuses text that C would cut off.</summary>
    /// <param name="text">The text.</param>
    /// <param name="parameter">The parameter's name, for the exception.</param>
    /// <exception cref="ArgumentException">The text holds a NUL.</exception>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void ThrowIfHasNul(ReadOnlySpan<char> text, string parameter)
    {
        if (text.Contains('\0'))
        {
            Throw(parameter);
        }
    }

    internal static void ThrowIfHasNul(ReadOnlySpan<byte> text, string parameter)
    {
        if (text.Contains((byte)0))
        {
            Throw(parameter);
        }
    }

    [DoesNotReturn]
    private static void Throw(string parameter) =>
        throw new ArgumentException("The text holds a NUL, at which native code would take it to end.", parameter);
}
