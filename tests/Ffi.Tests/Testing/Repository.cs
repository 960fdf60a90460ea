namespace Ffi.Tests.Testing;

/// <summary>The sources that the tests were built from: the folder above the test's output that has the solution.</summary>
internal static class Repository
{
    /// <summary>The full path of a file of the repository.</summary>
    public static string PathOf(string relativePath) => Path.Combine(Root.Value, relativePath);

    private static readonly Lazy<string> Root = new(() =>
    {
        for (DirectoryInfo? folder = new(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
        {
            if (File.Exists(Path.Combine(folder.FullName, "Ffi.sln")))
            {
                return folder.FullName;
            }
        }

        throw new DirectoryNotFoundException($"No folder above {AppContext.BaseDirectory} has Ffi.sln.");
    });
}
