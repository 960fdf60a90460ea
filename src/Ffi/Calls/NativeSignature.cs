using System.Runtime.CompilerServices;
using Ffi.Calls;

namespace Ffi;

/// <summary>A C function's signature that is only known at run time, prepared once for many calls.</summary>
/// <remarks>
/// <para>It has the place of each argument, as libffi's <c>ffi_prep_cif</c> prepares it. <see cref="NativeCall"/> finds the places
/// anew for each call. The rules, and the platforms, are those of <see cref="NativeCall"/>. No code is made at run time, so that it works
/// under NativeAOT too.</para>
/// <para>Making one allocates it and two arrays; a call allocates nothing. It doesn't change, and any thread may use it. The caller
/// keeps alive and pinned what arguments point to.</para>
/// </remarks>
public sealed class NativeSignature
{
    private readonly NativeType[] _parameters;
    private readonly PreparedCall _call;

    /// <summary>Prepares a signature.</summary>
    /// <param name="returns">What functions of the signature return.</param>
    /// <param name="parameters">What they take, in order.</param>
    /// <exception cref="ArgumentException">There are more than <see cref="NativeCall.MaxArguments"/> parameters, or one is
    /// <see cref="NativeType.Void"/>.</exception>
    /// <exception cref="PlatformNotSupportedException">The processor's calling convention is not supported.</exception>
    public NativeSignature(NativeType returns, params ReadOnlySpan<NativeType> parameters)
    {
        if (parameters.Length > NativeCall.MaxArguments)
        {
            throw new ArgumentException(
                $"The signature has {parameters.Length} parameters; a call takes up to {NativeCall.MaxArguments}.",
                nameof(parameters));
        }

        for (int i = 0; i < parameters.Length; i++)
        {
            if (parameters[i] == NativeType.Void)
            {
                throw new ArgumentException($"Parameter {i} is void; it needs a type with a size.", nameof(parameters));
            }
        }

        _parameters = parameters.ToArray();
        _call = PreparedCall.Of(returns, parameters, NativeAbi.Current);
    }

    /// <summary>What functions of the signature return.</summary>
    public NativeType Returns => _call.Returns;

    /// <summary>What functions of the signature take, in order.</summary>
    public ReadOnlySpan<NativeType> Parameters => _parameters;

    /// <summary>Calls a function and returns its result.</summary>
    /// <param name="function">The function's address. The library it is in must stay loaded until the call returns.</param>
    /// <param name="arguments">The arguments, one for each parameter and of exactly its type.</param>
    /// <returns>The result, of type <see cref="Returns"/>; for <see cref="NativeType.Void"/> a value that every getter rejects.</returns>
    /// <remarks>Allocates nothing.</remarks>
    /// <exception cref="ArgumentException"><paramref name="function"/> is 0, or the arguments are not those of the signature. The message
    /// names the first that isn't. Nothing was called.</exception>
    // Inlined for the native call in it, as NativeCall.Invoke is.
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    [SkipLocalsInit]
    public unsafe NativeValue Invoke(nint function, params ReadOnlySpan<NativeValue> arguments)
    {
        PreparedCall call = _call;
        if (!call.IsPlain)
        {
            return call.Invoke(function, arguments);
        }

        Unsafe.SkipInit(out SystemVPlainFrame frame);
        call.Fill(function, arguments, (byte*)&frame);
        return SystemVCall.Result(call.Returns, call.IsInRegisters
            ? SystemVSignatures.InRegisters(function, (long*)&frame)
            : SystemVSignatures.WithFewWords(function, (long*)&frame));
    }

    /// <summary>Calls a function with arguments in memory, as libffi's <c>ffi_call</c> does.</summary>
    /// <param name="function">The function's address. The library it is in must stay loaded until the call returns.</param>
    /// <param name="result">Where the result is written: as many bytes as <see cref="Returns"/> has. May be null if the result isn't
    /// wanted.</param>
    /// <param name="arguments">An address for each parameter: where an argument of its type is, at any alignment. Nothing can check
    /// that.</param>
    /// <remarks>Allocates nothing. Unlike libffi it writes no more than the result's own size, also for integers smaller than a
    /// register.</remarks>
    /// <exception cref="ArgumentException"><paramref name="function"/> is 0, or there is another number of arguments than of parameters.
    /// Nothing was called.</exception>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    [SkipLocalsInit]
    public unsafe void Invoke(nint function, void* result, ReadOnlySpan<nint> arguments)
    {
        PreparedCall call = _call;
        if (!call.IsPlain)
        {
            call.Invoke(function, (byte*)result, arguments);
            return;
        }

        Unsafe.SkipInit(out SystemVPlainFrame frame);
        call.Fill(function, arguments, (byte*)&frame);
        IntegerAndVector registers = call.IsInRegisters
            ? SystemVSignatures.InRegisters(function, (long*)&frame)
            : SystemVSignatures.WithFewWords(function, (long*)&frame);
        PreparedCall.Write(call.Returns, registers, (byte*)result);
    }

    /// <summary>The signature as C# writes it: <c>double (int, struct(12))</c>. Allocates.</summary>
    /// <returns>The text.</returns>
    public override string ToString() => $"{Returns} ({string.Join(", ", _parameters)})";
}
