using System.Diagnostics.CodeAnalysis;
using System.Runtime.CompilerServices;
using Ffi.Calls;
using Ffi.CompilerServices;

namespace Ffi;

/// <summary>Calls native functions whose signature is only known at run time.</summary>
/// <remarks>Arguments are passed by the platform's C calling convention: any mix of integers, floats, doubles and structs of up to 16
/// bytes, also more than there are registers. No reflection, no code made at run time, no allocation: a call takes a few
/// nanoseconds longer than a typed call. The tests run on Linux x64, on Linux arm64 in an emulator, and on Windows x64 under wine. The
/// rules of Apple's arm64 are tested as tables only. Any thread may call. The caller keeps alive and pinned what arguments point
/// to.</remarks>
public static class NativeCall
{
    /// <summary>The most arguments that a call takes.</summary>
    public const int MaxArguments = 32;

    /// <summary>Calls a function and returns its result.</summary>
    /// <param name="function">The function's address. The library it is in must stay loaded until the call returns.</param>
    /// <param name="returns">What the function returns.</param>
    /// <param name="arguments">The arguments, in order. Their types must be the types of the parameters. Nothing can check that.</param>
    /// <returns>The result, of type <paramref name="returns"/>; for <see cref="NativeType.Void"/> a value that every getter
    /// rejects.</returns>
    /// <remarks>Allocates nothing.</remarks>
    /// <exception cref="ArgumentException"><paramref name="function"/> is 0, there are more than <see cref="MaxArguments"/> arguments, or
    /// an argument is a default <see cref="NativeValue"/>.</exception>
    /// <exception cref="PlatformNotSupportedException">The processor's calling convention is not supported.</exception>
    // Inlined because of the native call in it: the JIT sets up the frame for such calls once a method, so that in a loop only the
    // first call pays for it. The frame is half of a call's time.
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    [SkipLocalsInit]
    public static unsafe NativeValue Invoke(nint function, NativeType returns, ReadOnlySpan<NativeValue> arguments)
    {
        if (NativeAbi.Current == NativeAbiKind.SystemV)
        {
            Unsafe.SkipInit(out SystemVPlainFrame frame);
            int stackWords = SystemVCall.FillPlain(function, returns, arguments, &frame);
            if (stackWords >= 0)
            {
                return SystemVCall.Result(returns, stackWords == 0
                    ? SystemVSignatures.InRegisters(function, (long*)&frame)
                    : SystemVSignatures.WithFewWords(function, (long*)&frame));
            }
        }

        return InvokeAny(function, returns, arguments);
    }

    /// <summary>Calls a function that ends in <c>...</c>, as <c>printf</c> does.</summary>
    /// <param name="function">The function's address.</param>
    /// <param name="returns">What the function returns.</param>
    /// <param name="fixedArguments">How many of the arguments belong to parameters before the dots.</param>
    /// <param name="arguments">The arguments, in order. A <c>float</c> as a variable argument is passed as a <c>double</c> and a small
    /// integer as an <c>int</c>, as C does it.</param>
    /// <returns>The result, of type <paramref name="returns"/>.</returns>
    /// <remarks>Allocates nothing, except on platforms that need a <see cref="VariadicThunk"/>, which is made at the first call of
    /// a function.</remarks>
    /// <exception cref="ArgumentException">As for <see cref="Invoke(nint, NativeType, ReadOnlySpan{NativeValue})"/>.</exception>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="fixedArguments"/> is negative or more than there are.</exception>
    /// <exception cref="PlatformNotSupportedException">The platform has no support for variadic calls, or refuses the memory that they
    /// need there.</exception>
    public static NativeValue InvokeVariadic(nint function, NativeType returns, int fixedArguments, ReadOnlySpan<NativeValue> arguments)
    {
        Check(function, arguments.Length);
        ArgumentOutOfRangeException.ThrowIfNegative(fixedArguments);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(fixedArguments, arguments.Length);

        // Apple's arm64 passes variadic arguments on the stack. A frame can express that, and a typed signature can't.
        nint target = NativeAbi.Current == NativeAbiKind.AppleArm64 ? function : VariadicThunk.For(function);
        return Invoke(target, returns, arguments, fixedArguments);
    }

    // If the JIT inlines a call together with its frame, the frame stays uncleared only if this method has the attribute too.
    [SkipLocalsInit]
    private static NativeValue Invoke(nint function, NativeType returns, ReadOnlySpan<NativeValue> arguments, int fixedCount) =>
        NativeAbi.Current switch
        {
            NativeAbiKind.SystemV => SystemVCall.Invoke(function, returns, arguments, fixedCount),
            NativeAbiKind.WindowsX64 => WindowsX64Call.Invoke(function, returns, arguments, fixedCount),
            NativeAbiKind.Arm64 or NativeAbiKind.WindowsArm64 => Arm64Call.Invoke(function, returns, arguments, fixedCount, isApple: false),
            NativeAbiKind.AppleArm64 => Arm64Call.Invoke(function, returns, arguments, fixedCount, isApple: true),
            _ => throw NativeAbi.NotSupported(),
        };

    [MethodImpl(MethodImplOptions.NoInlining)]
    private static NativeValue InvokeAny(nint function, NativeType returns, ReadOnlySpan<NativeValue> arguments)
    {
        Check(function, arguments.Length);
        return Invoke(function, returns, arguments, arguments.Length);
    }

    private static void Check(nint function, int count)
    {
        if (function == 0 || count > MaxArguments)
        {
            ThrowCannotCall(function, count);
        }
    }

    [DoesNotReturn]
    private static void ThrowCannotCall(nint function, int count) => throw (function == 0
        ? new ArgumentNullException(nameof(function), "The function's address is 0.")
        : new ArgumentException(
            $"The call has {count} arguments; NativeCall takes up to {MaxArguments}, so argument {MaxArguments} (from 0) is too many."));
}
