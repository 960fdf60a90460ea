namespace Ffi;

/// <summary>Asks a library's program headers, where they are mapped, whether an address may be executed. System V gABI, "Program
/// Header".</summary>
internal static unsafe class ElfCode
{
    private const int Loaded = 1; // PT_LOAD
    private const int Executable = 1; // PF_X
    private const int FixedAddresses = 2; // ET_EXEC

    public static bool? IsData(nint library, nint address)
    {
        // glibc's and musl's handles are their struct link_map, which starts with the address that the file is mapped at; 0 for a program
        // of fixed addresses.
        byte* file = *(byte**)library;
        return Look(file, address) ?? Look(UnixLoader.FileAt(address), address);
    }

    // Null if the address is in another file.
    private static bool? Look(byte* file, nint address)
    {
        // The magic number, and the class of 64-bit files.
        if (file is null || *(uint*)file != 0x464C457F || file[4] != 2)
        {
            return null;
        }

        nint start = *(ushort*)(file + 16) == FixedAddresses ? 0 : (nint)file;
        byte* header = file + *(long*)(file + 32);
        int headerBytes = *(ushort*)(file + 54);
        for (int count = *(ushort*)(file + 56); count > 0; count--, header += headerBytes)
        {
            if (*(int*)header == Loaded && (nuint)(address - start - *(nint*)(header + 16)) < *(nuint*)(header + 40))
            {
                return (*(int*)(header + 4) & Executable) == 0;
            }
        }

        return null;
    }
}
