namespace Ffi.Benchmarks;

/// <summary>The clone that the program was built in.</summary>
internal static class Repository
{
    /// <summary>Its folder, found from the program's own: a build for CI puts no folder of its machine into the program.</summary>
    public static string Folder { get; } = Find();

    private static string Find()
    {
        for (DirectoryInfo? folder = new(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
        {
            if (File.Exists(Path.Combine(folder.FullName, "Ffi.sln")))
            {
                return folder.FullName;
            }
        }

        throw new DirectoryNotFoundException(
            $"No folder above {AppContext.BaseDirectory} has Ffi.sln. Run the benchmarks in the clone that they were built in.");
    }
}
