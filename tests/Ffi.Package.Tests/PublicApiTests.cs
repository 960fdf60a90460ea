using System.Reflection;
using System.Runtime.Loader;
using Ffi.Package.Tests.Testing;
using Ffi.Tests.Testing;

namespace Ffi.Package.Tests;

/// <summary>What users can write against changes only where that was meant.</summary>
public sealed class PublicApiTests
{
    private static readonly bool s_updates =
        Environment.GetEnvironmentVariable("UPDATE_SNAPSHOTS") == "1" && string.IsNullOrEmpty(Environment.GetEnvironmentVariable("CI"));

    [Fact]
    public void PublicSurface_IsAsReviewed()
    {
        string path = Repository.PathOf("src/Ffi/PublicAPI.txt");
        string actual = SurfaceFor("net10.0");
        if (s_updates)
        {
            File.WriteAllText(path, actual);
        }

        Assert.True(
            File.ReadAllText(path).ReplaceLineEndings("\n") == actual,
            $"The public surface has changed. If that is right, run UPDATE_SNAPSHOTS=1 dotnet test tests/Ffi.Package.Tests and read the difference.\n\n{actual}"
        );
    }

    [Fact]
    public void PublicSurface_IsTheSameForEachFramework() => Assert.Equal(SurfaceFor("net10.0"), SurfaceFor("net9.0"));

    private static string SurfaceFor(string framework)
    {
        var context = new AssemblyLoadContext(framework, isCollectible: true);
        using MemoryStream image = new(FfiPackage.Read(FfiPackage.Path, $"lib/{framework}/Ffi.dll"));
        Assembly assembly = context.LoadFromStream(image);
        return PublicSurface.Of(assembly);
    }
}
