using Ffi.Platform.Tests.Testing;

namespace Ffi.Platform.Tests.Windows;

/// <summary>The tests as a self-contained program for Windows x64, with the C libraries that they call.</summary>
public sealed class WindowsBuild
{
    private readonly Lazy<Task<string>> _folder = new(() => Published.Publish("Ffi.Tests.Runner", "win-x64", ""));

    /// <summary>Where the program is.</summary>
    public Task<string> Folder => _folder.Value;
}
