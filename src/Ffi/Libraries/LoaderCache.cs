using System.Runtime.InteropServices;
using System.Text;

namespace Ffi;

/// <summary>The sonames that glibc's loader knows, from the cache that <c>ldconfig(8)</c> writes.</summary>
/// <remarks>The format is glibc's <c>struct cache_file_new</c>, sysdeps/generic/dl-cache.h. It may follow an older table, and its
/// string offsets count from its own start.</remarks>
internal static class LoaderCache
{
    public const string Path = "/etc/ld.so.cache";

    public const int HeaderBytes = 48;
    public const int EntryBytes = 24;
    private const int ElfLibC6 = 3;

    /// <returns>Sonames for a processor; none where the bytes are no cache.</returns>
    public static IReadOnlyList<string> Sonames(ReadOnlySpan<byte> file, Architecture architecture)
    {
        int start = file.IndexOf("glibc-ld.so.cache1.1"u8);
        if (start < 0 || file.Length - start < HeaderBytes)
        {
            return [];
        }

        ReadOnlySpan<byte> cache = file[start..];
        uint count = Math.Min(ReadUInt32(cache, 20), (uint)(cache.Length - HeaderBytes) / EntryBytes);
        var names = new List<string>();
        for (int index = 0; index < count; index++)
        {
            ReadOnlySpan<byte> entry = cache.Slice(HeaderBytes + (index * EntryBytes), EntryBytes);
            if (Fits(ReadUInt32(entry, 0), architecture) && TryReadText(cache, ReadUInt32(entry, 4)) is { } name)
            {
                names.Add(name);
            }
        }

        return names;
    }

    public static IReadOnlyList<string> SonamesHere()
    {
        try
        {
            return Sonames(File.ReadAllBytes(Path), RuntimeInformation.ProcessArchitecture);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            return [];
        }
    }

    // The second byte of the flags is the processor, sysdeps/generic/ldconfig.h. Where it is not known here, loading tells.
    public static bool Fits(uint flags, Architecture architecture) => (flags & 0xff) == ElfLibC6 && architecture switch
    {
        Architecture.X86 => (flags & 0xff00) == 0,
        Architecture.X64 => (flags & 0xff00) == 0x0300,
        Architecture.Arm64 => (flags & 0xff00) == 0x0a00,
        Architecture.S390x => (flags & 0xff00) == 0x0400,
        Architecture.Ppc64le => (flags & 0xff00) == 0x0500,
        _ => true,
    };

    private static string? TryReadText(ReadOnlySpan<byte> cache, uint offset)
    {
        if (offset >= cache.Length)
        {
            return null;
        }

        ReadOnlySpan<byte> text = cache[(int)offset..];
        int end = text.IndexOf((byte)0);
        return end < 0 ? null : Encoding.UTF8.GetString(text[..end]);
    }

    // ldconfig writes the byte order of its machine, which is ours.
    private static uint ReadUInt32(ReadOnlySpan<byte> bytes, int offset) => MemoryMarshal.Read<uint>(bytes[offset..]);
}
