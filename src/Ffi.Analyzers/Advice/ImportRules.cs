using System.Reflection;
using System.Runtime.InteropServices;
using Ffi.Generators.Planning;
using Ffi.Generators.Reading;
using Microsoft.CodeAnalysis;

namespace Ffi.Analyzers.Advice;

/// <summary>What an import says of itself, apart from its types, that a native function can't say, or that would mean something
/// else.</summary>
internal static class ImportRules
{
    // Windows' own libraries, whose functions on text have an A or a W behind their names.
    private static readonly HashSet<string> s_windows = new(StringComparer.OrdinalIgnoreCase)
    {
        "advapi32", "bcrypt", "cabinet", "cfgmgr32", "comctl32", "comdlg32", "credui", "crypt32", "cryptui", "dbghelp", "dnsapi", "dwmapi",
        "gdi32", "hid", "imagehlp", "imm32", "iphlpapi", "kernel32", "kernelbase", "mpr", "msi", "ncrypt", "netapi32", "ntdll", "odbc32",
        "ole32", "oleacc", "oleaut32", "pdh", "powrprof", "propsys", "psapi", "rasapi32", "rpcrt4", "secur32", "setupapi", "shcore",
        "shell32", "shlwapi", "tdh", "urlmon", "user32", "userenv", "uxtheme", "version", "wevtapi", "winhttp", "wininet", "winmm",
        "winscard", "winspool", "wintrust", "wldap32", "ws2_32", "wtsapi32",
    };

    public static string? FindObstacle(IMethodSymbol method, string library, DllImportData? data)
    {
        string symbol = data?.EntryPointName ?? ImportReader.AttributeOf(method)?.Named<string>("EntryPoint") ?? method.Name;
        return method.IsGenericMethod ? "it has type parameters. Declare a function for each type"
            : method.ReturnsByRef || method.ReturnsByRefReadonly ? "it returns by reference. Return a pointer"
            : method.IsVararg ? "it takes __arglist. Declare the arguments of each call, and set Variadic"
            : !LibraryRules.IsName(library) ? "it names no library"
            : !LibraryRules.IsName(symbol) ? "it names no symbol"
            : symbol[0] == '#' ? "its entry point is an ordinal. Name the symbol"
            : HasOwnSearchPath(method) ? "it has [DefaultDllImportSearchPaths]. Put it on the type or on the assembly"
            : data is null ? null
            : FindObstacle(method, symbol, library, data);
    }

    private static string? FindObstacle(IMethodSymbol method, string symbol, string library, DllImportData data) =>
        (method.MethodImplementationFlags & MethodImplAttributes.PreserveSig) == 0
            ? "PreserveSig = false turns its HRESULT into an exception. Return the int, and throw with Marshal.ThrowExceptionForHR"
        : (data.BestFitMapping is not null || data.ThrowOnUnmappableCharacter is not null)
        && data.CharacterSet != CharSet.Unicode
        && HasText(method)
            ? "it sets how characters that the code page doesn't have are mapped. Pass UTF-16, or remove BestFitMapping and ThrowOnUnmappableChar"
        : !data.ExactSpelling
        && IsOfWindows(library)
        && !symbol.EndsWith("A", StringComparison.Ordinal)
        && !symbol.EndsWith("W", StringComparison.Ordinal)
            ? $"Windows may have '{symbol}A' or '{symbol}W', which the runtime tries. Write the exact symbol, or ExactSpelling = true"
        : null;

    private static bool HasText(IMethodSymbol method) =>
        method.Parameters.Any(static parameter => parameter.Type.SpecialType is SpecialType.System_String or SpecialType.System_Char);

    private static bool HasOwnSearchPath(IMethodSymbol method)
    {
        const string name = "DefaultDllImportSearchPathsAttribute";
        return method.Find(AttributeReader.Interop, name) is { } own
            && (
                method.ContainingType.Find(AttributeReader.Interop, name) ?? method.ContainingAssembly.Find(AttributeReader.Interop, name)
            )?.First<int>() != own.First<int>();
    }

    private static bool IsOfWindows(string library)
    {
        string name = library;
        foreach (string suffix in new[] { ".dll", ".drv" })
        {
            if (name.EndsWith(suffix, StringComparison.OrdinalIgnoreCase))
            {
                name = name.Substring(0, name.Length - suffix.Length);
            }
        }

        return s_windows.Contains(name)
            || name.StartsWith("api-ms-", StringComparison.OrdinalIgnoreCase)
            || name.StartsWith("ext-ms-", StringComparison.OrdinalIgnoreCase);
    }
}
