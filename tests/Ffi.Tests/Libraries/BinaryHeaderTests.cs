using System.Text;

namespace Ffi.Tests.Libraries;

public class BinaryHeaderTests
{
    [Theory]
    [InlineData("7F454C46020101000000000000000000 0300B700", "is an ELF file for AArch64; this process needs ELF for x86-64")]
    [InlineData("7F454C46010101000000000000000000 03000300", "is an ELF file for x86; this process needs ELF for x86-64")]
    [InlineData("7F454C46020201000000000000000000 00030016", "is an ELF file for S/390; this process needs ELF for x86-64")]
    [InlineData("7F454C46020101000000000000000000 03003412", "is an ELF file for machine 4660; this process needs ELF for x86-64")]
    [InlineData("CFFAEDFE0C000001", "is a macOS (Mach-O) file for AArch64; this process needs ELF for x86-64")]
    [InlineData("CAFEBABE00000002", "is a universal Mach-O file; this process needs ELF for x86-64")]
    [InlineData("213C617263683E0A", "is a static library; this process needs ELF for x86-64")]
    [InlineData("", "is an empty file; this process needs ELF for x86-64")]
    [InlineData("000102", "is not a library of a known format; this process needs ELF for x86-64")]
    [InlineData("7F454C46", "is not a library of a known format; this process needs ELF for x86-64")]
    [InlineData("7F454C46020101000000000000000000 03003E00", null)]
    public void AHeader_SaysWhyItsFileDoesNotLoad(string hex, string? expected) =>
        Assert.Equal(
            expected,
            BinaryHeader.Read(Convert.FromHexString(hex.Replace(" ", "", StringComparison.Ordinal))).Objection("ELF", "x86-64"));

    [Theory]
    [InlineData("/* GNU ld script\n*/\nGROUP ( /lib/libm.so.6 )\n", "is a linker script; this process needs ELF for x86-64")]
    [InlineData("version https://git-lfs.github.com/spec/v1\n", "is a text file; this process needs ELF for x86-64")]
    public void AText_IsNamedAsSuch(string text, string expected) =>
        Assert.Equal(expected, BinaryHeader.Read(Encoding.UTF8.GetBytes(text)).Objection("ELF", "x86-64"));

    [Theory]
    [InlineData(0x8664, null)]
    [InlineData(0xaa64, "is a Windows (PE) file for AArch64; this process needs PE for x86-64")]
    [InlineData(0x014c, "is a Windows (PE) file for x86; this process needs PE for x86-64")]
    public void AWindowsFile_IsReadBehindItsDosHeader(int machine, string? expected)
    {
        var file = new byte[256];
        "MZ"u8.CopyTo(file);
        file[0x3c] = 0x80;
        "PE\0\0"u8.CopyTo(file.AsSpan(0x80));
        BitConverter.TryWriteBytes(file.AsSpan(0x84), (ushort)machine);

        Assert.Equal(expected, BinaryHeader.Read(file).Objection("PE", "x86-64"));
    }
}
