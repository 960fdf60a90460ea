using System.Runtime.InteropServices;

namespace Ffi;

/// <summary>How <c>LoadLibraryEx</c> searches; its LOAD_LIBRARY_SEARCH_* values, which <see cref="DllImportSearchPath"/> has too.</summary>
[Flags]
internal enum WindowsSearchFlags : uint
{
    None = 0,

    /// <summary>LOAD_WITH_ALTERED_SEARCH_PATH: the library's own folder is searched for what it depends on. Only for full paths, and
    /// with no other flag.</summary>
    AlteredSearchPath = 0x8,
}
