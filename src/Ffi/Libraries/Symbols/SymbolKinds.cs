using System.Runtime.InteropServices;

namespace Ffi;

/// <summary>What lies at a symbol's address.</summary>
internal static unsafe class SymbolKinds
{
    private const int SymbolEntry = 1; // RTLD_DL_SYMENT of dladdr1(3).
    private const int TypeOffset = 4; // st_info of Elf64_Sym, elf.h.
    private const int Function = 2, IndirectFunction = 10; // STT_FUNC, STT_GNU_IFUNC.
    private const uint Executable = 0xF0; // PAGE_EXECUTE to PAGE_EXECUTE_WRITECOPY, memoryapi.h.

    /// <summary>Whether a function is there, where the system tells: glibc by the symbol's type, Windows by the memory's protection.</summary>
    public static bool IsFunction(nint address) =>
        OperatingSystem.IsWindows() ? IsExecutable(address) : OperatingSystem.IsLinux() && Environment.Is64BitProcess && HasFunctionSymbol(address);

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

    private static bool IsExecutable(nint address)
    {
        nint kernel = NativeLibrary.Load("kernel32.dll", typeof(SymbolKinds).Assembly, DllImportSearchPath.System32);
        var query = (delegate* unmanaged<nint, MemoryInformation*, nuint, nuint>)NativeLibrary.GetExport(kernel, "VirtualQuery");
        MemoryInformation information;
        return query(address, &information, (nuint)sizeof(MemoryInformation)) != 0 && (information.Protect & Executable) != 0;
    }

    // Dl_info of dlfcn.h.
    private struct DlInfo
    {
        public nint FileName;
        public nint Base;
        public nint SymbolName;
        public nint SymbolAddress;
    }

    // MEMORY_BASIC_INFORMATION of winnt.h.
    private struct MemoryInformation
    {
        public nint BaseAddress;
        public nint AllocationBase;
        public uint AllocationProtect;
        public ushort PartitionId;
        public nuint RegionSize;
        public uint State;
        public uint Protect;
        public uint Type;
    }
}
