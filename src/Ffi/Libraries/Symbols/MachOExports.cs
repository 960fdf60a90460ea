using System.Buffers.Binary;

namespace Ffi;

/// <summary>The names that a macOS library exports. Apple's mach-o/loader.h, mach-o/fat.h and mach-o/nlist.h; the trie as dyld's own reader
/// walks it.</summary>
internal static class MachOExports
{
    private const uint Magic64 = 0xFEEDFACF;
    private const uint FatMagic = 0xCAFEBABE; // Big-endian, whatever the slices are.
    private const uint SymbolTable = 0x2; // LC_SYMTAB
    private const uint DyldInfo = 0x22; // LC_DYLD_INFO; with 0x80000000, LC_DYLD_INFO_ONLY
    private const uint ExportsTrie = 0x33; // LC_DYLD_EXPORTS_TRIE without its flag
    private const uint RequiredByDyld = 0x80000000;
    private const uint Arm64 = 0x0100000C; // CPU_TYPE_ARM64
    private const int MostCommands = 10_000;

    /// <summary>Whether a file begins like one, with one slice or several.</summary>
    public static bool IsMachO(ReadOnlySpan<byte> file) =>
        file.Length >= 8
        && (BinaryPrimitives.ReadUInt32LittleEndian(file) == Magic64 || BinaryPrimitives.ReadUInt32BigEndian(file) == FatMagic);

    public static IReadOnlyList<string> Read(ReadOnlySpan<byte> file)
    {
        ReadOnlySpan<byte> slice = SliceOf(file);
        var reader = new BoundedReader(slice);
        if (reader.UInt32(0) != Magic64)
        {
            return [];
        }

        (uint Offset, uint Count, uint Names)? table = null;
        ulong command = 32;
        for (uint index = 0; index < Math.Min(reader.UInt32(16), MostCommands); index++)
        {
            switch (reader.UInt32(command) & ~RequiredByDyld)
            {
                case DyldInfo when reader.UInt32(command + 44) > 0:
                    return MachOTrie.Read(slice, reader.UInt32(command + 40), reader.UInt32(command + 44));
                case ExportsTrie when reader.UInt32(command + 12) > 0:
                    return MachOTrie.Read(slice, reader.UInt32(command + 8), reader.UInt32(command + 12));
                case SymbolTable:
                    table = (reader.UInt32(command + 8), reader.UInt32(command + 12), reader.UInt32(command + 16));
                    break;
            }

            command += reader.UInt32(command + 4);
        }

        return table is { } symbols ? ReadTable(reader, symbols.Offset, symbols.Count, symbols.Names) : [];
    }

    // A universal file has a slice for each processor. They nearly always export the same symbols, so the arm64 slice is read.
    private static ReadOnlySpan<byte> SliceOf(ReadOnlySpan<byte> file)
    {
        if (file.Length < 8 || BinaryPrimitives.ReadUInt32BigEndian(file) != FatMagic)
        {
            return file;
        }

        ReadOnlySpan<byte> chosen = default;
        uint count = BinaryPrimitives.ReadUInt32BigEndian(file[4..]);
        for (int entry = 8; count > 0 && entry + 20 <= file.Length; count--, entry += 20)
        {
            uint processor = BinaryPrimitives.ReadUInt32BigEndian(file[entry..]);
            uint offset = BinaryPrimitives.ReadUInt32BigEndian(file[(entry + 8)..]);
            uint size = BinaryPrimitives.ReadUInt32BigEndian(file[(entry + 12)..]);
            bool fits = offset <= (uint)file.Length && size <= (uint)file.Length - offset;
            if (fits && (chosen.IsEmpty || processor == Arm64))
            {
                chosen = file.Slice((int)offset, (int)size);
            }
        }

        return chosen;
    }

    // Objects and libraries without a trie have their names in the symbol table, C's with an underscore in front.
    private static List<string> ReadTable(BoundedReader file, uint table, uint symbolCount, uint names)
    {
        const byte IsDebugging = 0xe0; // N_STAB
        const byte IsExternal = 0x01; // N_EXT
        const byte Type = 0x0e; // N_TYPE; 0 is undefined.
        var exports = new List<string>();
        ulong count = file.Entries(table, symbolCount, entryBytes: 16);
        for (ulong index = 0; index < count; index++)
        {
            ulong symbol = table + (index * 16);
            byte type = file.Byte(symbol + 4);
            if (
                (type & IsDebugging) == 0
                && (type & IsExternal) != 0
                && (type & Type) != 0
                && PlainName(file.Text((ulong)names + file.UInt32(symbol))) is { } name)
            {
                exports.Add(name);
            }
        }

        return exports;
    }

    /// <summary>The name as C and dlsym have it; null if it is none of C's.</summary>
    public static string? PlainName(string name) => name.Length > 1 && name[0] == '_' ? name[1..] : null;
}
