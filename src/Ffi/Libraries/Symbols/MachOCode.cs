namespace Ffi;

/// <summary>Asks an image's load commands, where they are mapped, whether an address may be executed. Apple's mach-o/loader.h.</summary>
internal static unsafe class MachOCode
{
    private const uint Magic = 0xFEEDFACF; // MH_MAGIC_64
    private const uint Segment = 0x19; // LC_SEGMENT_64
    private const int Executable = 4; // VM_PROT_EXECUTE

    public static bool? IsData(nint address)
    {
        byte* image = UnixLoader.FileAt(address);
        if (image is null || *(uint*)image != Magic)
        {
            return null;
        }

        nint? start = null;
        byte* command = image + 32;
        for (uint count = *(uint*)(image + 16); count > 0; count--, command += *(uint*)(command + 4))
        {
            if (*(uint*)command != Segment)
            {
                continue;
            }

            nint segment = *(nint*)(command + 24);
            // The text segment is the first of the file, and so tells how far all are from where they were linked to.
            start ??= new ReadOnlySpan<byte>(command + 8, 16).StartsWith("__TEXT\0"u8) ? (nint)image - segment : null;
            if (start is { } slide && (nuint)(address - slide - segment) < *(nuint*)(command + 32))
            {
                return (*(int*)(command + 60) & Executable) == 0;
            }
        }

        return null;
    }
}
