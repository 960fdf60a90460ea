using System.Runtime.InteropServices;

namespace Ffi;

/// <summary>Borrows handles for a scope.</summary>
public static class SafeHandleExtensions
{
    /// <summary>Keeps a handle open until the result is disposed, so that calls inside the scope don't have to.</summary>
    /// <param name="handle">The handle.</param>
    /// <typeparam name="T">The handle's type.</typeparam>
    /// <returns>The raw handle, with a reference on it. Allocates nothing.</returns>
    /// <exception cref="ArgumentNullException">The handle is null.</exception>
    /// <exception cref="ObjectDisposedException">The handle is closed.</exception>
    public static BorrowedHandle<T> Borrow<T>(this T handle)
        where T : SafeHandle
    {
        ArgumentNullException.ThrowIfNull(handle);
        return new BorrowedHandle<T>(handle);
    }
}
