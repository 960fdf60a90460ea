using System.Runtime.InteropServices;

namespace Ffi.CompilerServices;

/// <summary>Compares a handle in a struct with what native code left there.</summary>
/// <remarks>Generated code calls this; programs don't have to. Allocates nothing but the exception.</remarks>
public static class FieldHandle
{
    /// <summary>Whether native code left the handle alone.</summary>
    /// <param name="handle">The handle from before the call.</param>
    /// <param name="value">The raw handle from behind it.</param>
    /// <returns>Whether they are the same.</returns>
    public static bool IsSame(SafeHandle? handle, nint value) => handle is not null && handle.DangerousGetHandle() == value;

    /// <summary>Refuses a handle that native code has put in the place of another, where no object can own it.</summary>
    /// <param name="handle">The handle from before the call.</param>
    /// <param name="value">The raw handle from behind it.</param>
    /// <param name="field">The field's name, for the exception.</param>
    /// <exception cref="NotSupportedException">They are not the same.</exception>
    public static void ThrowUnlessSame(SafeHandle? handle, nint value, string field)
    {
        if (!IsSame(handle, value))
        {
            throw new NotSupportedException($"Native code has replaced the handle '{field}', and no object of its type can be created.");
        }
    }
}
