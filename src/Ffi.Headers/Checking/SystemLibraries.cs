namespace Ffi.Headers.Checking;

/// <summary>Libraries of the systems. Their functions may have the names of others, and belong to no digest that isn't named for
/// them.</summary>
internal static class SystemLibraries
{
    private static readonly HashSet<string> s_names = new(StringComparer.Ordinal)
    {
        "advapi32", "bcrypt", "c", "combase", "comctl32", "crypt32", "dbghelp", "dl", "dwmapi", "gdi32", "iphlpapi", "kernel32",
        "kernelbase", "m", "msvcrt", "ntdll", "ole32", "oleaut32", "psapi", "pthread", "rt", "secur32", "setupapi", "shell32", "shlwapi",
        "system", "system.native", "ucrtbase", "user32", "userenv", "version", "winmm", "wintrust", "ws2_32", "objc", "corefoundation",
        "foundation", "security", "__internal",
    };

    public static bool Contains(string? library) => library is not null && s_names.Contains(LibraryNames.Of(library).First());
}
