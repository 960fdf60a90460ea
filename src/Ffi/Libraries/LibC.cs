using System.Runtime.InteropServices;

namespace Ffi;

/// <summary>The C library, for what comes before a program's first native call.</summary>
internal static class LibC
{
    /// <summary>Its handle, or the program's, which finds the same functions. By its name, where it is glibc, in half the time of the
    /// program's first.</summary>
    public static readonly nint Handle =
        OperatingSystem.IsLinux() && NativeLibrary.TryLoad("libc.so.6", out nint handle) ? handle : NativeLibrary.GetMainProgramHandle();

    /// <returns>The address of a function.</returns>
    public static nint Function(string name) => NativeLibrary.GetExport(Handle, name);
}
