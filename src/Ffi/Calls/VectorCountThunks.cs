using System.Buffers.Binary;
using System.Runtime.InteropServices;

namespace Ffi.Calls;

/// <summary>Machine code for System V x86-64 that says "eight vector registers are in use" and goes on to a function.</summary>
/// <remarks>Two pages at a time: one full of the same eight bytes of code over and over, one with an address for each. The code finds its
/// address a page further on, so a new thunk is one word written to plain data. The code page is written before it becomes executable
/// and never after. One caller at a time.</remarks>
[NativeLibrary("libc")]
internal static unsafe partial class VectorCountThunks
{
    private const int ThunkBytes = 8;

    // mmap(2): PROT_READ is 1, PROT_WRITE 2, PROT_EXEC 4. MAP_PRIVATE is 2; MAP_ANONYMOUS differs from Linux to the BSDs and macOS.
    private const int ReadWrite = 3;
    private const int ReadExecute = 5;
    private static readonly int s_privateAnonymous = OperatingSystem.IsLinux() || OperatingSystem.IsAndroid() ? 0x22 : 0x1002;

    private static byte* s_next;
    private static int s_free;

    /// <summary>Makes a thunk for a function.</summary>
    /// <exception cref="PlatformNotSupportedException">The operating system refuses to make memory executable.</exception>
    public static nint Add(nint function)
    {
        int pageBytes = Environment.SystemPageSize;
        if (s_free == 0)
        {
            s_next = MapPages(pageBytes);
            s_free = pageBytes / ThunkBytes;
        }

        byte* thunk = s_next;
        *(nint*)(thunk + pageBytes) = function;
        s_next += ThunkBytes;
        s_free--;
        return (nint)thunk;
    }

    private static byte* MapPages(int pageBytes)
    {
        byte* code = MapMemory(null, (nuint)pageBytes * 2, ReadWrite, s_privateAnonymous, -1, 0);
        if (code == (byte*)-1)
        {
            throw Refused("mmap");
        }

        Span<byte> thunk = stackalloc byte[ThunkBytes];
        WriteThunk(thunk, pageBytes);
        for (int i = 0; i < pageBytes; i += ThunkBytes)
        {
            thunk.CopyTo(new Span<byte>(code + i, ThunkBytes));
        }

        if (ProtectMemory(code, (nuint)pageBytes, ReadExecute) != 0)
        {
            PlatformNotSupportedException refused = Refused("mprotect");
            _ = UnmapMemory(code, (nuint)pageBytes * 2);
            throw refused;
        }

        return code;
    }

    private static void WriteThunk(Span<byte> thunk, int pageBytes)
    {
        // mov al, 8
        thunk[0] = 0xB0;
        thunk[1] = 8;

        // jmp qword ptr [rip + ...], counted from the next thunk
        thunk[2] = 0xFF;
        thunk[3] = 0x25;
        BinaryPrimitives.WriteInt32LittleEndian(thunk[4..], pageBytes - ThunkBytes);
    }

    private static PlatformNotSupportedException Refused(string call) => new(
        $"A variadic call on x86-64 needs a page of executable memory, and the system refuses it ({call}: " +
        $"{Marshal.GetPInvokeErrorMessage(Marshal.GetLastSystemError())}). " +
        "Call the variant that takes a va_list, or a C wrapper with a fixed signature.");

    [NativeFunction("mmap")]
    private static partial byte* MapMemory(void* address, nuint length, int protection, int flags, int file, long offset);

    [NativeFunction("mprotect")]
    private static partial int ProtectMemory(void* address, nuint length, int protection);

    [NativeFunction("munmap")]
    private static partial int UnmapMemory(void* address, nuint length);
}
