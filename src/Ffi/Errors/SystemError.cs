using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace Ffi.CompilerServices;

/// <summary>The calling thread's <c>errno</c>, on Windows its last error, around one call.</summary>
/// <remarks>
/// <para>Generated code uses this; programs don't have to. Allocates nothing. Valid on the thread that made it.</para>
/// <para>C libraries keep <c>errno</c> at one address a thread; it is asked for once a thread, after which clearing is a store and
/// reading a load. What the runtime does between a native call's return and the next managed instruction, suspension for a garbage
/// collection included, keeps <c>errno</c>, which LibraryImport relies on too.</para>
/// </remarks>
public readonly unsafe ref struct SystemError
{
    [ThreadStatic]
    private static int* t_location;

    private readonly int* _location;

    private SystemError(int* location) => _location = location;

    /// <summary>Sets the error to 0, directly before the call.</summary>
    /// <returns>What reads the error after the call, on this thread.</returns>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static SystemError Clear()
    {
        int* location = t_location;
        if (location is null)
        {
            return Find();
        }

        *location = 0;
        return new SystemError(location);
    }

    /// <summary>Reads the error, directly after the call.</summary>
    /// <returns>The error number; 0 if the call left none.</returns>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public int Read() => _location is null ? Marshal.GetLastSystemError() : *_location;

    [MethodImpl(MethodImplOptions.NoInlining)]
    private static SystemError Find()
    {
        t_location = ErrnoLocation.Find();
        if (t_location is null)
        {
            Marshal.SetLastSystemError(0);
            return default;
        }

        *t_location = 0;
        return new SystemError(t_location);
    }
}
