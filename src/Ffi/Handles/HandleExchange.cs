using System.Runtime.InteropServices;

namespace Ffi.CompilerServices;

/// <summary>A handle that one call may replace: what a <c>ref</c> parameter of a handle type is.</summary>
/// <remarks>Generated code makes one for each such parameter; programs don't have to. The object for a new handle exists before the
/// call, so that the handle that native code returns always has an owner. Allocates that one object.</remarks>
/// <typeparam name="T">The handle's type.</typeparam>
public readonly ref struct HandleExchange<T>
    where T : SafeHandle
{
    private readonly T _before;
    private readonly T _fresh;

    /// <summary>Takes a reference on the present handle.</summary>
    /// <param name="before">The present handle.</param>
    /// <param name="fresh">An empty handle, for what native code may put in its place.</param>
    /// <param name="parameter">The parameter's name, for the exception.</param>
    /// <exception cref="ArgumentNullException">The handle is null.</exception>
    /// <exception cref="ObjectDisposedException">The handle is closed.</exception>
    public HandleExchange(T before, T fresh, string parameter)
    {
        if (before is null)
        {
            throw new ArgumentNullException(parameter);
        }

        bool added = false;
        before.DangerousAddRef(ref added);
        (_before, _fresh) = (before, fresh);
    }

    /// <summary>The present raw handle.</summary>
    public nint Value => _before.DangerousGetHandle();

    /// <summary>The handle after the call: the same object if native code left its value, else the fresh one with the new value.</summary>
    /// <param name="value">What native code left.</param>
    /// <returns>The handle that the caller's variable holds from now on.</returns>
    public T After(nint value)
    {
        if (value == _before.DangerousGetHandle())
        {
            return _before;
        }

        Marshal.InitHandle(_fresh, value);
        return _fresh;
    }

    /// <summary>Gives the reference back. The owner of the replaced handle still disposes it.</summary>
    public void Dispose() => _before.DangerousRelease();
}
