using System.Runtime.InteropServices;

namespace Ffi.CompilerServices;

/// <summary>Where the calling thread's <c>errno</c> is.</summary>
internal static unsafe class ErrnoLocation
{
    // What the macro errno calls: glibc and musl, Apple and FreeBSD, Android and OpenBSD, illumos.
    private static readonly string[] s_symbols = ["__errno_location", "__error", "__errno", "___errno"];

    private static readonly delegate* unmanaged<int*> s_function = FindFunction();

    /// <summary>The address, the same for the thread's whole life; null on a system that keeps its error elsewhere, as Windows
    /// does.</summary>
    public static int* Find() => s_function is null ? null : s_function();

    private static delegate* unmanaged<int*> FindFunction()
    {
        if (OperatingSystem.IsWindows())
        {
            return null;
        }

        nint program = NativeLibrary.GetMainProgramHandle();
        foreach (string symbol in s_symbols)
        {
            if (NativeLibrary.TryGetExport(program, symbol, out nint address))
            {
                return (delegate* unmanaged<int*>)address;
            }
        }

        return null;
    }
}
