namespace Ffi;

/// <summary>What the operating system gave for a library: its handle, and the file it is from.</summary>
internal readonly record struct LoadedLibrary(nint Handle, string Path);
