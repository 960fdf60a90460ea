using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace Ffi.CompilerServices;

/// <summary>Binds the functions of a static library type: loads the library at the first call, for the life of the process.</summary>
/// <remarks>Generated code calls this, and keeps it to itself; programs don't have to. Its methods lock their object: for a lock of its
/// own, a program would load another assembly before its first native call.</remarks>
/// <param name="declaringType">The type whose assembly the search starts at.</param>
/// <param name="name">The library's name where the operating system has no name of its own.</param>
/// <param name="linux">The name on Linux, where it differs.</param>
/// <param name="macOS">The name on macOS, where it differs.</param>
/// <param name="windows">The name on Windows, where it differs.</param>
/// <param name="searchPath">Where to look, as <see cref="DefaultDllImportSearchPathsAttribute"/> says; null if it says nothing.</param>
public sealed class LibraryBinding(
    Type declaringType,
    string name,
    string? linux = null,
    string? macOS = null,
    string? windows = null,
    DllImportSearchPath? searchPath = null) : ISymbolBinder
{
    private LoadedLibrary? _library;

    /// <summary>Whether the library is there. Loads it, if it is not loaded yet.</summary>
    /// <remarks>A library that is not there is looked for each time.</remarks>
    public bool IsAvailable
    {
        [MethodImpl(MethodImplOptions.Synchronized)]
        get => TryGetLibrary() is not null;
    }

    /// <summary>Starts binding all symbols at once.</summary>
    /// <returns>What takes the slots, one by one.</returns>
    public EagerBinding BindAll() => new(this);

    /// <summary>Looks a symbol up and keeps its address.</summary>
    /// <param name="slot">Where the address is kept. Looked up only while it holds 0.</param>
    /// <param name="symbol">The symbol's name.</param>
    /// <param name="isVariadic">Whether the C function ends in <c>...</c>, so that it is called through a
    /// <see cref="VariadicThunk"/>.</param>
    /// <returns>The address, never 0.</returns>
    /// <remarks>On any thread. The library is loaded once, and one symbol is looked up once; after a failure the next call tries
    /// again.</remarks>
    /// <exception cref="NativeLibraryNotFoundException">The library can't be loaded.</exception>
    /// <exception cref="NativeSymbolNotFoundException">The library has no symbol of that name.</exception>
    public nint Bind(ref nint slot, string symbol, bool isVariadic = false) =>
        TryBind(ref slot, symbol, isVariadic, isOneOfMany: false) ? slot : throw Missing([symbol]);

    /// <summary>Looks a symbol up and keeps its address, if there is one.</summary>
    /// <param name="slot">Where the address is kept. Looked up only while it holds 0.</param>
    /// <param name="symbol">The symbol's name.</param>
    /// <param name="isVariadic">Whether the C function ends in <c>...</c>, so that it is called through a
    /// <see cref="VariadicThunk"/>.</param>
    /// <returns>Whether the library is there, and has the symbol.</returns>
    [MethodImpl(MethodImplOptions.Synchronized)]
    public bool TryBind(ref nint slot, string symbol, bool isVariadic = false) =>
        TryGetLibrary() is not null && TryBind(ref slot, symbol, isVariadic, isOneOfMany: false);

    /// <summary>Looks a variable's symbol up and keeps its address.</summary>
    /// <param name="slot">Where the address is kept. Looked up only while it holds 0.</param>
    /// <param name="symbol">The symbol's name.</param>
    /// <returns>The address, never 0.</returns>
    /// <exception cref="NativeLibraryNotFoundException">The library can't be loaded.</exception>
    /// <exception cref="NativeSymbolNotFoundException">The library has no symbol of that name, or it is a function's.</exception>
    [MethodImpl(MethodImplOptions.Synchronized)]
    public nint BindVariable(ref nint slot, string symbol) =>
        slot != 0 ? slot : slot = SymbolLookup.Variable(DynamicLoader.Find(Library.Handle, symbol), Library.Path, symbol);

    /// <summary>Looks a variable's symbol up and keeps its address, if there is one.</summary>
    /// <param name="slot">Where the address is kept. Looked up only while it holds 0.</param>
    /// <param name="symbol">The symbol's name.</param>
    /// <returns>Whether the library is there, and has a variable of that name.</returns>
    [MethodImpl(MethodImplOptions.Synchronized)]
    public bool TryBindVariable(ref nint slot, string symbol)
    {
        if (slot == 0 && TryGetLibrary() is { } library)
        {
            slot = SymbolLookup.OptionalVariable(DynamicLoader.Find(library.Handle, symbol));
        }

        return slot != 0;
    }

    bool ISymbolBinder.TryBind(ref nint slot, string symbol, bool isVariadic) => TryBind(ref slot, symbol, isVariadic, isOneOfMany: true);

    [MethodImpl(MethodImplOptions.Synchronized)]
    private bool TryBind(ref nint slot, string symbol, bool isVariadic, bool isOneOfMany)
    {
        if (slot == 0)
        {
            nint library = Library.Handle;
            slot = isOneOfMany ? SymbolLookup.Find(library, symbol, isVariadic) : SymbolLookup.FindOne(library, symbol, isVariadic);
        }

        return slot != 0;
    }

    private LoadedLibrary Library => _library ??= DeclaredLibrary.Load(NameHere, declaringType.Assembly, searchPath, isOptional: false)!;

    private LoadedLibrary? TryGetLibrary() =>
        _library ??= DeclaredLibrary.Load(NameHere, declaringType.Assembly, searchPath, isOptional: true);

    private string NameHere =>
        (OperatingSystem.IsWindows() ? windows : OperatingSystem.IsMacOS() ? macOS : linux) ?? name;

    private NativeSymbolNotFoundException Missing(IReadOnlyList<string> symbols) =>
        NativeSymbolNotFoundException.For(
            _library?.Path ?? NameHere,
            symbols,
            symbol => _library is { Handle: var library } && SymbolLookup.HasData(library, symbol));

    NativeSymbolNotFoundException ISymbolBinder.Missing(IReadOnlyList<string> symbols) => Missing(symbols);
}
