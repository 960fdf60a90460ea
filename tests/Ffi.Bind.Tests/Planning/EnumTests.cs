using Ffi.Bind.Tests.Testing;

namespace Ffi.Bind.Tests.Planning;

public sealed class EnumTests
{
    [Fact]
    public void OneMemberOfAnotherKind_LeavesTheNamesOfTheOthersAsTheyAre()
    {
        string source = Bound.Header("""
            typedef enum { ACMEE_OK, ACMEE_FULL, ACMEE_LOST, ACMEE_LATE, ACME_LAST } acme_code;
            acme_code acme_run(void);
            """).Result.Source;
        Assert.Contains("    Ok = 0,", source, StringComparison.Ordinal);
        Assert.Contains("    Late = 3,", source, StringComparison.Ordinal);
        Assert.Contains("Last = 4,", source, StringComparison.Ordinal);
    }

    [Fact]
    public void MembersOfTwoKinds_KeepWhatTellsThemApart()
    {
        string source = Bound.Header("""
            typedef enum { RED_LIGHT, RED_DARK, BLUE_LIGHT, BLUE_DARK } acme_colour;
            acme_colour acme_run(void);
            """).Result.Source;
        Assert.Contains("    RedLight = 0,", source, StringComparison.Ordinal);
        Assert.Contains("    BlueDark = 3,", source, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("ACME_A = 1, ACME_B = 4, ACME_C = 8, ACME_MAX_ENUM = 0x7FFFFFFF", true)]
    [InlineData("ACME_A = 1, ACME_B = 2, ACME_C = 3, ACME_MAX_ENUM = 0x7FFFFFFF", false)]
    public void MemberThatOnlyMakesTheEnumWide_IsNoBit(string members, bool isFlags)
    {
        string source = Bound.Header($"typedef enum {{ {members} }} acme_kind;\nacme_kind acme_run(void);").Result.Source;
        Assert.Equal(isFlags, source.Contains("[Flags]", StringComparison.Ordinal));
    }
}
