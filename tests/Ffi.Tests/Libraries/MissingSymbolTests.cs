namespace Ffi.Tests.Libraries;

public sealed class MissingSymbolTests : IDisposable
{
    private readonly NativeCompiler _compiler = new();

    public void Dispose() => _compiler.Dispose();

    [LinuxFact]
    public void AMissingSymbol_NamesLibrarySymbolAndWhatIsNearest()
    {
        using NativeModule module = NativeModule.Load(
            _compiler.CompileText(
                "libnames.so",
                "int gadget_open(void) { return 1; } int gadget_close(void) { return 2; } static int gadget_opem(void) { return 3; }"));

        NativeSymbolNotFoundException thrown = Assert.Throws<NativeSymbolNotFoundException>(() => module.GetSymbol("gadget_opne"));

        Assert.Equal(module.Path, thrown.Library);
        Assert.Equal("gadget_opne", thrown.Symbol);
        Assert.Equal(["gadget_opne"], thrown.Symbols);
        Assert.Equal("gadget_open", thrown.Nearest[0]);
        Assert.DoesNotContain("gadget_opem", thrown.Nearest);
        Assert.Equal($"The library '{module.Path}' has no symbol 'gadget_opne'. It has 'gadget_open'.", thrown.Message);
    }

    [LinuxFact]
    public void AMissingSymbol_OfACPlusPlusFunction_SaysSo()
    {
        using NativeModule module = NativeModule.Load(_compiler.CompileText("libcpp.so", "int _Z3addii(int a, int b) { return a + b; }"));

        NativeSymbolNotFoundException thrown = Assert.Throws<NativeSymbolNotFoundException>(() => module.GetSymbol("add"));

        Assert.Contains(
            "'_Z3addii' is the C++ function of that name; declare it extern \"C\", or bind that symbol.",
            thrown.Message,
            StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("f", "_f@8 g@8 f8", "_f@8")]
    [InlineData("f", "@f@12", "@f@12")]
    [InlineData("add", "?add@@YAHHH@Z ?adder@@YAHHH@Z", "?add@@YAHHH@Z")]
    [InlineData("add", "_Z3addii _Z4xaddii _Z13addii _ZN2ns3addEi", "_Z3addii _ZN2ns3addEi")]
    [InlineData("libversion", "sqlite3_libversion sqlite3_version", "sqlite3_libversion")]
    [InlineData("Cos", "cos cosh tan", "cos")]
    [InlineData("a", "b ab", "")]
    [InlineData("crc23", "crc32 crc32_z adler32", "crc32")]
    [InlineData("read_all", "zzz_read_all rea_all read_alll readall unrelated", "rea_all read_alll readall")]
    public void TheNearestNames_AreMisspelledOnesAndDecoratedOnes(string symbol, string exports, string expected) =>
        Assert.Equal(expected, string.Join(' ', NearestSymbols.Of(symbol, exports.Split(' '))));

    [Theory]
    [InlineData("kitten", "sitting", 3)]
    [InlineData("open", "opne", 1)]
    [InlineData("", "abc", 3)]
    [InlineData("abc", "abc", 0)]
    public void EditDistance_CountsASwapAsOne(string first, string second, int expected)
    {
        Assert.Equal(expected, NearestSymbols.EditDistance(first, second));
        Assert.Equal(expected, NearestSymbols.EditDistance(second, first));
    }

    [LinuxFact]
    public void TheExportsOfADamagedFile_AreReadWithoutHarm()
    {
        byte[] file = File.ReadAllBytes(_compiler.CompileText("libwhole.so", "int whole(void) { return 1; }"));
        Assert.Contains("whole", ExportedSymbols.Read(file));

        var random = new Random(20);
        for (int round = 0; round < 2_000; round++)
        {
            byte[] damaged = file[..random.Next(file.Length)];
            for (int hit = 0; hit < 20 && damaged.Length > 0; hit++)
            {
                damaged[random.Next(Math.Min(damaged.Length, 256))] = (byte)random.Next(256);
            }

            ExportedSymbols.Read(damaged);
        }
    }

    [Fact]
    public void TheExportsOfAWindowsLibrary_AreReadThroughItsSections()
    {
        // One section: at address 0x1000 in memory, at 0x200 in the file.
        var file = new byte[0x300];
        "MZ"u8.CopyTo(file);
        file[0x3c] = 0x40;
        "PE\0\0"u8.CopyTo(file.AsSpan(0x40));
        Write16(file, 0x46, 1);
        Write16(file, 0x54, 0xf0);
        Write16(file, 0x58, 0x20b);
        Write32(file, 0x58 + 112, 0x1000);
        int section = 0x58 + 0xf0;
        Write32(file, section + 12, 0x1000);
        Write32(file, section + 16, 0x100);
        Write32(file, section + 20, 0x200);
        Write32(file, 0x200 + 24, 2);
        Write32(file, 0x200 + 32, 0x1040);
        Write32(file, 0x240, 0x1050);
        Write32(file, 0x244, 0x1060);
        "_f@8\0"u8.CopyTo(file.AsSpan(0x250));
        "g\0"u8.CopyTo(file.AsSpan(0x260));

        Assert.Equal(["_f@8", "g"], ExportedSymbols.Read(file));
    }

    private static void Write16(byte[] file, int offset, ushort value) => BitConverter.TryWriteBytes(file.AsSpan(offset), value);

    private static void Write32(byte[] file, int offset, uint value) => BitConverter.TryWriteBytes(file.AsSpan(offset), value);
}
