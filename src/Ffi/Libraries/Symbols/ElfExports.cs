namespace Ffi;

/// <summary>The functions in an ELF file's dynamic symbol table. System V gABI, "Sections" and "Symbol Table".</summary>
internal static class ElfExports
{
    private const uint DynamicSymbols = 11; // SHT_DYNSYM

    /// <summary>The functions, and what may be one.</summary>
    public static IReadOnlyList<string> Read(BoundedReader file) => Read(file, areFunctions: true);

    /// <summary>Variables, those of threads too.</summary>
    public static IReadOnlyList<string> ReadData(BoundedReader file) => Read(file, areFunctions: false);

    private static List<string> Read(BoundedReader file, bool areFunctions)
    {
        bool is64 = file.Byte(4) == 2;
        // A library with the other byte order can't be loaded, so nobody asks for its symbols.
        if (file.Byte(5) != 1)
        {
            return [];
        }

        ulong sections = is64 ? file.UInt64(40) : file.UInt32(32);
        uint sectionBytes = file.UInt16(is64 ? 58u : 46u);
        ulong sectionCount = file.Entries(sections, file.UInt16(is64 ? 60u : 48u), sectionBytes);
        for (ulong index = 0; index < sectionCount; index++)
        {
            ulong section = sections + (index * sectionBytes);
            if (file.UInt32(section + 4) == DynamicSymbols)
            {
                ulong names = sections + (file.UInt32(section + (is64 ? 40u : 24u)) * (ulong)sectionBytes);
                return Read(file, is64, Range(file, is64, section), Range(file, is64, names).Offset, areFunctions);
            }
        }

        return [];
    }

    private static List<string> Read(BoundedReader file, bool is64, (ulong Offset, ulong Length) table, ulong names, bool areFunctions)
    {
        var exports = new List<string>();
        uint entryBytes = is64 ? 24u : 16u;
        ulong count = file.Entries(table.Offset, table.Length / entryBytes, entryBytes);
        for (ulong index = 0; index < count; index++)
        {
            ulong symbol = table.Offset + (index * entryBytes);
            byte info = file.Byte(symbol + (is64 ? 4u : 12u));
            bool isDefined = file.UInt16(symbol + (is64 ? 6u : 14u)) != 0;
            // STT_NOTYPE, STT_FUNC or STT_GNU_IFUNC; STT_OBJECT, STT_COMMON or STT_TLS.
            bool isWanted = areFunctions ? (info & 0xf) is 0 or 2 or 10 : (info & 0xf) is 1 or 5 or 6;
            // STB_GLOBAL or STB_WEAK.
            if (isDefined && isWanted && (info >> 4) is 1 or 2 && file.Text(names + file.UInt32(symbol)) is { Length: > 0 } name)
            {
                exports.Add(name);
            }
        }

        return exports;
    }

    private static (ulong Offset, ulong Length) Range(BoundedReader file, bool is64, ulong section) => is64
        ? (file.UInt64(section + 24), file.UInt64(section + 32))
        : (file.UInt32(section + 16), file.UInt32(section + 20));
}
