using Ffi;

namespace PluginHost;

/// <summary>Keeps the newest version of a plugin loaded. All members but <see cref="ReloadIfChanged"/> may be used on any thread
/// meanwhile.</summary>
internal sealed class Host : IDisposable
{
    private readonly string _path;
    private readonly Action<string> _log;
    private readonly IReadOnlyDictionary<string, double> _settings;

    // The loader gives a file that it has loaded already again, whatever is in it by now. So each version is loaded from a copy.
    private readonly DirectoryInfo _copies = Directory.CreateTempSubdirectory("plugin-host-");
    private volatile Plugin _plugin;
    private DateTime _loadedTime;
    private int _version;

    public Host(string path, Action<string> log, IReadOnlyDictionary<string, double> settings)
    {
        _path = path;
        _log = log;
        _settings = settings;
        _plugin = Load();
    }

    public Plugin Plugin => _plugin;

    /// <summary>Asks the plugin, or its successor where it is replaced in this very moment.</summary>
    public double Convert(double celsius)
    {
        while (true)
        {
            Plugin plugin = _plugin;
            try
            {
                return plugin.Convert(celsius);
            }
            catch (ObjectDisposedException) when (plugin != _plugin)
            {
            }
        }
    }

    /// <summary>Loads the plugin's file again if it was replaced. A version that can't be used leaves the old one in its place.</summary>
    /// <returns>Whether there is a new plugin.</returns>
    public bool ReloadIfChanged()
    {
        if (File.GetLastWriteTimeUtc(_path) == _loadedTime)
        {
            return false;
        }

        try
        {
            Plugin old = _plugin;
            _plugin = Load();
            old.Dispose();
            return true;
        }
        catch (Exception error) when (error is NativeLibraryNotFoundException or NativeSymbolNotFoundException or InvalidOperationException)
        {
            _log($"{_plugin.Name} stays: the new file is no plugin");
            return false;
        }
    }

    public void Dispose()
    {
        _plugin.Dispose();
        _copies.Delete(recursive: true);
    }

    private Plugin Load()
    {
        _loadedTime = File.GetLastWriteTimeUtc(_path);
        string copy = Path.Combine(_copies.FullName, $"{++_version}{Path.GetExtension(_path)}");
        File.Copy(_path, copy);
        return new Plugin(copy, _log, _settings);
    }
}
