using System.IO.Compression;
using System.Xml.Linq;
using Ffi.Tests.Testing;

namespace Ffi.Package.Tests.Testing;

/// <summary>The package that the build of these tests made.</summary>
internal static class FfiPackage
{
    /// <summary>The folder that it is in, to restore from.</summary>
    public static string Feed { get; } = Repository.PathOf("artifacts/package/release");

    public static string Path { get; } = NewestIn(Feed);

    public static string SymbolsPath { get; } = System.IO.Path.ChangeExtension(Path, ".snupkg");

    /// <summary>The package of the project templates.</summary>
    public static string TemplatesPath => Newest(Feed, "Ffi.ProjectTemplates");

    public static string Version { get; } = Specification("version");

    /// <summary>The package that was written last; an earlier one may have had another version.</summary>
    public static string NewestIn(string folder) => Newest(folder, "Ffi");

    // Other packages' names begin with the same word, so a version has to follow.
    private static string Newest(string folder, string id) =>
        Directory
            .GetFiles(folder, $"{id}.*.nupkg")
            .Where(path => char.IsAsciiDigit(System.IO.Path.GetFileName(path)[id.Length + 1]))
            .MaxBy(File.GetLastWriteTimeUtc)!;

    /// <summary>The names of the files in it.</summary>
    public static IReadOnlyList<string> FilesOf(string path)
    {
        using ZipArchive archive = ZipFile.OpenRead(path);
        return [.. archive.Entries.Select(entry => entry.FullName).Order(StringComparer.Ordinal)];
    }

    public static byte[] Read(string path, string file)
    {
        using ZipArchive archive = ZipFile.OpenRead(path);
        using MemoryStream content = new();
        using (Stream stream = archive.GetEntry(file)!.Open())
        {
            stream.CopyTo(content);
        }

        return content.ToArray();
    }

    /// <summary>A field of the nuspec.</summary>
    public static string Specification(string field)
    {
        using MemoryStream content = new(Read(Path, "Ffi.nuspec"));
        return XDocument.Load(content).Descendants().First(element => element.Name.LocalName == field).Value;
    }
}
