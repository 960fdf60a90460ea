using System.Runtime.InteropServices;
using System.Text;
using Ffi.Tests.NativeCalls;

namespace Ffi.Tests.Libraries;

/// <summary>libarchive's shapes, as the library itself takes and gives them: callbacks that it keeps, the data of an entry, a block by
/// three results.</summary>
public sealed class LibArchiveTests
{
    // In the C locale, libarchive can write only names in ASCII.
    private const string Name = "folder/file.txt";
    private const int RegularFile = 0x8000; // AE_IFREG

    [LibraryFact("libarchive", "libarchive.so.13")]
    public void AnArchive_IsWritten_AndReadThroughCallbacks()
    {
        byte[] archive = Write("an entry's data"u8.ToArray());
        Assert.True(archive.Length > 512);

        List<string> events = [];
        int position = 0;
        using PinnedBuffer<byte> room = PinnedBuffer<byte>.Rent(100);
        using var open = NativeCallback<ArchiveEvent>.Create((reader, user) => Note("open", user));
        using var close = NativeCallback<ArchiveEvent>.Create((reader, user) => Note("close", user));
        using var read = NativeCallback<ArchiveRead>.Create(Read);
        nint reader = LibArchive.ReadNew();
        LibArchive.SupportAll(reader);

        Assert.Equal(0, LibArchive.Open(reader, 77, open, read, null, close));
        Assert.True(LibArchive.NextHeader(reader, out nint entry) is 0 or -20, LibArchive.ErrorOf(reader));
        Assert.Equal(Name, LibArchive.PathOf(entry));
        Assert.Equal(
            (15L, 1_000_000_000L, 250_000_000),
            (LibArchive.SizeOf(entry), LibArchive.TimeOf(entry), (int)LibArchive.NanosecondsOf(entry).Value));
        Assert.Equal(RegularFile | 0b110_100_000, (int)LibArchive.ModeOf(entry));
        Assert.Equal(0, LibArchive.NextBlock(reader, out nint data, out nuint length, out long offset));
        Assert.Equal("an entry's data", Text(data, (int)length));
        Assert.Equal(0, offset);
        Assert.Equal(1, LibArchive.NextBlock(reader, out _, out _, out _));
        Assert.Equal(1, LibArchive.NextHeader(reader, out _));
        Assert.Equal(0, LibArchive.ReadFree(reader));

        Assert.Equal(["open 77", "close 77"], events);
        Assert.Equal(archive.Length, position);

        int Note(string what, nint user)
        {
            events.Add($"{what} {user}");
            return 0;
        }

        // A hundred bytes at a time, so that it is called often.
        nint Read(nint from, nint user, out nint block)
        {
            int count = Math.Min(room.Length, archive.Length - position);
            archive.AsSpan(position, count).CopyTo(room.Span);
            position += count;
            block = Address(room);
            return count;
        }
    }

    [LibraryFact("libarchive", "libarchive.so.13")]
    public void AnExceptionOfACallback_IsNotLost()
    {
        using var read = NativeCallback<ArchiveRead>.Create(
            static (nint from, nint user, out nint block) => throw new InvalidOperationException("no data"), OnException.Report);
        List<Exception> reported = [];
        void Keep(object? sender, CallbackExceptionEventArgs e) => reported.Add(e.Exception);
        NativeCallback.ExceptionReported += Keep;
        nint reader = LibArchive.ReadNew();
        try
        {
            LibArchive.SupportAll(reader);
            Assert.Equal(0, LibArchive.Open(reader, 0, null, read, null, null));
            Assert.NotEqual(0, LibArchive.NextHeader(reader, out _));
        }
        finally
        {
            NativeCallback.ExceptionReported -= Keep;
            LibArchive.ReadFree(reader);
        }

        Assert.Contains(reported, static exception => exception.Message == "no data");
    }

