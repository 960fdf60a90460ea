using System.Diagnostics.CodeAnalysis;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using Ffi.CompilerServices;

namespace Ffi;

/// <summary>A loaded native library.</summary>
/// <remarks>
/// <para>A module stays loaded until it is disposed; one that is never disposed stays for the life of the process. The operating system
/// counts loads, so two modules of one file are independent: the file is unloaded when both are disposed.</para>
/// <para>All members may be used on any thread, also while another thread disposes the module.</para>
/// </remarks>
public sealed partial class NativeModule : INativeSymbolSource, IDisposable
{
    private readonly LoadedLibrary _library;
    private readonly bool _isProcess;
    private ModuleTenants? _tenants;
    private ModuleLease? _lease;
    private bool _isDisposed;

    private NativeModule(LoadedLibrary library, bool isProcess = false)
    {
        _library = library;
        _isProcess = isProcess;
    }

    /// <summary>The program itself, with the libraries that it was linked to. It can't be unloaded: disposing it does nothing.</summary>
    public static NativeModule Process { get; } = new(
        new LoadedLibrary(NativeLibrary.GetMainProgramHandle(), Environment.ProcessPath ?? ""), isProcess: true);

    /// <summary>The file that was loaded, as the operating system tells it.</summary>
    public string Path
    {
        get
        {
            lock (Gate)
            {
                return _library.Path;
            }
        }
    }

    /// <summary>Loads a library.</summary>
    /// <param name="name">
    /// <para>A path, which is used as it is; or a name, such as <c>"sqlite3"</c>. A name is looked for in
    /// <c>runtimes/&lt;rid&gt;/native</c> and in the application's folder, then by the operating system.</para>
    /// <para>The platform's prefix and suffix are added if they are missing. On Linux and macOS a name without a version also finds
    /// the versioned file (<c>libsqlite3.so.0</c>), the highest version first; no development package has to be installed.</para>
    /// <para><see cref="NativeLibraryPaths"/> may have chosen another file for a name.</para>
    /// </param>
    /// <returns>The module. The caller disposes it, or leaves it loaded.</returns>
    /// <exception cref="NativeLibraryNotFoundException">No candidate could be loaded. The message lists each, and why it
    /// failed.</exception>
    public static NativeModule Load(string name)
    {
        ArgumentException.ThrowIfNullOrEmpty(name);
        return new NativeModule(LibraryLoader.Load(name));
    }

    /// <summary>Loads a library, if it is there.</summary>
    /// <param name="name">A name or a path, as <see cref="Load(string)"/> takes it.</param>
    /// <param name="module">The module; null if no candidate could be loaded.</param>
    /// <returns>Whether the library was loaded.</returns>
    public static bool TryLoad(string name, [NotNullWhen(true)] out NativeModule? module)
    {
        ArgumentException.ThrowIfNullOrEmpty(name);
        module = LibraryLoader.TryLoad(name) is { } library ? new NativeModule(library) : null;
        return module is not null;
    }

    /// <summary>Looks one symbol up.</summary>
    /// <param name="name">The symbol's name, exactly as the library exports it.</param>
    /// <returns>The symbol's address, never 0. It is valid until the module is unloaded. Nothing prevents its use after that.</returns>
    /// <exception cref="NativeSymbolNotFoundException">The library has no symbol of that name.</exception>
    /// <exception cref="ObjectDisposedException">The module was disposed.</exception>
    public nint GetSymbol(string name) =>
        TryGetSymbol(name, out nint address) ? address : throw NativeSymbolNotFoundException.For(Path, [name]);

    /// <inheritdoc/>
    /// <remarks>Allocates nothing for names of up to 255 bytes.</remarks>
    /// <exception cref="ObjectDisposedException">The module was disposed.</exception>
    public bool TryGetSymbol(string name, out nint address)
    {
        ArgumentNullException.ThrowIfNull(name);
        lock (Gate)
        {
            address = _isDisposed ? throw Unloaded(Path, name) : FindWhileLoaded(name);
            return address != 0;
        }
    }

    /// <summary>Unloads the library.</summary>
    /// <remarks>
    /// <para>Functions that are called from now on throw <see cref="ObjectDisposedException"/>. Calls that are running on other threads
    /// continue. The library is then unloaded by a garbage collection after the last of them has returned. If no call is running, it is
    /// unloaded before this method returns.</para>
    /// <para>Runs a blocking garbage collection if functions were bound to the module. May be called more than once.</para>
    /// <para>Some libraries can't be unloaded and stay mapped: those linked with <c>-z nodelete</c>, and C++ libraries with unique
    /// symbols.</para>
    /// </remarks>
    public void Dispose()
    {
        lock (Gate)
        {
            if (_isDisposed || _isProcess)
            {
                return;
            }

            // Messages need it later, and the operating system tells it only now.
            _ = _library.Path;
            _isDisposed = true;
            foreach (IModuleTenant tenant in _tenants?.TakeAll() ?? [])
            {
                tenant.Retire();
            }
        }

        if (TakeLease() is { } lease)
        {
            ModuleLease.Unload(lease, _library.Handle);
        }
        else
        {
            DynamicLoader.Close(_library.Handle);
        }
    }

    /// <summary>Held while a symbol is looked up, and while the module and what keeps its addresses change. The module's tables share it:
    /// one lock a symbol, and no order of locks to keep.</summary>
    internal Lock Gate { get; } = new();

    /// <summary>The address of a symbol, 0 if there is none. The caller knows that the module is not disposed meanwhile.</summary>
    internal nint FindWhileLoaded(string symbol) => DynamicLoader.Find(_library.Handle, symbol);

    /// <summary>The address of a function, 0 if there is none. The caller knows that the module is not disposed meanwhile.</summary>
    internal nint FindFunctionWhileLoaded(string symbol) =>
        CompilerServices.SymbolLookup.FunctionAt(_library.Handle, FindWhileLoaded(symbol), symbol);

    /// <summary>Whether the module has a symbol that is no function.</summary>
    internal bool HasData(string symbol)
    {
        lock (Gate)
        {
            return !_isDisposed && CompilerServices.SymbolLookup.HasData(_library.Handle, symbol);
        }
    }

    /// <summary>Refuses to call a symbol that is data.</summary>
    internal void ThrowIfData(nint address, string symbol)
    {
        lock (Gate)
        {
            if (!_isDisposed && CodeAddress.IsData(_library.Handle, address) == true)
            {
                throw NativeSymbolNotFoundException.For(_library.Path, [symbol], static _ => true);
            }
        }
    }

    /// <summary>Takes in something that keeps addresses of this module, gives it the lease, and retires it when the module is
    /// disposed.</summary>
    internal void Admit(IModuleTenant tenant)
    {
        if (_isProcess)
        {
            return;
        }

        lock (Gate)
        {
            ObjectDisposedException.ThrowIf(_isDisposed, this);
            (_tenants ??= new ModuleTenants()).Add(tenant);
            tenant.Hold(_lease ??= new ModuleLease());
        }
    }

    internal static ObjectDisposedException Unloaded(string? library, string? symbol) =>
        new(nameof(NativeModule), $"'{symbol}' can't be called: its library '{library}' was unloaded.");

    // Not inlined, for the same reason as in ModuleLease.
    [MethodImpl(MethodImplOptions.NoInlining)]
    private WeakReference<ModuleLease>? TakeLease()
    {
        WeakReference<ModuleLease>? lease = _lease is null ? null : new WeakReference<ModuleLease>(_lease, trackResurrection: true);
        _lease = null;
        return lease;
    }
}
