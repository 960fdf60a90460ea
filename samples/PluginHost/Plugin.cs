using System.Text;
using Ffi;

namespace PluginHost;

/// <summary>One version of a plugin, from loading to unloading, and all that it may call meanwhile.</summary>
internal sealed class Plugin : IDisposable
{
    private readonly NativeModule _module;
    private readonly PluginLibrary _library;
    private readonly NativeCallback<Log> _log;
    private readonly NativeCallback<Setting> _setting;
    private readonly PinnedBuffer<HostFunctions> _host;
    private bool _isStarted;

    /// <exception cref="NativeLibraryNotFoundException">The file is no library.</exception>
    /// <exception cref="NativeSymbolNotFoundException">The library is no plugin.</exception>
    /// <exception cref="InvalidOperationException">The plugin did not start.</exception>
    public Plugin(string path, Action<string> log, IReadOnlyDictionary<string, double> settings)
    {
        // A plugin keeps the struct and calls through it on any thread, so all of it lives until the plugin has stopped.
        _log = NativeCallback<Log>.Create((_, text) => log(Encoding.UTF8.GetString(text)), OnException.Report);
        _setting = NativeCallback<Setting>.Create(
            (_, name, otherwise) => settings.GetValueOrDefault(Encoding.UTF8.GetString(name), otherwise),
            OnException.Report);
        _host = PinnedBuffer<HostFunctions>.Rent(1);
        _host.Span[0] = new(_log.Pointer, _setting.Pointer, User: 0);
        try
        {
            _module = NativeModule.Load(path);
            _library = new PluginLibrary(_module);
            Name = _library.Name();
            _isStarted = _library.Start(_host) == 0;
            Unit = _library.IsUnitAvailable ? _library.Unit() : null;
        }
        finally
        {
            if (!_isStarted)
            {
                Release();
            }
        }

        if (!_isStarted)
        {
            throw new InvalidOperationException($"The plugin {Name} did not start.");
        }
    }

    public string Name { get; }

    /// <summary>Null where the plugin is too old to tell.</summary>
    public string? Unit { get; }

    /// <exception cref="ObjectDisposedException">The plugin was unloaded. A call that was running then has finished
    /// undisturbed.</exception>
    public double Convert(double celsius) => _library.Convert(celsius);

    /// <summary>Stops and unloads the plugin.</summary>
    public void Dispose()
    {
        if (_isStarted)
        {
            _isStarted = false;
            _library.Stop();
            Release();
        }
    }

    private void Release()
    {
        _module?.Dispose();
        if (_host.IsRetained)
        {
            _host.Release();
        }

        _host.Dispose();
        _log.Dispose();
        _setting.Dispose();
    }
}
