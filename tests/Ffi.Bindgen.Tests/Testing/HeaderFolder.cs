namespace Ffi.Bindgen.Tests.Testing;

/// <summary>Headers that a test writes, in a folder of their own.</summary>
internal sealed class HeaderFolder : IDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("ffi-headers-");

    public HeaderFolder(params (string Name, string Text)[] headers)
    {
        foreach ((string name, string text) in headers)
        {
            Directory.CreateDirectory(System.IO.Path.GetDirectoryName(PathOf(name))!);
            File.WriteAllText(PathOf(name), text);
        }
    }

    public string Path => _folder.FullName;

    public string PathOf(string name) => System.IO.Path.Combine(Path, name);

    public void Dispose() => _folder.Delete(recursive: true);
}
