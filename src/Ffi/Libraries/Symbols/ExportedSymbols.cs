namespace Ffi;

/// <summary>The names that a library file exports, for messages. Knows ELF, PE and Mach-O; of other files, and damaged ones,
/// none.</summary>
internal static class ExportedSymbols
{
    private delegate IReadOnlyList<string> Reader(ReadOnlySpan<byte> file);

    // Reading the exports of a very large library would take too much memory for a message.
    private const long LargestFileInBytes = 256 << 20;

    public static IReadOnlyList<string> Of(string path) => Of(path, Read);

    /// <summary>Whether a file says of a name that it is a variable.</summary>
    public static bool IsData(string path, string symbol) =>
        Of(path, static file => file.StartsWith("\u007fELF"u8) ? ElfExports.ReadData(new BoundedReader(file)) : []).Contains(symbol);

    private static IReadOnlyList<string> Of(string path, Reader read)
    {
        try
        {
            return new FileInfo(path) is { Exists: true, Length: <= LargestFileInBytes } ? read(File.ReadAllBytes(path)) : [];
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException or ArgumentException)
        {
            return [];
        }
    }

    public static IReadOnlyList<string> Read(ReadOnlySpan<byte> file)
    {
        var reader = new BoundedReader(file);
        return file.StartsWith("\u007fELF"u8) ? ElfExports.Read(reader)
            : file.StartsWith("MZ"u8) ? PEExports.Read(reader)
            : MachOExports.IsMachO(file) ? MachOExports.Read(file)
            : [];
    }
}
