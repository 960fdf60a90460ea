using System.Runtime.InteropServices;

namespace Ffi.CompilerServices;

/// <summary>Converts values as an <see cref="ICustomMarshaler"/> does, by the rules that <c>[DllImport]</c> calls one by.</summary>
/// <remarks>Generated code makes one for each marshaler that a library names; programs don't have to. The marshaler is asked for once, at
/// the first value. What a call allocates is what the marshaler allocates.</remarks>
/// <typeparam name="T">The managed type.</typeparam>
/// <param name="getInstance">The marshaler's own <c>GetInstance</c>.</param>
/// <param name="cookie">What it is given.</param>
public sealed class CustomMarshaler<T>(Func<string, ICustomMarshaler> getInstance, string cookie)
    where T : class
{
    private readonly object _lock = new();
    private ICustomMarshaler? _instance;

    /// <summary>The native value of a managed one.</summary>
    /// <param name="managed">The managed value; the marshaler never sees null.</param>
    /// <returns>What native code gets; 0 for null.</returns>
    public nint ConvertToUnmanaged(T? managed) => managed is null ? 0 : Instance.MarshalManagedToNative(managed);

    /// <summary>The managed value of a native one.</summary>
    /// <param name="unmanaged">What native code gave; the marshaler never sees 0.</param>
    /// <returns>The managed value; null for 0.</returns>
    /// <exception cref="InvalidCastException">The marshaler made an object of another type.</exception>
    public T? ConvertToManaged(nint unmanaged) => unmanaged == 0 ? null : (T)Instance.MarshalNativeToManaged(unmanaged);

    /// <summary>Cleans a native value up. An exception of the marshaler is dropped, as the runtime drops it.</summary>
    /// <param name="unmanaged">The native value; the marshaler never sees 0.</param>
    public void Free(nint unmanaged)
    {
        if (unmanaged == 0)
        {
            return;
        }

        try
        {
            Instance.CleanUpNativeData(unmanaged);
        }
        catch (Exception)
        {
            // As with an import, the marshaler may throw here, after the call has returned.
        }
    }

    private ICustomMarshaler Instance => Volatile.Read(ref _instance) ?? Make();

    private ICustomMarshaler Make()
    {
        lock (_lock)
        {
            if (_instance is null)
            {
                Volatile.Write(
                    ref _instance,
                    getInstance(cookie)
                        ?? throw new MarshalDirectiveException($"{getInstance.Method.DeclaringType}.GetInstance returned no marshaler."));
            }

            return _instance!;
        }
    }
}
