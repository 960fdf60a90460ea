using System.Runtime.InteropServices;

namespace Ffi.CompilerServices;

/// <summary>Binds the functions of a static library type: loads the library at the first call, for the life of the process.</summary>
/// <remarks>Generated code calls this; programs have no need to.</remarks>
/// <param name="declaringType">The type whose assembly the search starts at.</param>
/// <param name="name">The library's name on this operating system.</param>
/// <param name="searchPath">Where to look, as <see cref="DefaultDllImportSearchPathsAttribute"/> says; null where it says nothing.</param>
public sealed class LibraryBinding(Type declaringType, string name, DllImportSearchPath? searchPath = null)
{
    private readonly Lock _lock = new();

    /// <summary>Looks a symbol up and keeps its address.</summary>
    /// <param name="slot">Where the address is kept. Looked up only while it holds 0.</param>
    /// <param name="symbol">The symbol's name.</param>
    /// <returns>The address, never 0.</returns>
    /// <exception cref="NativeSymbolNotFoundException">The library has no symbol of that name.</exception>
    public nint Bind(ref nint slot, string symbol) =>
        TryBind(ref slot, symbol) ? slot : throw new NativeSymbolNotFoundException(name, symbol);

    /// <summary>Looks a symbol up and keeps its address, if there is one.</summary>
    /// <param name="slot">Where the address is kept. Looked up only while it holds 0.</param>
    /// <param name="symbol">The symbol's name.</param>
    /// <returns>Whether the library has the symbol.</returns>
    public bool TryBind(ref nint slot, string symbol)
    {
        lock (_lock)
        {
            return slot != 0 || NativeLibrary.TryGetExport(NativeLibrary.Load(name, declaringType.Assembly, searchPath), symbol, out slot);
        }
    }
}
