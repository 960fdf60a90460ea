using System.Runtime.InteropServices;

namespace Ffi;

/// <summary><c>LoadLibraryExW</c> and its family, on Windows.</summary>
internal static unsafe class WindowsLoader
{
    private const uint FailCriticalErrors = 0x1; // SEM_FAILCRITICALERRORS: an error code, not a message box.
    private const int LongestPathInChars = 32_768; // "Maximum Path Length Limitation", Win32 file system documentation.

    // By its path: by its name, the load context of this assembly would be asked first, and a host of plug-ins may have any answer, an
    // exception too.
    private static readonly nint Kernel = NativeLibrary.Load(Path.Join(Environment.SystemDirectory, "kernel32.dll"));

    private static readonly delegate* unmanaged<char*, nint, uint, nint> LoadLibraryEx =
        (delegate* unmanaged<char*, nint, uint, nint>)Function("LoadLibraryExW");
    private static readonly delegate* unmanaged<nint, int> FreeLibrary = (delegate* unmanaged<nint, int>)Function("FreeLibrary");
    private static readonly delegate* unmanaged<nint, byte*, nint> GetProcAddress =
        (delegate* unmanaged<nint, byte*, nint>)Function("GetProcAddress");
    private static readonly delegate* unmanaged<nint, char*, uint, uint> GetModuleFileName =
        (delegate* unmanaged<nint, char*, uint, uint>)Function("GetModuleFileNameW");
    private static readonly delegate* unmanaged<uint, uint*, int> SetThreadErrorMode =
        (delegate* unmanaged<uint, uint*, int>)Function("SetThreadErrorMode");

    public static nint Open(string file, WindowsSearchFlags flags, out string error)
    {
        uint errorMode;
        _ = SetThreadErrorMode(FailCriticalErrors, &errorMode);
        nint handle;
        int code;
        fixed (char* name = file)
        {
            handle = LoadLibraryEx(name, 0, (uint)flags);
            code = Marshal.GetLastSystemError();
        }

        _ = SetThreadErrorMode(errorMode, null);
        error = handle == 0 ? $"{Marshal.GetPInvokeErrorMessage(code)} (error {code})" : "";
        return handle;
    }

    public static nint Find(nint handle, byte* name) => GetProcAddress(handle, name);

    public static void Close(nint handle) => _ = FreeLibrary(handle);

    /// <returns>Whether an address is not executable; null if the system does not tell.</returns>
    public static bool? IsData(nint address)
    {
        const int protection = 36; // MEMORY_BASIC_INFORMATION.Protect, of winnt.h for 64 bits.
        const int anyExecute = 0xF0; // PAGE_EXECUTE, _READ, _READWRITE and _WRITECOPY
        var virtualQuery = (delegate* unmanaged<nint, byte*, nint, nint>)Function("VirtualQuery");
        byte* information = stackalloc byte[48];
        return virtualQuery(address, information, 48) == 0 ? null : (*(int*)(information + protection) & anyExecute) == 0;
    }

    public static string? PathOf(nint handle)
    {
        var path = new char[LongestPathInChars];
        fixed (char* buffer = path)
        {
            uint length = GetModuleFileName(handle, buffer, LongestPathInChars);
            return length == 0 ? null : new string(buffer, 0, (int)length);
        }
    }

    private static nint Function(string name) => NativeLibrary.GetExport(Kernel, name);
}
