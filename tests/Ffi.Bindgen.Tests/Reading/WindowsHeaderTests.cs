using Ffi.Bindgen.Reading;
using Ffi.Bindgen.Tests.Oracles;
using Ffi.Bindgen.Tests.Testing;
using Ffi.Headers.Digest;

namespace Ffi.Bindgen.Tests.Reading;

/// <summary>The largest header there is: Windows' own, as mingw has it.</summary>
public sealed class WindowsHeaderTests
{
    private const string Mingw = "/usr/share/mingw-w64/include";

    [CompilerTheory, InlineData("windows.h")]
    public void WindowsHeader_IsRead(string header)
    {
        ReadResult result = HeaderReader.Read(new ReadRequest
        {
            Headers = [$"{Mingw}/{header}"],
            Platforms = PlatformSet.Of(Platform.WinX64),
            SystemFolders = [SysrootOracleTests.Resource, Mingw],
            IncludeDocumentation = false,
        });

        Assert.Empty(result.Problems);
        HeaderDigest digest = result.Digest!;
        Assert.True(
            digest.Functions.Count > 6000 && digest.Constants.Count > 20_000,
            $"{digest.Functions.Count} functions, {digest.Constants.Count} constants");
        Assert.Equal(36, digest.Records.Single(static record => record.Name == "_WIN32_FILE_ATTRIBUTE_DATA").Layout.First.Size);
        Assert.Equal(7, digest.Functions.Single(static function => function.Name == "CreateFileW").Parameters.Count);
    }
}
