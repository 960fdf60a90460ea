using System.Runtime.InteropServices;

namespace Ffi;

/// <summary>The folders that Linux' loader searches without being told to.</summary>
internal static class LoaderConfiguration
{
    private const int DeepestInclude = 8; // Real files include one level; a file that includes itself has to end.

    public static IEnumerable<string> Directories(bool isMusl)
    {
        foreach (string directory in isMusl ? MuslDirectories() : GlibcDirectories())
        {
            yield return directory;
        }
    }

    /// <returns>The folders that an <c>ld.so.conf(5)</c> names, included files in the place where they are included.</returns>
    public static IReadOnlyList<string> ReadConfiguration(string path, int depth = 0)
    {
        var directories = new List<string>();
        foreach (string line in depth > DeepestInclude ? [] : LinesOf(path))
        {
            string entry = line.Split('#')[0].Trim();
            if (entry.StartsWith("include ", StringComparison.Ordinal))
            {
                foreach (string included in FilesMatching(entry["include ".Length..].Trim(), Path.GetDirectoryName(path)!))
                {
                    directories.AddRange(ReadConfiguration(included, depth + 1));
                }
            }
            else if (entry.StartsWith('/'))
            {
                directories.Add(entry);
            }
        }

        return directories;
    }

    private static string[] GlibcDirectories()
    {
        string multiarch = RuntimeInformation.ProcessArchitecture switch
        {
            Architecture.X64 => "x86_64-linux-gnu",
            Architecture.X86 => "i386-linux-gnu",
            Architecture.Arm64 => "aarch64-linux-gnu",
            Architecture.Arm => "arm-linux-gnueabihf",
            Architecture.Ppc64le => "powerpc64le-linux-gnu",
            Architecture.S390x => "s390x-linux-gnu",
            var other => $"{other.ToString().ToLowerInvariant()}-linux-gnu",
        };

        return
        [
            .. ReadConfiguration("/etc/ld.so.conf")
                .Concat([$"/lib/{multiarch}", $"/usr/lib/{multiarch}", "/lib64", "/usr/lib64", "/lib", "/usr/lib"])
                .Distinct(),
        ];
    }

    // musl's ldso reads /etc/ld-musl-<arch>.path, and has this list where there is none.
    private static string[] MuslDirectories()
    {
        string[] configured =
        [
            .. FilesMatching("ld-musl-*.path", "/etc").SelectMany(LinesOf).SelectMany(line => line.Split(':', '\n'))
                .Select(entry => entry.Trim()).Where(entry => entry.StartsWith('/')),
        ];
        return configured.Length > 0 ? configured : ["/lib", "/usr/local/lib", "/usr/lib"];
    }

    private static string[] LinesOf(string path)
    {
        try
        {
            return File.ReadAllLines(path);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            return [];
        }
    }

    private static IEnumerable<string> FilesMatching(string pattern, string relativeTo)
    {
        string path = Path.Combine(relativeTo, pattern);
        try
        {
            return Directory.GetFiles(Path.GetDirectoryName(path)!, Path.GetFileName(path)).Order(StringComparer.Ordinal);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            return [];
        }
    }
}
