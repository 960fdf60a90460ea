using System.Buffers.Binary;
using System.Runtime.InteropServices;

namespace Ffi;

/// <summary>What a file that was to be a library is, from its first bytes.</summary>
/// <param name="Format">ELF, PE or Mach-O; null for anything else.</param>
/// <param name="Content">What a person would call it.</param>
/// <param name="Machine">The processor it is for; null if it is for none or several.</param>
internal readonly record struct BinaryHeader(string? Format, string Content, string? Machine)
{
    private const int BytesToRead = 4096; // A PE header starts where the DOS stub ends, below 1 KB in practice.

    /// <summary>Why a file can't be loaded here; null if its header says nothing against it.</summary>
    public static string? Objection(string path)
    {
        try
        {
            var bytes = new byte[BytesToRead];
            using FileStream file = File.OpenRead(path);
            int length = file.ReadAtLeast(bytes, BytesToRead, throwOnEndOfStream: false);
            return Read(bytes.AsSpan(0, length)).Objection(FormatHere, MachineHere);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            return null;
        }
    }

    /// <summary>Why a file of this header can't be loaded by a process of another kind; null if it can.</summary>
    public string? Objection(string format, string machine)
    {
        if (Format == format && (Machine is null || Machine == machine))
        {
            return null;
        }

        string what = Machine is null ? Content : $"{Content} for {Machine}";
        return $"is {what}; this process needs {format} for {machine}";
    }

    public static BinaryHeader Read(ReadOnlySpan<byte> bytes) => bytes switch
    {
        [] => new BinaryHeader(null, "an empty file", null),
        [0x7f, (byte)'E', (byte)'L', (byte)'F', ..] when bytes.Length >= 20 => ReadElf(bytes),
        [(byte)'M', (byte)'Z', ..] when bytes.Length >= 64 => ReadPE(bytes),
        [0xcf or 0xce, 0xfa, 0xed, 0xfe, ..] when bytes.Length >= 8 => ReadMachO(BinaryPrimitives.ReadUInt32LittleEndian(bytes[4..])),
        [0xca, 0xfe, 0xba, 0xbe, ..] => new BinaryHeader("Mach-O", "a universal Mach-O file", null),
        _ when bytes.StartsWith("!<arch>\n"u8) => new BinaryHeader(null, "a static library", null),
        _ when IsText(bytes) => new BinaryHeader(null, IsLinkerScript(bytes) ? "a linker script" : "a text file", null),
        _ => new BinaryHeader(null, "not a library of a known format", null),
    };

    private static string FormatHere => OperatingSystem.IsWindows() ? "PE" : OperatingSystem.IsLinux() ? "ELF" : "Mach-O";

    private static string MachineHere => RuntimeInformation.ProcessArchitecture switch
    {
        Architecture.X64 => "x86-64",
        Architecture.X86 => "x86",
        Architecture.Arm64 => "AArch64",
        Architecture.Arm or Architecture.Armv6 => "Arm",
        Architecture.S390x => "S/390",
        Architecture.Ppc64le => "PowerPC64",
        Architecture.RiscV64 => "RISC-V",
        Architecture.LoongArch64 => "LoongArch",
        var other => other.ToString(),
    };

    private static BinaryHeader ReadElf(ReadOnlySpan<byte> bytes)
    {
        bool isBigEndian = bytes[5] == 2;
        ushort machine = isBigEndian
            ? BinaryPrimitives.ReadUInt16BigEndian(bytes[18..])
            : BinaryPrimitives.ReadUInt16LittleEndian(bytes[18..]);

        // e_machine, "ELF Machine Types" of the System V gABI.
        string name = machine switch
        {
            3 => "x86",
            20 => "PowerPC",
            21 => "PowerPC64",
            22 => "S/390",
            40 => "Arm",
            62 => "x86-64",
            183 => "AArch64",
            243 => "RISC-V",
            258 => "LoongArch",
            _ => $"machine {machine}",
        };
        return new BinaryHeader("ELF", "an ELF file", name);
    }

    private static BinaryHeader ReadPE(ReadOnlySpan<byte> bytes)
    {
        uint offset = BinaryPrimitives.ReadUInt32LittleEndian(bytes[0x3c..]);
        if (offset > bytes.Length - 6 || !bytes[(int)offset..].StartsWith("PE\0\0"u8))
        {
            return new BinaryHeader(null, "a DOS program", null);
        }

        // Machine types of the PE format.
        string name = BinaryPrimitives.ReadUInt16LittleEndian(bytes[((int)offset + 4)..]) switch
        {
            0x014c => "x86",
            0x01c4 => "Arm",
            0x8664 => "x86-64",
            0xaa64 => "AArch64",
            var machine => $"machine 0x{machine:x}",
        };
        return new BinaryHeader("PE", "a Windows (PE) file", name);
    }

    private static BinaryHeader ReadMachO(uint cpuType) => new("Mach-O", "a macOS (Mach-O) file", cpuType switch
    {
        0x00000007 => "x86",
        0x01000007 => "x86-64",
        0x0000000c => "Arm",
        0x0100000c => "AArch64",
        _ => $"CPU type 0x{cpuType:x}",
    });

    private static bool IsText(ReadOnlySpan<byte> bytes) => bytes.IndexOfAnyInRange((byte)0, (byte)8) < 0 && !bytes.Contains((byte)0x7f);

    // What -dev packages install in place of libm.so and libc.so, GNU ld manual, "Implicit Linker Scripts".
    private static bool IsLinkerScript(ReadOnlySpan<byte> bytes) =>
        bytes.IndexOf("GROUP"u8) >= 0 || bytes.IndexOf("INPUT"u8) >= 0 || bytes.IndexOf("ld script"u8) >= 0;
}
