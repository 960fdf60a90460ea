using System.Diagnostics.CodeAnalysis;
using System.Reflection;
using System.Runtime.InteropServices;

namespace Ffi;

/// <summary>Where to look for libraries: the rules and folders of one process, as plain data.</summary>
internal sealed record LibrarySearch
{
    public required LibraryPlatform Platform { get; init; }

    /// <summary>Folders of the program, and of the assembly that declares the library, searched first.</summary>
    public IReadOnlyList<string> OwnDirectories { get; init; } = [];

    /// <summary>Folders that come before the loader's own: LD_LIBRARY_PATH.</summary>
    public IReadOnlyList<string> LoaderDirectories { get; init; } = [];

    /// <summary>Whether the operating system's loader may search by itself.</summary>
    public bool AsksLoader { get; init; } = true;

    /// <summary>Whether the loader has a cache, <see cref="LoaderCache"/>.</summary>
    public bool HasLoaderCache { get; init; }

    /// <summary>Folders where the loader looks too, but not for versioned files.</summary>
    public IEnumerable<string> SystemDirectories { get; init; } = [];

    /// <summary>What the search path says to Windows' loader.</summary>
    public WindowsSearchFlags WindowsFlags { get; init; }

    /// <summary>The search of this process.</summary>
    /// <param name="declaring">The assembly that declares the library, if one does.</param>
    /// <param name="searchPath">Where to look; null for everywhere.</param>
    public static LibrarySearch Here(Assembly? declaring = null, DllImportSearchPath? searchPath = null)
    {
        LibraryPlatform platform = LibraryPlatforms.Here;
        SearchPath places = SearchPath.Of(searchPath);
        string rid = RuntimeInformation.RuntimeIdentifier;
        bool isMusl = rid.Contains("musl", StringComparison.Ordinal);

        List<string> own = [];
        if (places.Assembly && declaring is not null && FolderOf(declaring) is { } folder)
        {
            own.AddRange(NativeFolders.In(folder, rid));
        }

        if (places.Application)
        {
            own.AddRange(NativeFolders.In(AppContext.BaseDirectory, rid));
            // The host lists here what packages bring, also where they were not copied to the application's folder.
            own.AddRange(Split(AppContext.GetData("NATIVE_DLL_SEARCH_DIRECTORIES") as string));
        }

        var search = new LibrarySearch
        {
            Platform = platform,
            OwnDirectories = Distinct(own),
            AsksLoader = places.System,
            WindowsFlags = places.WindowsFlags,
        };

        return (platform, places.System) switch
        {
            (LibraryPlatform.Linux, true) => search with
            {
                LoaderDirectories = Split(Environment.GetEnvironmentVariable("LD_LIBRARY_PATH")),
                HasLoaderCache = !isMusl,
                SystemDirectories = LoaderConfiguration.Directories(isMusl),
            },
            (LibraryPlatform.MacOS, true) => search with
            {
                LoaderDirectories = Split(Environment.GetEnvironmentVariable("DYLD_LIBRARY_PATH")),
                SystemDirectories = ["/opt/homebrew/lib", "/usr/local/lib"],
            },
            _ => search,
        };
    }

    private static List<string> Distinct(List<string> directories)
    {
        List<string> distinct = [];
        foreach (string directory in directories)
        {
            string plain = Path.TrimEndingDirectorySeparator(directory);
            if (!distinct.Contains(plain))
            {
                distinct.Add(plain);
            }
        }

        return distinct;
    }

    private static string[] Split(string? paths) =>
        paths?.Split(Path.PathSeparator, StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries) ?? [];

    [UnconditionalSuppressMessage("SingleFile", "IL3000", Justification = "The empty location of a bundled assembly is left out.")]
    private static string? FolderOf(Assembly assembly) =>
        Path.GetDirectoryName(assembly.Location) is { Length: > 0 } folder ? folder : null;
}
