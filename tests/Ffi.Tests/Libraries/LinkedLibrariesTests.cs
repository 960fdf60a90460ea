namespace Ffi.Tests.Libraries;

public class LinkedLibrariesTests
{
    [Theory]
    [InlineData("z", null, true)]
    [InlineData("libz", null, true)]
    [InlineData("libz.so", "crc32", true)]
    [InlineData("z.dll", "crc32", true)]
    [InlineData("zip", null, false)]
    [InlineData("sqlite3", null, true)]
    [InlineData("curl", null, false)]
    [InlineData("curl", "curl_version", true)]
    [InlineData("curl", "curl_free", false)]
    [InlineData("", null, false)]
    public void Name_IsFound_HoweverItIsSpelled(string library, string? symbol, bool isLinked) =>
        Assert.Equal(
            isLinked && !(OperatingSystem.IsWindows() && library.StartsWith("lib", StringComparison.Ordinal)),
            LinkedLibraries.Have(["z", "sqlite3.so", "curl!curl_version"], library, symbol));

    [Fact]
    public void ProgramThatIsNotLinked_HasNone() => Assert.False(LinkedLibraries.Have("z"));
}
