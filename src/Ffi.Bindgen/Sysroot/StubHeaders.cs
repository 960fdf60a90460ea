using System.Reflection;
using Ffi.Headers.Digest;

namespace Ffi.Bindgen.Sysroot;

/// <summary>The standard and system headers that Ffi has itself, so that no compiler and no SDK need be there.</summary>
/// <remarks>They declare what the headers of libraries use: types with the sizes of each platform, and macros with its values.</remarks>
internal static class StubHeaders
{
    private const string Prefix = "sysroot/";

    // Windows' file system knows no case, and headers that were written there spell names as they like.
    private static readonly string[] s_spellings =
    [
        "Windows.h", "WinSock2.h", "Winsock2.h", "WS2tcpip.h", "Ws2tcpip.h", "BaseTsd.h", "WinDef.h", "WinNT.h", "WinBase.h", "WinUser.h",
        "WTypes.h", "ObjBase.h", "TChar.h",
    ];

    private static readonly Lazy<string> s_folder = new(Extract);

    /// <summary>The folders to search for a platform, in order.</summary>
    public static IReadOnlyList<string> FoldersOf(Platform platform) =>
        [.. NamesOf(platform).Select(static name => Path.Combine(s_folder.Value, name))];

    /// <summary>Whether a file is one of them.</summary>
    public static bool Contains(string path) => path.StartsWith(s_folder.Value + Path.DirectorySeparatorChar, StringComparison.Ordinal);

    private static string[] NamesOf(Platform platform) => platform switch
    {
        Platform.LinuxX64 or Platform.LinuxArm64 => ["linux", "posix", "c"],
        Platform.OsxArm64 => ["macos", "posix", "c"],
        _ => ["windows", "c"],
    };

    // libclang wants files. They are in a folder of this process, which nobody else can write into beforehand.
    private static string Extract()
    {
        string folder = Directory.CreateTempSubdirectory("ffi-sysroot-").FullName;
        AppDomain.CurrentDomain.ProcessExit += (_, _) => Delete(folder);
        Assembly assembly = typeof(StubHeaders).Assembly;
        foreach (string name in assembly.GetManifestResourceNames().Where(static name => name.StartsWith(Prefix, StringComparison.Ordinal)))
        {
            string path = Path.Combine(folder, name[Prefix.Length..].Replace('\\', '/'));
            Directory.CreateDirectory(Path.GetDirectoryName(path)!);
            using Stream content = assembly.GetManifestResourceStream(name)!;
            using FileStream file = File.Create(path);
            content.CopyTo(file);
        }

        foreach (string spelling in s_spellings)
        {
            string path = Path.Combine(folder, "windows", spelling);
            if (!File.Exists(path))
            {
                File.WriteAllText(path, $"#include <{spelling.ToLowerInvariant()}>\n");
            }
        }

        return folder;
    }

    private static void Delete(string folder)
    {
        try
        {
            Directory.Delete(folder, recursive: true);
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            // It is the system's folder for such files, which is emptied.
        }
    }
}
