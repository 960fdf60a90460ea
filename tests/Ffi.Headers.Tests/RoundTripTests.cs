using CsCheck;
using Ffi.Headers.Digest;
using Ffi.Headers.Text;

namespace Ffi.Headers.Tests;

public class RoundTripTests
{
    [Fact]
    public void AnyDigest_ComesBackFromItsText() => DigestGen.Digests.Sample(
        static digest =>
        {
            string text = DigestWriter.Write(digest);
            DigestParseResult parsed = DigestParser.Parse(text, "random.ffi-header");
            Assert.Empty(parsed.Errors);
            Assert.Equal(digest, parsed.Digest);
            Assert.Equal(text, DigestWriter.Write(parsed.Digest!));
        },
        iter: 2_000);

    [Fact]
    public void LineEndsOfWindows_ReadTheSame() => DigestGen.Digests.Sample(
        static digest =>
        {
            string text = DigestWriter.Write(digest);
            Assert.Equal(digest, DigestParser.Parse(text.Replace("\n", "\r\n"), "random.ffi-header").Digest);
        },
        iter: 200);

    [Fact]
    public void Documentation_CanBeLeftOut()
    {
        HeaderDigest digest = new()
        {
            Functions = new[]
            {
                new CFunction("f", PerPlatform.Same<CType>(new PrimitiveType(Primitive.Void)), default) { Documentation = "Does it." },
            }.ToEquatableArray(),
        };

        Assert.Contains("/// Does it.\nfunction f() -> void\n", DigestWriter.Write(digest));
        Assert.DoesNotContain("///", DigestWriter.Write(digest, includesDocumentation: false));
    }

    [Theory]
    [InlineData("i32[2][3]")]
    [InlineData("char const* const*")]
    [InlineData("fn*(user: void*, i32, ...) -> fn*() -> void")]
    [InlineData("(fn*(i32) -> void)[4]")]
    [InlineData("(fn(i32) -> void) const*")]
    [InlineData("fn* stdcall (wchar_t const*) -> 'u8'")]
    [InlineData("(i32[3])*")]
    [InlineData("f32<4>")]
    [InlineData("complex f64*")]
    [InlineData("struct stack*")]
    public void Type_IsWrittenAsItIsRead(string text)
    {
        HeaderDigest digest = Parse($"typedef x: {text}");

        Assert.Equal(text.Replace("(i32[3])*", "i32[3]*"), digest.Typedefs[0].Type.ToString());
    }

    [Fact]
    public void ArrayOfArrays_HasTheFirstLengthOutside()
    {
        CType type = Parse("typedef x: i32[2][3]").Typedefs[0].Type.First;

        Assert.Equal(new ArrayType(new ArrayType(new PrimitiveType(Primitive.I32), 3), 2), type);
    }

    [Fact]
    public void EveryExampleOfTheReadme_IsRead()
    {
        string readme = File.ReadAllText(Ffi.Tests.Testing.Repository.PathOf("src/Ffi.Headers/README.md"));
        string example = readme.Split("```")[1].Trim().Replace("9c1f…", "9c1f");

        DigestParseResult parsed = DigestParser.Parse(example, "README.md");

        Assert.Empty(parsed.Errors);
        Assert.Equal(3, parsed.Digest!.Records.Count);
        Assert.Equal(88, parsed.Digest.Records[0].Layout.On(Platform.WinArm64).Size);
    }

    internal static HeaderDigest Parse(string lines)
    {
        DigestParseResult parsed = DigestParser.Parse("ffi-header 1\n" + lines, "test.ffi-header");
        Assert.Empty(parsed.Errors);
        return parsed.Digest!;
    }
}
