namespace Ffi.Bindgen.Reading;

/// <summary>Where headers are found, and what they are called.</summary>
internal sealed class IncludePath
{
    // Folders that hold the headers of many libraries side by side.
    private static readonly string[] s_shared = ["/usr/include", "/usr/local/include", "/opt/homebrew/include", "/opt/local/include"];

    private static readonly Lazy<HashSet<string>> s_sharedWithArchitectures = new(static () =>
        [.. s_shared, .. s_shared.SelectMany(WithArchitectures)]);

    private readonly List<string> _folders;

    private IncludePath(List<string> folders, IReadOnlyList<HeaderFile> headers)
    {
        _folders = folders;
        Headers = headers;
    }

    /// <summary>The headers that were asked for and found.</summary>
    public IReadOnlyList<HeaderFile> Headers { get; }

    /// <summary>The folders that the compiler searches, in order.</summary>
    public IReadOnlyList<string> Folders => _folders;

    /// <summary>Finds the headers of a request. Those that are nowhere go to <paramref name="missing"/>.</summary>
    public static IncludePath Resolve(ReadRequest request, List<ReadProblem> missing)
    {
        List<string> folders = [.. request.IncludeFolders.Select(Path.GetFullPath)];
        List<string> searched = [.. folders, .. s_shared.SelectMany(WithArchitectures)];
        List<HeaderFile> headers = [];
        foreach (string name in request.Headers)
        {
            if (Find(name, searched) is not { } path)
            {
                missing.Add(NotFound(name, searched));
                continue;
            }

            AddRoots(folders, path, name);
            headers.Add(new HeaderFile(path, ""));
        }

        IncludePath result = new(folders, []);
        return new IncludePath(folders, [.. headers.Select(header => header with { Name = result.NameOf(header.Path) })]);
    }

    /// <summary>A header as a program includes it: its path from the folder in which the compiler finds it.</summary>
    public string NameOf(string path)
    {
        string? root = _folders.Where(folder => IsBelow(path, folder)).MaxBy(static folder => folder.Length);
        return (root is null ? Path.GetFileName(path) : Path.GetRelativePath(root, path)).Replace('\\', '/');
    }

    /// <summary>Whether a folder holds headers of many libraries.</summary>
    public static bool IsShared(string folder) => s_sharedWithArchitectures.Value.Contains(folder);

    public static bool IsBelow(string path, string folder) =>
        path.StartsWith(Path.TrimEndingDirectorySeparator(folder) + Path.DirectorySeparatorChar, StringComparison.Ordinal);

    private static string? Find(string name, List<string> folders)
    {
        string? found = new[] { Path.GetFullPath(name) }
            .Concat(folders.Select(folder => Path.Combine(folder, name)))
            .FirstOrDefault(File.Exists);
        return found is null ? null : Path.GetFullPath(found);
    }

    // A header finds its siblings, and those that are beside its folder: curl/curl.h includes curl/easy.h.
    private static void AddRoots(List<string> folders, string path, string name)
    {
        string folder = Path.GetDirectoryName(path)!;
        string? shared = s_shared.FirstOrDefault(shared => IsBelow(path, shared));
        bool isFoundByName =
            !Path.IsPathRooted(name)
            && path.EndsWith(Path.DirectorySeparatorChar + name.Replace('/', Path.DirectorySeparatorChar), StringComparison.Ordinal);
        if (shared is null && !folders.Exists(known => IsBelow(path, known)))
        {
            folders.Add(isFoundByName && !File.Exists(name) ? path[..^(name.Length + 1)] : folder);
        }

        foreach (string root in shared is null ? [] : WithArchitectures(shared))
        {
            if (!folders.Contains(root))
            {
                folders.Add(root);
            }
        }
    }

    // Debian keeps what differs by processor in /usr/include/x86_64-linux-gnu.
    private static IEnumerable<string> WithArchitectures(string folder) => Directory.Exists(folder)
        ? [folder, .. Directory.EnumerateDirectories(folder, "*-linux-gnu*").Order(StringComparer.Ordinal)]
        : [];

    private static ReadProblem NotFound(string name, List<string> searched) =>
        new(
            ReadProblemKind.HeaderNotFound,
            $"The header {name} is not found. Give its path, or its folder with -I. Looked in {string.Join(", ", searched.Prepend(Environment.CurrentDirectory))}.",
            File: null,
            Line: 0,
            default);
}

/// <summary>A header that was asked for.</summary>
/// <param name="Path">Its full path.</param>
/// <param name="Name">Its name as a program includes it.</param>
internal sealed record HeaderFile(string Path, string Name);
