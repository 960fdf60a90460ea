using System.Diagnostics.CodeAnalysis;
using System.Runtime.CompilerServices;
using Ffi.CompilerServices;

namespace Ffi;

/// <summary>A delegate with an address that native code may keep and call, on any thread, until <see cref="Dispose"/>.</summary>
/// <remarks>
/// <para><b>Lifetime.</b> The delegate and everything it captures stay alive until <see cref="Dispose"/>, even if the program loses this
/// object. A callback that is never disposed is never freed. Dispose it after native code is done with the address.</para>
/// <para><b>After Dispose.</b> If native code calls the address anyway, the process ends with a message that names the callback. This
/// holds until the address is used again: the one that has been free for longest comes first, and only while at least <c>8</c> others are
/// free.</para>
/// <para><b>Number.</b> There is no limit. Addresses are kept for later callbacks of the same type, so the memory in use depends on the
/// greatest number of callbacks that were alive at once.</para>
/// <para><b>Exceptions</b> never pass through native frames; <see cref="OnException"/> says what happens to them.</para>
/// </remarks>
/// <typeparam name="TDelegate">Any delegate type whose signature native code can call, generic ones included.</typeparam>
public sealed class NativeCallback<TDelegate> : IDisposable
    where TDelegate : Delegate
{
    private readonly string _name;
    private readonly nint _pointer;
    private CallbackSlot<TDelegate>? _slot;

    internal NativeCallback(CallbackPool<TDelegate> pool, TDelegate callback, OnException onException, string name)
    {
        _name = name;
        _slot = pool.Rent(new RetainedTarget<TDelegate>(callback, onException, name));
        _pointer = _slot.Address;
    }

    /// <summary>The address for native code: an unmanaged function pointer in the platform's C calling convention, or the one that the
    /// delegate type names. Valid until <see cref="Dispose"/>.</summary>
    /// <exception cref="ObjectDisposedException">The callback was disposed.</exception>
    public nint Pointer
    {
        get
        {
            ObjectDisposedException.ThrowIf(_slot is null, this);
            return _pointer;
        }
    }

    /// <summary>A callback that lives until it is disposed.</summary>
    /// <param name="callback">What native code calls.</param>
    /// <param name="onException">What happens to an exception that it throws.</param>
    /// <param name="name">Its name in messages. The default is the expression that is passed as <paramref name="callback"/>.</param>
    /// <returns>The callback, which the caller disposes after native code is done with its address.</returns>
    /// <remarks>If <typeparamref name="TDelegate"/> is known at compile time, the call is replaced by one that uses generated code.
    /// Otherwise the code is made at run time, once for each delegate type. Allocates a few small objects, and a thunk if more than eight
    /// callbacks of the type are alive. A call by native code allocates nothing. Any thread may create, call and dispose.</remarks>
    /// <exception cref="NotSupportedException">The delegate type's signature can't be passed to native code.</exception>
    /// <exception cref="PlatformNotSupportedException">The delegate type is not known at compile time, and code can't be made at run
    /// time.</exception>
    [SuppressMessage("Design", "CA1000", Justification = "The delegate type of a lambda must be said, and here is where.")]
    public static NativeCallback<TDelegate> Create(
        TDelegate callback,
        OnException onException = OnException.FailFast,
        [CallerArgumentExpression(nameof(callback))] string name = "")
    {
        ArgumentNullException.ThrowIfNull(callback);
        return DynamicCallbacks<TDelegate>.Pool.Retain(callback, onException, name);
    }

    /// <summary>Ends the callback. Native code must not call its address any more. Calls that are running finish undisturbed. A second
    /// call does nothing.</summary>
    public void Dispose() => Interlocked.Exchange(ref _slot, null)?.Release(new EndedTarget<TDelegate>(_name));
}
