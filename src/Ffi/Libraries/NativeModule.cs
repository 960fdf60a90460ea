using System.Runtime.InteropServices;

namespace Ffi;

/// <summary>A loaded native library.</summary>
public sealed class NativeModule : INativeSymbolSource, IDisposable
{
    private nint _handle;

    private NativeModule(nint handle, string path) => (_handle, Path) = (handle, path);

    /// <summary>The file that was loaded.</summary>
    public string Path { get; }

    /// <summary>Loads a library.</summary>
    /// <param name="name">The library's name, a file name, or a path.</param>
    public static NativeModule Load(string name) => new(NativeLibrary.Load(name), name);

    /// <inheritdoc/>
    public bool TryGetSymbol(string name, out nint address) => NativeLibrary.TryGetExport(_handle, name, out address);

    /// <summary>Unloads the library.</summary>
    public void Dispose()
    {
        NativeLibrary.Free(_handle);
        _handle = 0;
    }
}
