using System.Runtime.InteropServices;

namespace Ffi;

/// <summary><c>dlopen(3)</c> and its family, on Linux and macOS.</summary>
internal static unsafe class UnixLoader
{
    private const int Lazy = 1; // RTLD_LAZY, the same on every Unix, and what the .NET runtime loads libraries with.
    private const int LinkMap = 2; // RTLD_DI_LINKMAP of dlinfo(3).

    // All are in the C library, or in a library that every .NET program is linked to.
    private static readonly nint Program = NativeLibrary.GetMainProgramHandle();
    private static readonly delegate* unmanaged<byte*, int, nint> DlOpen = (delegate* unmanaged<byte*, int, nint>)Function("dlopen");
    private static readonly delegate* unmanaged<nint, int> DlClose = (delegate* unmanaged<nint, int>)Function("dlclose");
    private static readonly delegate* unmanaged<nint, byte*, nint> DlSym = (delegate* unmanaged<nint, byte*, nint>)Function("dlsym");
    private static readonly delegate* unmanaged<byte*> DlError = (delegate* unmanaged<byte*>)Function("dlerror");

    public static nint Open(string file, out string error)
    {
        nint fileUtf8 = Marshal.StringToCoTaskMemUTF8(file);
        try
        {
            nint handle = DlOpen((byte*)fileUtf8, Lazy);
            error = handle == 0 ? Marshal.PtrToStringUTF8((nint)DlError()) ?? "dlopen gives no reason" : "";
            return handle;
        }
        finally
        {
            Marshal.FreeCoTaskMem(fileUtf8);
        }
    }

    public static nint Find(nint handle, byte* name) => DlSym(handle, name);

    public static void Close(nint handle) => _ = DlClose(handle);

    public static string? PathOf(nint handle) =>
        OperatingSystem.IsMacOS() ? MacOSImages.PathOf(handle)
        : LinkMapName(handle) is { Length: > 0 } name ? Path.GetFullPath(name)
        : null;

    /// <returns>Where the file that an address is in is mapped; null if it is in none.</returns>
    public static byte* FileAt(nint address)
    {
        var dlAddr = (delegate* unmanaged<nint, nint*, int>)Function("dladdr");
        // Dl_info of dlfcn.h: the file's name and base, the symbol's name and address.
        nint* info = stackalloc nint[4];
        return dlAddr(address, info) == 0 ? null : (byte*)info[1];
    }

    private static string? LinkMapName(nint handle)
    {
        var dlInfo = (delegate* unmanaged<nint, int, void*, int>)Function("dlinfo");
        nint* map;
        // struct link_map of link.h starts with the load address and the name.
        return dlInfo(handle, LinkMap, &map) == 0 ? Marshal.PtrToStringUTF8(map[1]) : null;
    }

    internal static nint Function(string name) => NativeLibrary.GetExport(Program, name);
}
