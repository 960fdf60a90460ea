using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace Ffi.CompilerServices;

/// <summary>Passes an <see cref="NFloat"/> as the <c>double</c> that it is in a 64-bit process. The runtime would pass the struct,
/// which Windows x64 expects in an integer register.</summary>
/// <remarks>Generated code calls this; programs don't have to. Allocates nothing, and costs nothing in optimized code.</remarks>
public static class NativeFloat
{
    /// <summary>What native code gets.</summary>
    /// <param name="value">The managed value.</param>
    /// <returns>The same number.</returns>
    /// <exception cref="PlatformNotSupportedException">The process is a 32-bit one, where C has a <c>float</c> in this place.</exception>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static double ToDouble(NFloat value) => NFloat.Size == sizeof(double) ? value : throw NotSupported();

    /// <summary>What managed code gets.</summary>
    /// <param name="value">The native value.</param>
    /// <returns>The same number.</returns>
    /// <exception cref="PlatformNotSupportedException">The process is a 32-bit one, where C has a <c>float</c> in this place.</exception>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static NFloat FromDouble(double value) => NFloat.Size == sizeof(double) ? new NFloat(value) : throw NotSupported();

    private static PlatformNotSupportedException NotSupported() =>
        new("NFloat can be passed only in 64-bit processes, as C's double. Declare float here, which C uses instead.");
}
