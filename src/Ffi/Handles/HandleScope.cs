using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace Ffi.CompilerServices;

/// <summary>Keeps a handle open during one call.</summary>
/// <remarks>Generated code makes one for each handle argument; programs don't have to. Allocates nothing.</remarks>
public readonly ref struct HandleScope
{
    private readonly SafeHandle _handle;

    /// <summary>Takes a reference.</summary>
    /// <param name="handle">The handle.</param>
    /// <param name="parameter">The parameter's name, for the exception.</param>
    /// <exception cref="ArgumentNullException">The handle is null.</exception>
    /// <exception cref="ObjectDisposedException">The handle is closed.</exception>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public HandleScope(SafeHandle handle, string parameter)
    {
        if (handle is null)
        {
            throw new ArgumentNullException(parameter);
        }

        bool added = false;
        handle.DangerousAddRef(ref added);
        _handle = handle;
    }

    /// <summary>The raw handle, valid until <see cref="Dispose"/>.</summary>
    public nint Value => _handle.DangerousGetHandle();

    /// <summary>Gives the reference back.</summary>
    public void Dispose() => _handle.DangerousRelease();
}
