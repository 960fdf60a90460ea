namespace Ffi.Analyzers.Liveness.Knowledge;

/// <summary>C's functions that read text up to a NUL, where a program declares them with a byte pointer, span or array.</summary>
internal static class CStrings
{
    private static readonly HashSet<string> Readers = new(StringComparer.Ordinal)
    {
        "strlen", "puts", "fputs", "fopen", "getenv", "setenv", "dlopen", "dlsym", "open", "opendir", "stat", "access", "unlink", "remove",
        "rename", "mkdir", "rmdir", "chdir", "system", "atoi", "atol", "strtol", "strtod", "strdup", "strcmp", "perror", "printf",
        "LoadLibraryA", "GetProcAddress", "OutputDebugStringA", "sqlite3_open", "sqlite3_exec", "setlocale",
    };

    public static bool Read(string function) => Readers.Contains(function);
}
