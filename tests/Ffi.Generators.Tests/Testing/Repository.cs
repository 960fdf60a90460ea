namespace Ffi.Generators.Tests.Testing;

/// <summary>Finds files of the source tree that the tests were built from.</summary>
internal static class Repository
{
    private static readonly string s_root = FindRoot();

    public static string PathOf(string path) => Path.Combine(s_root, path);

    // A deterministic build maps the paths that the compiler writes down, so the folder of the test assembly is where to start.
    private static string FindRoot()
    {
        string? folder = AppContext.BaseDirectory;
        while (folder is not null && !File.Exists(Path.Combine(folder, "Ffi.sln")))
        {
            folder = Path.GetDirectoryName(folder);
        }

        return folder ?? throw new DirectoryNotFoundException("The tests must run from inside the source tree.");
    }
}
