using System.Runtime.InteropServices;

namespace Ffi.Tests.Libraries;

public class SearchPathTests
{
    [Theory]
    [InlineData(null, true, true, true, 0)]
    [InlineData(DllImportSearchPath.LegacyBehavior, true, true, true, 0)]
    [InlineData(DllImportSearchPath.UseDllDirectoryForDependencies, true, true, true, 0x100)]
    [InlineData(DllImportSearchPath.AssemblyDirectory, true, false, false, 0)]
    [InlineData(DllImportSearchPath.ApplicationDirectory, false, true, false, 0x200)]
    [InlineData(DllImportSearchPath.System32, false, false, true, 0x800)]
    [InlineData(DllImportSearchPath.UserDirectories, false, false, true, 0x400)]
    [InlineData(DllImportSearchPath.SafeDirectories, false, true, true, 0x1000)]
    [InlineData(DllImportSearchPath.AssemblyDirectory | DllImportSearchPath.System32, true, false, true, 0x800)]
    public void ASearchPath_AllowsThePlacesThatItNames(
        DllImportSearchPath? path, bool assembly, bool application, bool system, uint windowsFlags) =>
        Assert.Equal(new SearchPath(assembly, application, system, (WindowsSearchFlags)windowsFlags), SearchPath.Of(path));

    [Fact]
    public void TheAssemblysFolder_ComesBeforeTheApplications_WithItsRuntimesFirst()
    {
        LibrarySearch search = LibrarySearch.Here(typeof(object).Assembly);
        string folder = Path.GetDirectoryName(typeof(object).Assembly.Location)!;
        string application = Path.TrimEndingDirectorySeparator(AppContext.BaseDirectory);

        var order = search.OwnDirectories.ToList();

        string native = Path.Join(folder, "runtimes", RuntimeInformation.RuntimeIdentifier, "native");
        Assert.Equal(0, order.IndexOf(native));
        Assert.True(order.IndexOf(native) < order.IndexOf(folder));
        Assert.True(order.IndexOf(folder) < order.IndexOf(application));
    }

    [Fact]
    public void OnlyTheAssemblyDirectory_LeavesOutTheApplicationAndTheSystem()
    {
        LibrarySearch search = LibrarySearch.Here(typeof(object).Assembly, DllImportSearchPath.AssemblyDirectory);

        Assert.False(search.AsksLoader);
        Assert.Empty(search.LoaderDirectories);
        Assert.Empty(search.SystemDirectories);
        Assert.DoesNotContain(Path.TrimEndingDirectorySeparator(AppContext.BaseDirectory), search.OwnDirectories);
    }
}
