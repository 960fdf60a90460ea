namespace Ffi;

/// <summary>Whose rules for library names and folders apply.</summary>
internal enum LibraryPlatform
{
    Linux,
    MacOS,
    Windows,
}
