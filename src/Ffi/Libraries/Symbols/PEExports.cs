namespace Ffi;

/// <summary>The names in a Windows library's export directory. PE format, ".edata".</summary>
internal static class PEExports
{
    public static IReadOnlyList<string> Read(BoundedReader file)
    {
        ulong header = file.UInt32(0x3c);
        ulong optionalHeader = header + 24;
        bool isPE32Plus = file.UInt16(optionalHeader) == 0x20b;
        ulong sections = optionalHeader + file.UInt16(header + 20);
        int sectionCount = file.UInt16(header + 6);

        ulong directory = OffsetOf(file, sections, sectionCount, file.UInt32(optionalHeader + (isPE32Plus ? 112u : 96u)));
        if (directory == 0)
        {
            return [];
        }

        ulong names = OffsetOf(file, sections, sectionCount, file.UInt32(directory + 32));
        ulong count = file.Entries(names, file.UInt32(directory + 24), entryBytes: 4);
        var exports = new List<string>();
        for (ulong index = 0; index < count; index++)
        {
            if (file.Text(OffsetOf(file, sections, sectionCount, file.UInt32(names + (index * 4)))) is { Length: > 0 } name)
            {
                exports.Add(name);
            }
        }

        return exports;
    }

    // Addresses in the file are those of the loaded image; the section that holds one says where in the file it is.
    private static ulong OffsetOf(BoundedReader file, ulong sections, int sectionCount, uint address)
    {
        for (int index = 0; index < sectionCount; index++)
        {
            ulong section = sections + ((ulong)index * 40);
            uint start = file.UInt32(section + 12);
            if (address >= start && address - start < file.UInt32(section + 16))
            {
                return file.UInt32(section + 20) + (ulong)(address - start);
            }
        }

        return 0;
    }
}
