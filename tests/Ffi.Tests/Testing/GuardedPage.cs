using System.Runtime.InteropServices;

namespace Ffi.Tests.Testing;

/// <summary>Bytes at the end of a page, before one whose reading ends the process. On Linux.</summary>
internal sealed unsafe class GuardedPage : IDisposable
{
    private const int ReadWrite = 3, None = 0, PrivateAnonymous = 0x22; // mmap(2), Linux.
    private readonly byte* _pages;
    private readonly int _bytes;

    public GuardedPage(int bytes)
    {
        _bytes = bytes;
        _pages = MapMemory(null, 2 * (nuint)Environment.SystemPageSize, ReadWrite, PrivateAnonymous, -1, 0);
        Assert.NotEqual(-1, (nint)_pages);
        Assert.Equal(0, ProtectMemory(_pages + Environment.SystemPageSize, (nuint)Environment.SystemPageSize, None));
    }

    public nint Start => (nint)(_pages + Environment.SystemPageSize - _bytes);

    public Span<byte> Bytes => new((byte*)Start, _bytes);

    public void Dispose() => Assert.Equal(0, UnmapMemory(_pages, 2 * (nuint)Environment.SystemPageSize));

    [DllImport("libc", EntryPoint = "mmap")]
    private static extern byte* MapMemory(void* address, nuint length, int protection, int flags, int file, nint offset);

    [DllImport("libc", EntryPoint = "mprotect")]
    private static extern int ProtectMemory(void* address, nuint length, int protection);

    [DllImport("libc", EntryPoint = "munmap")]
    private static extern int UnmapMemory(void* address, nuint length);
}
