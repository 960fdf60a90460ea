namespace Ffi.Generators.Tests.Headers;

/// <summary>Structs, enums and constants against their header.</summary>
public class HeaderTypeTests
{
    private const string Open = """[DllImport("acme")] static extern int acme_open(string path, {0} options, out nint @out);""";

    [Theory]
    [InlineData("struct [|AcmeOptions|] { uint version; nint name; }", "in AcmeOptions")]
    [InlineData("struct AcmeOptions { uint version; nint [|flags|]; uint name; ushort limit; }", "in AcmeOptions")]
    [InlineData("struct [|AcmeOptions|] { uint version; nint name; uint flags; }", "in AcmeOptions")]
    [InlineData("struct AcmeOptions { uint version; nint extra; nint [|name|]; }", "in AcmeOptions")]
    [InlineData("struct AcmeOptions { uint version; nint extra; byte* [|name|]; }", "in AcmeOptions")]
    [InlineData("struct AcmeOptions { float [|version|]; nint name; uint flags; ushort limit; }", "in AcmeOptions")]
    [InlineData("struct AcmeOptions { ulong [|version|]; nint name; uint flags; ushort limit; }", "in AcmeOptions")]
    [InlineData("[StructLayout(LayoutKind.Sequential)] class [|AcmeOptions|] { uint version; nint name; }", "AcmeOptions")]
    [InlineData(
        "[StructLayout(LayoutKind.Sequential, Pack = 1)] struct AcmeOptions { uint version; nint [|name|]; uint flags; ushort limit; }",
        "in AcmeOptions")]
    [InlineData("struct AcmeOptions { uint version; nint name; uint flags; ushort limit; }", "in AcmeOptions")]
    [InlineData("struct AcmeOptions { uint version; byte* name; uint flags; ushort limit; ushort reserved; }", "AcmeOptions*")]
    [InlineData("struct AcmeOptions { fixed byte all[24]; }", "AcmeOptions*")]
    [InlineData("struct AcmeOptions { uint version; nint name; ulong flagsAndLimit; }", "in AcmeOptions")]
    [InlineData(
        "struct AcmeOptions { public uint version { get; set; } public string name { get; set; } public uint flags { get; set; } public ushort limit { get; set; } }",
        "in AcmeOptions")]
    [InlineData("[StructLayout(LayoutKind.Explicit, Size = 24)] struct AcmeOptions { [FieldOffset(16)] uint flags; }", "in AcmeOptions")]
    [InlineData("struct AcmeOptions { }", "AcmeOptions*")]
    public Task FFI3006_Structs(string type, string parameter) =>
        AcmeHeader.Verify(Open.Replace("{0}", parameter), type.Replace("struct ", "unsafe struct ").Replace("[|", "{|FFI3006:"));

    [Fact]
    public async Task FFI3006_NamesTheFieldThatIsMissing() =>
        Assert.Equal(
            [
                "error FFI3006: 'AcmeOptions' is not acme_options: 'AcmeOptions' has 16 bytes, and C's has 24: C's 'flags' (unsigned int at 16) is missing (acme.h:3).",
            ],
            await AcmeHeader.Messages(Open.Replace("{0}", "in AcmeOptions"), "struct AcmeOptions { uint version; nint name; }"));

    [Fact]
    public async Task FFI3006_OfFieldsThatChangedPlaces_IsSeenByTheirNames() =>
        Assert.Equal(
            ["error FFI3006: 'AcmePair' is not acme_pair: 'second' is where C has 'first' (acme.h:4)."],
            await AcmeHeader.Messages(
                """[DllImport("acme")] static extern int acme_pair_swap(ref AcmePair pair, int low, int high);""",
                "struct AcmePair { int second, first; }"));

    [Fact]
    public async Task FFI3006_OfASign_IsAnInformation() =>
        Assert.Equal(
            ["info FFI3006: 'AcmePair' is not acme_pair: 'first' is 'uint', and C's 'first' is int (acme.h:4)."],
            await AcmeHeader.Messages(
                """[DllImport("acme")] static extern int acme_pair_swap(ref AcmePair pair, int low, int high);""",
                "struct AcmePair { uint first; int second; }"));