    private static byte[] Write(byte[] data)
    {
        using PinnedBuffer<byte> target = PinnedBuffer<byte>.Rent(16 * 1024);
        using PinnedBuffer<nuint> used = PinnedBuffer<nuint>.Rent(1);
        nint writer = LibArchive.WriteNew();
        Assert.Equal(0, LibArchive.FormatPax(writer));
        Assert.Equal(0, LibArchive.OpenMemory(writer, target, (nuint)target.Length, used));
        nint entry = LibArchive.EntryNew();
        LibArchive.SetPath(entry, Name);
        LibArchive.SetFileType(entry, RegularFile);
        LibArchive.SetPermissions(entry, 0b110_100_000);
        LibArchive.SetSize(entry, data.Length);
        LibArchive.SetTime(entry, 1_000_000_000, new CLong(250_000_000));
        Assert.True(LibArchive.WriteHeader(writer, entry) is 0 or -20, LibArchive.ErrorOf(writer));
        Assert.Equal(data.Length, LibArchive.WriteData(writer, data, (nuint)data.Length));
        LibArchive.EntryFree(entry);
        Assert.Equal(0, LibArchive.WriteClose(writer));
        byte[] written = target.Span[..(int)used.Span[0]].ToArray();
        Assert.Equal(0, LibArchive.WriteFree(writer));
        target.Release();
        used.Release();
        return written;
    }

    private static unsafe nint Address(PinnedBuffer<byte> buffer) => (nint)buffer.Pointer;

    private static unsafe string Text(nint data, int length) => Encoding.UTF8.GetString((byte*)data, length);
}

internal delegate int ArchiveEvent(nint archive, nint user);

internal delegate nint ArchiveRead(nint archive, nint user, out nint block);

internal delegate long ArchiveSkip(nint archive, nint user, long request);

[NativeLibrary("archive")]
internal static partial class LibArchive
{
    [NativeFunction("archive_write_new")] internal static partial nint WriteNew();
    [NativeFunction("archive_write_set_format_pax")] internal static partial int FormatPax(nint archive);
    [NativeFunction("archive_write_open_memory")]
    internal static partial int OpenMemory(
        nint archive, [Retained] PinnedBuffer<byte> target, nuint size, [Retained] PinnedBuffer<nuint> used);
    [NativeFunction("archive_write_header")] internal static partial int WriteHeader(nint archive, nint entry);
    [NativeFunction("archive_write_data")] internal static partial nint WriteData(nint archive, ReadOnlySpan<byte> data, nuint size);
    [NativeFunction("archive_write_close")] internal static partial int WriteClose(nint archive);
    [NativeFunction("archive_write_free")] internal static partial int WriteFree(nint archive);

    [NativeFunction("archive_entry_new")] internal static partial nint EntryNew();
    [NativeFunction("archive_entry_free")] internal static partial void EntryFree(nint entry);
    [NativeFunction("archive_entry_set_pathname_utf8")] internal static partial void SetPath(nint entry, string path);
    [NativeFunction("archive_entry_set_filetype")] internal static partial void SetFileType(nint entry, uint type);
    [NativeFunction("archive_entry_set_perm")] internal static partial void SetPermissions(nint entry, uint permissions);
    [NativeFunction("archive_entry_set_size")] internal static partial void SetSize(nint entry, long size);
    [NativeFunction("archive_entry_set_mtime")] internal static partial void SetTime(nint entry, long seconds, CLong nanoseconds);
    [NativeFunction("archive_entry_pathname_utf8")] internal static partial string? PathOf(nint entry);
    [NativeFunction("archive_entry_size")] internal static partial long SizeOf(nint entry);
    [NativeFunction("archive_entry_mtime")] internal static partial long TimeOf(nint entry);
    [NativeFunction("archive_entry_mtime_nsec")] internal static partial CLong NanosecondsOf(nint entry);
    [NativeFunction("archive_entry_mode")] internal static partial uint ModeOf(nint entry);

    [NativeFunction("archive_read_new")] internal static partial nint ReadNew();
    [NativeFunction("archive_read_support_format_all")] internal static partial int SupportAll(nint archive);
    [NativeFunction("archive_read_open2")]
    internal static partial int Open(
        nint archive,
        nint user,
        [Retained] NativeCallback<ArchiveEvent>? open,
        [Retained] NativeCallback<ArchiveRead> read,
        [Retained] NativeCallback<ArchiveSkip>? skip,
        [Retained] NativeCallback<ArchiveEvent>? close);
    [NativeFunction("archive_read_next_header")] internal static partial int NextHeader(nint archive, out nint entry);
    [NativeFunction("archive_read_data_block")]
    internal static partial int NextBlock(nint archive, out nint data, out nuint length, out long offset);
    [NativeFunction("archive_read_free")] internal static partial int ReadFree(nint archive);
    [NativeFunction("archive_error_string")] internal static partial string? ErrorOf(nint archive);
}
