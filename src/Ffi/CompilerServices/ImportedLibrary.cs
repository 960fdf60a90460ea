using System.Runtime.InteropServices;

namespace Ffi.CompilerServices;

/// <summary>Tells of a library that the runtime binds (<see cref="NativeBinding.Import"/>) whether it is there, and has a symbol.</summary>
/// <remarks>Generated code calls this; programs don't have to. Looks where a <see cref="DllImportAttribute"/> function of the assembly
/// would. Any thread may call.</remarks>
/// <param name="declaringType">The type whose assembly the search starts at.</param>
/// <param name="name">The library's name.</param>
/// <param name="searchPath">Where to look, as <see cref="DefaultDllImportSearchPathsAttribute"/> says; null if it says nothing.</param>
public sealed class ImportedLibrary(Type declaringType, string name, DllImportSearchPath? searchPath = null)
{
    private nint _handle;

    /// <summary>Whether the library is linked into the program, or can be loaded. Loads it, if it is not loaded yet.</summary>
    /// <remarks>A library that is not there is looked for each time.</remarks>
    public bool IsAvailable => LinkedLibraries.Have(name) || Handle != 0;

    /// <summary>Whether the library is there, and has a symbol.</summary>
    /// <param name="symbol">The symbol's name.</param>
    /// <returns>Whether a call would find it. What is linked into the program is there: the program would not have been linked
    /// otherwise.</returns>
    public bool Has(string symbol) =>
        LinkedLibraries.Have(name, symbol) || (Handle != 0 && NativeLibrary.TryGetExport(Handle, symbol, out _));

    // The library stays loaded, as it does for an import. Two threads may both ask the loader, which counts.
    private nint Handle
    {
        get
        {
            if (_handle == 0)
            {
                _handle = DllImportResolvers.Ask(name, declaringType.Assembly, searchPath) is var resolved and not 0 ? resolved
                    : NativeLibrary.TryLoad(name, declaringType.Assembly, searchPath, out nint handle) ? handle
                    : 0;
            }

            return _handle;
        }
    }
}
