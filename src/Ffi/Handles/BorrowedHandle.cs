using System.Runtime.InteropServices;

namespace Ffi;

/// <summary>A raw handle that stays valid for a scope: one add-ref, whatever the number of calls inside.</summary>
/// <remarks>
/// <code>
/// using BorrowedHandle&lt;FileHandle&gt; file = handle.Borrow();
/// while (Library.Read(file, buffer) > 0) { … }
/// </code>
/// Passing it takes as long as passing an integer. It can be on the stack only, so it ends with the method at the latest. Dispose it
/// once: disposing a copy too would release a reference that was never added. Allocates nothing.
/// </remarks>
/// <typeparam name="T">The handle's type.</typeparam>
public ref struct BorrowedHandle<T>
    where T : SafeHandle
{
    private readonly nint _value;
    private T? _owner;

    internal BorrowedHandle(T owner)
    {
        bool added = false;
        owner.DangerousAddRef(ref added);
        _owner = owner;
        _value = owner.DangerousGetHandle();
    }

    /// <summary>The raw handle, valid until <see cref="Dispose"/>. The owner is not closed before that, even by its own Dispose.</summary>
    /// <exception cref="ObjectDisposedException">The scope has ended, or never began: the value is <c>default</c>.</exception>
    public readonly nint Value => _owner is null ? Ended() : _value;

    /// <summary>Ends the scope and releases the reference. A handle that was disposed in the meantime is closed now.</summary>
    public void Dispose()
    {
        if (_owner is { } owner)
        {
            _owner = null;
            owner.DangerousRelease();
        }
    }

    private static nint Ended() =>
        throw new ObjectDisposedException(nameof(BorrowedHandle<>), "The handle was borrowed for a scope that has ended.");
}
