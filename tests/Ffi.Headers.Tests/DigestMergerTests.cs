using CsCheck;
using Ffi.Headers.Digest;
using Ffi.Headers.Text;

namespace Ffi.Headers.Tests;

public class DigestMergerTests
{
    private const string Linux = "platforms linux-x64\n";
    private const string Windows = "platforms win-x64\n";

    [Fact]
    public void SameDeclaration_IsOneWithoutPlatforms()
    {
        HeaderDigest merged = Merge("function f(a: i32) -> void at a.h:1", "function f(a: i32) -> void at a.h:7");

        Assert.Equal("function f(a: i32) -> void at a.h:1", LastLineOf(merged));
    }

    [Fact]
    public void OtherType_IsADifferenceOnTheLine() => Assert.Equal(
        "function f(a: {linux: i32; win: u64}, b: i32) -> {linux: long; win: i64}",
        LastLineOf(Merge("function f(a: i32, b: i32) -> long", "function f(a: u64, b: i32) -> i64")));

    [Fact]
    public void OtherNumberOfParameters_IsAnotherFunction() => Assert.Equal(
        ["function f(a: i32) -> void on linux", "function f(a: i32, b: i32) -> void on win"],
        LinesOf(Merge("function f(a: i32) -> void", "function f(a: i32, b: i32) -> void")));

    [Fact]
    public void NameOfAParameter_IsTakenFromWhoeverHasOne() => Assert.Equal(
        "function f(size: i32) -> void", LastLineOf(Merge("function f(i32) -> void", "function f(size: i32) -> void")));

    [Fact]
    public void FieldOfOnePlatform_StandsWhereItIsThere() =>
        Assert.Equal(
            ["struct s size {linux: 16; win: 8} align {linux: 8; win: 4}", "  a: i32 @0", "  extra: ulong @8 on linux", "  b: i32 @4"],
            LinesOf(
                Merge(
                    "struct s size 16 align 8\n  a: i32 @0\n  extra: ulong @8\n  b: i32 @4",
                    "struct s size 8 align 4\n  a: i32 @0\n  b: i32 @4")));

    [Fact]
    public void BitfieldOfAnotherWidth_IsAnotherField() => Assert.Equal(
        ["struct s size 4 align 4", "  a: u32:3 @0.0 on linux", "  a: u32:4 @0.0 on win"],
        LinesOf(Merge("struct s size 4 align 4\n  a: u32:3 @0.0", "struct s size 4 align 4\n  a: u32:4 @0.0")));

    [Fact]
    public void OpaqueHereAndDefinedThere_IsTwoItems() => Assert.Equal(
        ["opaque struct s on win", "struct s size 4 align 4 on linux"], LinesOf(Merge("struct s size 4 align 4", "opaque struct s")));

    [Fact]
    public void MemberOfAnEnum_KeepsItsPlaceAndPlatform() => Assert.Equal(
        ["enum e: u32", "  A = 0", "  W = 7 on win", "  B = {linux: 1; win: 2}"],
        LinesOf(Merge("enum e: u32\n  A = 0\n  B = 1", "enum e: u32\n  A = 0\n  W = 7\n  B = 2")));

    [Fact]
    public void Symbol_IsTheNameWhereNoOtherIsGiven() =>
        Assert.Equal(
            "function f() -> void symbol {linux: \"f64\"; win: \"f\"}",
            LastLineOf(Merge("function f() -> void symbol f64", "function f() -> void")));

    [Fact]
    public void AnyDigest_MergedWithItselfUnderAnotherPlatform_SaysTheSameOfBoth() =>
        DigestGen
            .DigestsOf(PlatformSet.Of(Platform.LinuxX64))
            .Sample(
                static random =>
                {
                    HeaderDigest here = WithEachNameOnce(random);
                    HeaderDigest there = here with { Platforms = PlatformSet.Of(Platform.WinX64) };

            Assert.Equal(here with { Platforms = PlatformSet.Of(Platform.LinuxX64, Platform.WinX64) }, DigestMerger.Merge([here, there]));
        },
        iter: 1_000);

    // A header has each name once.
    private static HeaderDigest WithEachNameOnce(HeaderDigest digest) =>
        digest with
        {
            Opaques = Number(digest.Opaques),
            Records = Number(
                digest.Records.Select(static record =>
                    record with
                    {
                        Fields = record.Fields.Select(static (field, index) => field with { Name = field.Name + index }).ToEquatableArray(),
                    })),
            Enums = Number(
                digest.Enums.Select(static item =>
                    item with
                    {
                        Members = item
                            .Members.Select(static (member, index) => member with { Name = member.Name + index })
                            .ToEquatableArray(),
                    })),
            Typedefs = Number(digest.Typedefs),
            Functions = Number(digest.Functions),
            Variables = Number(digest.Variables),
            Constants = Number(digest.Constants),
            Macros = Number(digest.Macros),
        };

    private static EquatableArray<T> Number<T>(IEnumerable<T> items)
        where T : CItem =>
        items
            .Select(
                static (item, index) => item with { Name = item.Name + index, Attributes = item.Attributes.Distinct().ToEquatableArray() })
            .ToEquatableArray();

    private static HeaderDigest Merge(string linux, string windows) =>
        DigestMerger.Merge([RoundTripTests.Parse(Linux + linux), RoundTripTests.Parse(Windows + windows)]);

    private static string[] LinesOf(HeaderDigest digest) =>
        [.. DigestWriter.Write(digest).Split('\n', StringSplitOptions.RemoveEmptyEntries).Skip(2)];

    private static string LastLineOf(HeaderDigest digest) => LinesOf(digest)[^1];
}
