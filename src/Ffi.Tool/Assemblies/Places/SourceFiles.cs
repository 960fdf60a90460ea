namespace Ffi.Tool.Assemblies.Places;

/// <summary>Finds the files that a PDB names.</summary>
internal static class SourceFiles
{
    /// <summary>The file on this machine; null if it isn't here.</summary>
    /// <param name="name">As the PDB names it. Reproducible builds write <c>/_/</c> for the repository's folder.</param>
    public static string? Find(string name)
    {
        if (File.Exists(name))
        {
            return Path.GetFullPath(name);
        }

        string normal = name.Replace('\\', '/');
        if (!normal.StartsWith("/_", StringComparison.Ordinal) || normal.IndexOf('/', 1) is not (> 0 and var slash))
        {
            return null;
        }

        for (DirectoryInfo? folder = new(Environment.CurrentDirectory); folder is not null; folder = folder.Parent)
        {
            string file = Path.Combine(folder.FullName, normal[(slash + 1)..]);
            if (File.Exists(file))
            {
                return file;
            }
        }

        return null;
    }

    /// <summary>How a file is named in messages: relative if it is below the current folder.</summary>
    public static string Show(string name)
    {
        string file = Find(name) ?? name;
        string relative = Path.IsPathRooted(file) ? Path.GetRelativePath(Environment.CurrentDirectory, file) : file;
        return relative.StartsWith("..", StringComparison.Ordinal) ? file : relative;
    }
}
