using System.Collections.Concurrent;
using System.Diagnostics.CodeAnalysis;
using Ffi.Calls;

namespace Ffi.CompilerServices;

/// <summary>Gives the address through which a C function that ends in <c>...</c> may be called with a typed function pointer.</summary>
/// <remarks>
/// <para>Generated code calls this once a function, beside its symbol's look-up; programs don't have to.</para>
/// <para>System V x86-64 asks the caller of such a function for a number in AL: how many vector registers hold arguments, or more. Where
/// it is 0 the function doesn't look at vector registers. A typed function pointer sets no AL; the low byte of the target's address happens
/// to be there. So the call goes through a thunk that sets it.</para>
/// <para>On Windows x64 and on AArch64 Linux the function's own address is right. On Windows x64 a <c>float</c> or <c>double</c> in place
/// of the dots must be passed as the <c>long</c> of its bits, so that it is in the integer register where such a function looks for
/// it. Everywhere a <c>float</c> as a variable argument is first made a <c>double</c>, and a small integer an <c>int</c>.</para>
/// </remarks>
public static class VariadicThunk
{
    // A thunk contains nothing but the address, so it is right for any code that is loaded there. It is never freed and takes 16 bytes.
    private static readonly ConcurrentDictionary<nint, nint> s_thunks = new();
    private static readonly Lock s_lock = new();

    /// <summary>The address to call in place of a variadic function's own.</summary>
    /// <param name="function">The function's address.</param>
    /// <returns>The address of code that makes the call right, or <paramref name="function"/> itself where it is. Valid as long as the
    /// function is.</returns>
    /// <remarks>Any thread may call. Allocates at a function's first time only; native memory of 16 bytes a function lives as long as
    /// the process and serves again where another library is loaded at the address.</remarks>
    /// <exception cref="PlatformNotSupportedException">The platform passes variadic arguments in a way that a typed function pointer
    /// can't (Apple's and Windows' arm64), or refuses to make memory executable.</exception>
    public static nint For(nint function) => NativeAbi.Current switch
    {
        NativeAbiKind.SystemV => s_thunks.TryGetValue(function, out nint thunk) ? thunk : Make(function),
        NativeAbiKind.WindowsX64 or NativeAbiKind.Arm64 => function,
        _ => ThrowNotSupported(),
    };

    /// <summary>Throws if an import (<see cref="NativeBinding.Import"/>) can't call a variadic function. Elsewhere it can, with integers
    /// and pointers as a variable argument: then AL doesn't matter.</summary>
    /// <exception cref="PlatformNotSupportedException">The platform passes variadic arguments in a way that an import doesn't (Apple's and
    /// Windows' arm64).</exception>
    public static void ThrowIfNotSupported()
    {
        if (NativeAbi.Current is not (NativeAbiKind.SystemV or NativeAbiKind.WindowsX64 or NativeAbiKind.Arm64))
        {
            ThrowNotSupported();
        }
    }

    private static nint Make(nint function)
    {
        lock (s_lock)
        {
            return s_thunks.GetOrAdd(function, VectorCountThunks.Add);
        }
    }

    [DoesNotReturn]
    private static nint ThrowNotSupported() => throw new PlatformNotSupportedException(
        "On this platform a variadic C function takes its variable arguments where a typed function pointer doesn't put " +
        "them. Call the variant that takes a va_list, or a C wrapper with a fixed signature.");
}
