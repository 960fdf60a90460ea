namespace Ffi;

/// <summary>What the operating system gave for a library.</summary>
/// <param name="handle">Its handle.</param>
/// <param name="file">The file that was asked for.</param>
internal sealed class LoadedLibrary(nint handle, string file)
{
    private string? _path;

    /// <summary>The operating system's handle.</summary>
    public nint Handle => handle;

    /// <summary>The file that was loaded, as the operating system tells it, which is asked only on demand: loading is quicker than
    /// the question. After the library is unloaded there is an answer only if there was one before.</summary>
    public string Path => _path ??= DynamicLoader.PathOf(handle) ?? file;
}
