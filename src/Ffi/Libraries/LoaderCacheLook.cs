using System.Runtime.InteropServices;

namespace Ffi;

/// <summary>One look into <see cref="LoaderCache"/> for a library without a version, where the cache is in memory.</summary>
/// <remarks>By the C library's own functions, for the reason that <see cref="FolderLook"/> has. It answers only where one answer is
/// possible.</remarks>
internal static unsafe class LoaderCacheLook
{
    private const int ReadOnlyAndNotInherited = 0x80000; // O_RDONLY and O_CLOEXEC of open(2).
    private const int End = 2; // SEEK_END of lseek(2).
    private const int LongestVersion = 20; // A longer one might be more than LibraryVersion reads.
    private const int Read = 1, Private = 2; // PROT_READ, MAP_PRIVATE of mmap(2).

    /// <summary>The versioned file that the cache knows for a file without a version.</summary>
    /// <param name="file">The file without a version: <c>libz.so</c>.</param>
    /// <returns>The file's name; null if there is none, or where versions would have to be compared.</returns>
    public static string? OnlyVersionOf(string file)
    {
        // musl has no cache, even where one was left by another C library.
        if (!NativeLibrary.TryGetExport(LibC.Handle, "gnu_get_libc_version", out _))
        {
            return null;
        }

        int descriptor;
        fixed (byte* path = "/etc/ld.so.cache\0"u8)
        {
            descriptor = ((delegate* unmanaged<byte*, int, int>)LibC.Function("open"))(path, ReadOnlyAndNotInherited);
        }

        if (descriptor < 0)
        {
            return null;
        }

        nint length = ((delegate* unmanaged<int, nint, int, nint>)LibC.Function("lseek"))(descriptor, 0, End);
        byte* cache = ((delegate* unmanaged<void*, nint, int, int, int, nint, byte*>)LibC.Function("mmap"))(
            null, length, Read, Private, descriptor, 0);
        _ = ((delegate* unmanaged<int, int>)LibC.Function("close"))(descriptor);
        if (cache == (byte*)-1)
        {
            return null;
        }

        string? found = OnlyVersionOf(file, cache, length, RuntimeInformation.ProcessArchitecture);
        _ = ((delegate* unmanaged<byte*, nint, int>)LibC.Function("munmap"))(cache, length);
        return found;
    }

    /// <param name="file">The file without a version.</param>
    /// <param name="cache">The cache's bytes. A cache that begins with an older table gives no answer.</param>
    /// <param name="length">How many there are.</param>
    /// <param name="architecture">The processor.</param>
    internal static string? OnlyVersionOf(string file, byte* cache, nint length, Architecture architecture)
    {
        if (length < LoaderCache.HeaderBytes || !StartsWith(cache, "glibc-ld.so.cache1.1", length))
        {
            return null;
        }

        byte* found = null;
        nint count = Math.Min((nint)(*(uint*)(cache + 20)), (length - LoaderCache.HeaderBytes) / LoaderCache.EntryBytes);
        byte* entry = cache + LoaderCache.HeaderBytes;
        for (nint i = 0; i < count; i++, entry += LoaderCache.EntryBytes)
        {
            nint offset = (nint)(*(uint*)(entry + 4));
            byte* name = cache + offset;
            if (
                !StartsWith(name, file, length - offset)
                || !LoaderCache.Fits(*(uint*)entry, architecture)
                || !HasVersion(name + file.Length, length - offset - file.Length))
            {
                continue;
            }

            if (found != null && !AreEqual(found, name))
            {
                return null;
            }

            found = name;
        }

        return found == null ? null : Text(found);
    }

    // By hand, since a string of bytes would be read as UTF-8.
    private static string Text(byte* ascii)
    {
        int length = 0;
        while (ascii[length] != 0)
        {
            length++;
        }

        char[] text = new char[length];
        for (int i = 0; i < length; i++)
        {
            text[i] = (char)ascii[i];
        }

        return new string(text);
    }

    private static bool StartsWith(byte* text, string start, nint length)
    {
        if (length <= start.Length)
        {
            return false;
        }

        for (int i = 0; i < start.Length; i++)
        {
            if (text[i] != start[i])
            {
                return false;
            }
        }

        return true;
    }

    // A point and a number, once or more, and then the end, which is inside.
    private static bool HasVersion(byte* text, nint length)
    {
        bool isNumber = false;
        for (nint i = 0; i < Math.Min(length, LongestVersion); i++)
        {
            bool isDigit = text[i] is >= (byte)'0' and <= (byte)'9';
            if (text[i] == 0)
            {
                return isNumber;
            }

            if (isDigit ? i == 0 : text[i] != '.' || isNumber != (i > 0))
            {
                return false;
            }

            isNumber = isDigit;
        }

        return false;
    }

    private static bool AreEqual(byte* one, byte* other)
    {
        while (*one == *other)
        {
            if (*one == 0)
            {
                return true;
            }

            one++;
            other++;
        }

        return false;
    }
}
