namespace Ffi.Bindgen.Reading;

/// <summary>A file that took part in reading a header.</summary>
/// <param name="Path">Its full path.</param>
/// <param name="Name">Its name as a program includes it.</param>
/// <param name="IsOwn">Whether it is the library's: its functions belong to the digest.</param>
internal sealed record SourceFile(string Path, string Name, bool IsOwn)
{
    private byte[]? _bytes;

    /// <summary>What is in it.</summary>
    public byte[] Bytes => _bytes ??= File.Exists(Path) ? File.ReadAllBytes(Path) : [];
}
