using System.Runtime.InteropServices;

namespace Ffi;

/// <summary>Which places a <see cref="DllImportSearchPath"/> allows.</summary>
/// <param name="Assembly">The declaring assembly's folder.</param>
/// <param name="Application">The application's folder.</param>
/// <param name="System">What the operating system's loader finds.</param>
/// <param name="WindowsFlags">What is passed on to Windows' loader.</param>
internal readonly record struct SearchPath(bool Assembly, bool Application, bool System, WindowsSearchFlags WindowsFlags)
{
    private const DllImportSearchPath SystemPlaces =
        DllImportSearchPath.System32 | DllImportSearchPath.UserDirectories | DllImportSearchPath.SafeDirectories;

    private const DllImportSearchPath Places =
        SystemPlaces | DllImportSearchPath.AssemblyDirectory | DllImportSearchPath.ApplicationDirectory;

    /// <param name="path">Null, and a value that names no place, stand for every place.</param>
    public static SearchPath Of(DllImportSearchPath? path)
    {
        DllImportSearchPath value = path ?? Places;
        // This flag is .NET's own. Windows does not know it.
        var flags = path is null ? WindowsSearchFlags.None : (WindowsSearchFlags)(value & ~DllImportSearchPath.AssemblyDirectory);
        if ((value & Places) == 0)
        {
            return new SearchPath(true, true, true, flags);
        }

        // SafeDirectories stands for the application's, the system's and the user's folders.
        const DllImportSearchPath application = DllImportSearchPath.ApplicationDirectory | DllImportSearchPath.SafeDirectories;
        return new SearchPath(
            (value & DllImportSearchPath.AssemblyDirectory) != 0, (value & application) != 0, (value & SystemPlaces) != 0, flags);
    }
}
