using Ffi.Headers.Digest;

namespace Ffi.Headers.Tests;

public class PerPlatformTests
{
    private static readonly PlatformSet s_windows = PlatformNames.Find("win");

    private static readonly PlatformSet s_others = PlatformSet.All.Except(s_windows);

    [Fact]
    public void EqualValues_AreJoined_AndHoldEverywhere()
    {
        PerPlatform<int> joined = PerPlatform.Of((s_windows, 8), (s_others, 8));

        Assert.Equal(PerPlatform.Same(8), joined);
        Assert.Equal("8", joined.ToString());
    }

    [Fact]
    public void DifferentValues_StandByTheirFirstPlatform()
    {
        PerPlatform<int> size = PerPlatform.Of((s_windows, 4), (s_others, 8));

        Assert.Equal("{linux,osx: 8; win: 4}", size.ToString());
        Assert.Equal(4, size.On(Platform.WinArm64));
        Assert.Equal(8, size.On(Platform.OsxArm64));
    }

    [Fact]
    public void Set_NamesASystem_OnlyIfAllOfItsKnownPlatformsAreIn()
    {
        PlatformSet set = PlatformSet.Of(Platform.LinuxX64, Platform.OsxArm64);

        Assert.Equal("linux-x64,osx", set.ToString());
        Assert.Equal("linux,osx", set.ToString(among: PlatformSet.Of(Platform.LinuxX64, Platform.WinX64, Platform.OsxArm64)));
        Assert.Equal(2, set.Count);
    }
}
