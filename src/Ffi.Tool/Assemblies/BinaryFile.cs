namespace Ffi.Tool.Assemblies;

/// <summary>Says what a file is that was to be something else.</summary>
internal static class BinaryFile
{
    private const int BytesToRead = 4096;

    public static string Describe(string path)
    {
        byte[] bytes = new byte[BytesToRead];
        using FileStream file = File.OpenRead(path);
        int length = file.ReadAtLeast(bytes, BytesToRead, throwOnEndOfStream: false);
        BinaryHeader header = BinaryHeader.Read(bytes.AsSpan(0, length));
        return header.Format == "PE" ? $"{header.Content} without .NET code" : header.Content;
    }
}