    [Theory]
    [InlineData("acme_bits_of", "struct Bits { public uint flags; public int count; }")]
    [InlineData("acme_bits_of", "struct Bits { public byte flags; public int count; }")]
    [InlineData("acme_value_of", "struct Bits { public double number; }")]
    [InlineData("acme_value_of", "struct Bits { public long any; }")]
    [InlineData(
        "acme_value_of",
        "[StructLayout(LayoutKind.Explicit)] struct Bits { [FieldOffset(0)] public double number; [FieldOffset(0)] public int whole; }")]
    [InlineData("acme_name_of", "struct Bits { public int length; public fixed byte text[32]; }")]
    [InlineData(
        "acme_name_of",
        "struct Bits { public int length; [MarshalAs(UnmanagedType.ByValTStr, SizeConst = 32)] public string text; }")]
    [InlineData(
        "acme_name_of",
        "struct Bits { public int length; public Text text; } [System.Runtime.CompilerServices.InlineArray(32)] struct Text { byte _first; }"
    )]
    public Task FFI3006_BitsUnionsAndArrays(string function, string type) =>
        AcmeHeader.Verify(
            $$"""[DllImport("acme")] static extern void {{function}}(nint handle, ref Bits value);""",
            type.Replace("struct Bits", "unsafe struct Bits"));

    [Fact]
    public Task FFI3006_OfAUnionsMember_IsSeenByItsName() =>
        AcmeHeader.Verify(
            """[DllImport("acme")] static extern void acme_value_of(nint handle, ref Value value);""",
            "[StructLayout(LayoutKind.Explicit)] struct Value { [FieldOffset(0)] public double {|FFI3006:whole|}; [FieldOffset(0)] public double number; }"
        );

    [Fact]
    public Task FFI3006_OfAStructOfAnotherName_IsReportedWhereItIsUsed() =>
        AcmeHeader.Verify(
            """[DllImport("acme")] static extern void acme_value_of(nint handle, {|FFI3006:ref Other|} value);""",
            "struct Other { public float first, second, third; }");

    [Fact]
    public Task FFI3006_OfAnArrayThatIsTooShort() => AcmeHeader.Verify(
        """[DllImport("acme")] static extern void acme_name_of(nint handle, ref Name value);""",
        "struct Name { public int length; [MarshalAs(UnmanagedType.ByValTStr, SizeConst = 30)] public string {|FFI3006:text|}; }");

    [Fact]
    public Task FFI3013_OfAFieldThatIsACallback() => AcmeHeader.Verify(
        """[DllImport("acme")] static extern void acme_hook(ref AcmeHooks hooks);""",
        "delegate int Narrow(nint user, int index); struct AcmeHooks { Narrow {|FFI3013:visit|}; nint user; }");

    [Fact]
    public Task FFI3006_OfAStructThatNoFunctionTakes_IsFoundByItsName() => AcmeHeader.VerifySource("""
        [StructLayout(LayoutKind.Sequential)] struct AcmeId { ulong high; uint {|FFI3006:low|}; }
        [StructLayout(LayoutKind.Sequential)] struct acme_pair { int first, second; }
        struct AcmeOptions { int mine; }
        """);

    [Fact]
    public Task AStructThatManyTypesUse_IsReportedOnce() => AcmeHeader.VerifySource("""
        static class One { [DllImport("acme")] static extern int acme_find(nint handle, in Id id); }
        static class Two { [DllImport("acme")] static extern int acme_find(nint handle, in Id id); }
        struct {|FFI3006:Id|} { ulong high; }
        """);

    [Theory]
    [InlineData("enum Mode { Read, Write, Append = {|FFI3014:2|} }")]
    [InlineData("enum Mode { Read, Write, {|FFI3014:Append|} }")]
    [InlineData("enum Mode { ModeRead, ACME_MODE_WRITE = {|FFI3014:3|} }")]
    [InlineData("enum Mode { Read, Write, Append = 4 }")]
    [InlineData("enum Mode { Read, Write, Append = 4, Mine = 1000 }")]
    [InlineData("enum Mode : uint { Read, Write, Append = 4 }")]
    public Task FFI3014_EnumsThatFunctionsTake(string type) =>
        AcmeHeader.Verify("""[DllImport("acme")] static extern Mode acme_mode(nint handle, Mode mode);""", type);

    [Theory]
    [InlineData("const int ACME_LIMIT = {|FFI3014:99|};")]
    [InlineData("const string ACME_NAME = {|FFI3014:\"acne\"|};")]
    [InlineData("const int ACME_MODE_APPEND = {|FFI3014:1 << 1|};")]
    [InlineData("const int ACME_LIMIT = 100;")]
    [InlineData("const int ACME_ALL = -1;")]
    [InlineData("const string ACME_NAME = \"acme\";")]
    [InlineData("const int LIMIT = 99;")]
    public Task FFI3014_Constants(string member) => AcmeHeader.Verify(member);
}
