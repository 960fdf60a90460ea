using System.Runtime.InteropServices;

namespace Ffi;

/// <summary>What is at a symbol's address.</summary>
internal static unsafe class SymbolKinds
{
    private const int SymbolEntry = 1; // RTLD_DL_SYMENT of dladdr1(3).
    private const int TypeOffset = 4; // st_info of Elf64_Sym, elf.h.
    private const int Function = 2, IndirectFunction = 10; // STT_FUNC, STT_GNU_IFUNC.

    /// <summary>Whether a function is there, where the system tells: glibc by the symbol's type, Windows by the memory's
    /// protection.</summary>
    /// <remarks>Constants may be in memory that may be executed too: ELF's linkers can put them beside the code, and those of Mach-O do. So
    /// only Windows' protection is proof of a function, while <see cref="CodeAddress"/> proves that there is none.</remarks>
    public static bool IsFunction(nint address) =>
        OperatingSystem.IsWindows()
            ? WindowsLoader.IsData(address) == false
            : OperatingSystem.IsLinux() && Environment.Is64BitProcess && HasFunctionSymbol(address);

    private static bool HasFunctionSymbol(nint address)
    {
        if (!NativeLibrary.TryGetExport(NativeLibrary.GetMainProgramHandle(), "dladdr1", out nint dladdr1))
        {
            return false;
        }

        DlInfo info;
        byte* symbol = null;
        bool isFound = ((delegate* unmanaged<nint, DlInfo*, void*, int, int>)dladdr1)(address, &info, &symbol, SymbolEntry) != 0;
        return isFound && info.SymbolAddress == address && symbol != null && (symbol[TypeOffset] & 0xF) is Function or IndirectFunction;
    }

    // Dl_info of dlfcn.h.
    private struct DlInfo
    {
        public nint FileName;
        public nint Base;
        public nint SymbolName;
        public nint SymbolAddress;
    }
}
