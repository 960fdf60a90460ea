namespace Ffi;

/// <summary>Memory that ends at a page which nobody can read or write, so that the instruction that goes on stops the program.</summary>
internal static unsafe partial class GuardPages
{
    private static readonly nuint s_page = (nuint)Environment.SystemPageSize;

    /// <summary>Makes room for a block's copy, as near to the inaccessible page as its elements' alignment allows.</summary>
    public static void Place(LentBlock* block)
    {
        nuint accessible = ((nuint)block->Bytes + LentBlock.Margin + s_page - 1) / s_page * s_page;
        nuint all = accessible + s_page;
        byte* start = OperatingSystem.IsWindows() ? WindowsPages.Reserve(all, accessible) : UnixPages.Reserve(all, accessible);
        if (start is null)
        {
            throw new InsufficientMemoryException("There is no room for another guarded block.");
        }

        block->Start = start;
        block->Total = accessible;
        block->Data = (byte*)((nuint)(start + accessible - block->Bytes) & ~((nuint)AlignmentOf(block->ElementBytes) - 1));
    }

    /// <summary>Makes the whole block inaccessible.</summary>
    public static void Revoke(LentBlock* block)
    {
        if (OperatingSystem.IsWindows())
        {
            WindowsPages.Revoke(block->Start, block->Total);
        }
        else
        {
            UnixPages.Revoke(block->Start, block->Total);
        }
    }

    public static void Free(LentBlock* block)
    {
        if (OperatingSystem.IsWindows())
        {
            WindowsPages.Free(block->Start);
        }
        else
        {
            UnixPages.Free(block->Start, block->Total + s_page);
        }
    }

    // The size of a type is a multiple of its alignment.
    private static int AlignmentOf(int elementBytes) => elementBytes <= 0 ? 1 : Math.Min(elementBytes & -elementBytes, 16);

    [NativeLibrary("libc")]
    private static partial class UnixPages
    {
        // mmap(2): PROT_NONE is 0, PROT_READ 1, PROT_WRITE 2. MAP_PRIVATE is 2; MAP_ANONYMOUS differs from Linux to the BSDs and macOS.
        private const int ReadWrite = 3;
        private static readonly int s_privateAnonymous = OperatingSystem.IsLinux() || OperatingSystem.IsAndroid() ? 0x22 : 0x1002;

        public static byte* Reserve(nuint bytes, nuint accessible)
        {
            byte* start = Map(null, bytes, ReadWrite, s_privateAnonymous, -1, 0);
            return (nint)start == -1 || Protect(start + accessible, bytes - accessible, 0) != 0 ? null : start;
        }

        public static void Revoke(byte* start, nuint bytes) => _ = Protect(start, bytes, 0);

        public static void Free(byte* start, nuint bytes) => _ = Unmap(start, bytes);

        [NativeFunction("mmap")]
        private static partial byte* Map(void* address, nuint length, int protection, int flags, int file, nint offset);

        [NativeFunction("mprotect")]
        private static partial int Protect(void* address, nuint length, int protection);

        [NativeFunction("munmap")]
        private static partial int Unmap(void* address, nuint length);
    }

    [NativeLibrary("kernel32")]
    private static partial class WindowsPages
    {
        // VirtualAlloc: MEM_RESERVE | MEM_COMMIT; MEM_RELEASE. PAGE_READWRITE, PAGE_NOACCESS.
        private const uint ReserveAndCommit = 0x3000, Release = 0x8000, ReadWrite = 4, NoAccess = 1;

        public static byte* Reserve(nuint bytes, nuint accessible)
        {
            byte* start = Allocate(null, bytes, ReserveAndCommit, ReadWrite);
            return start is null || Protect(start + accessible, bytes - accessible, NoAccess, out _) == 0 ? null : start;
        }

        public static void Revoke(byte* start, nuint bytes) => _ = Protect(start, bytes, NoAccess, out _);

        public static void Free(byte* start) => _ = Free(start, 0, Release);

        [NativeFunction("VirtualAlloc")]
        private static partial byte* Allocate(void* address, nuint bytes, uint kind, uint protection);

        [NativeFunction("VirtualProtect")]
        private static partial int Protect(void* address, nuint bytes, uint protection, out uint before);

        [NativeFunction("VirtualFree")]
        private static partial int Free(void* address, nuint bytes, uint kind);
    }
}
