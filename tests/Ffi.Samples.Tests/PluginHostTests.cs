using PluginHost;

namespace Ffi.Samples.Tests;

public sealed class PluginHostTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("plugin-tests-").FullName;
    private readonly List<string> _log = [];
    private readonly Dictionary<string, double> _settings = new() { ["kelvin.offset"] = 273.15 };

    private string File => Path.Combine(_folder, "plugin");

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public void Plugin_CallsTheHostThroughAStructOfFunctionPointers()
    {
        Put("kelvin");
        using (Host host = new(File, _log.Add, _settings))
        {
            Assert.Equal(("kelvin", "K"), (host.Plugin.Name, host.Plugin.Unit));
            Assert.Equal(273.15 + 100, host.Convert(100));
        }

        Assert.Equal(["kelvin is ready", "kelvin says goodbye"], _log);
    }

    [Fact]
    public void Reload_OfAnUnchangedFile_DoesNothing()
    {
        Put("fahrenheit");
        using Host host = new(File, _log.Add, _settings);
        Plugin plugin = host.Plugin;

        Assert.False(host.ReloadIfChanged());
        Assert.Same(plugin, host.Plugin);
    }

    [Fact]
    public void Reload_BackAndForth_AlwaysHasTheFilesVersion()
    {
        Put("fahrenheit");
        using Host host = new(File, _log.Add, _settings);
        for (int round = 0; round < 10; round++)
        {
            Assert.Equal((212, null), (host.Convert(100), host.Plugin.Unit));
            Put("kelvin");
            Assert.True(host.ReloadIfChanged());
            Assert.Equal((373.15, "K"), (host.Convert(100), host.Plugin.Unit));
            Put("fahrenheit");
            Assert.True(host.ReloadIfChanged());
        }
    }

    [Fact]
    public void Reload_UnderCallingThreads_LosesNoCall()
    {
        Put("fahrenheit");
        using Host host = new(File, _log.Add, _settings);
        Callers callers = new(host);
        for (int round = 0; round < 5; round++)
        {
            callers.WaitFor(212);
            Put("kelvin");
            host.ReloadIfChanged();
            callers.WaitFor(373.15);
            Put("fahrenheit");
            host.ReloadIfChanged();
        }

        callers.Stop();
        Assert.Equal(0, callers.Wrong);
    }

    [Fact]
    public void OldPlugin_CalledAfterItsReload_Throws()
    {
        Put("fahrenheit");
        using Host host = new(File, _log.Add, _settings);
        Plugin old = host.Plugin;
        Put("kelvin");
        host.ReloadIfChanged();

        Assert.Throws<ObjectDisposedException>(() => old.Convert(1));
    }

    [Fact]
    public void NewVersion_ThatIsNoPluginOrDoesNotStart_LeavesTheOldOne()
    {
        Put("fahrenheit");
        using Host host = new(File, _log.Add, _settings);

        PluginFile.Replace(File, "half a file"u8.ToArray());
        Assert.False(host.ReloadIfChanged());

        _settings.Clear();
        Put("kelvin");
        Assert.False(host.ReloadIfChanged());

        Assert.Equal(212, host.Convert(100));
        Assert.Equal(
            [
                "fahrenheit is ready",
                "fahrenheit stays: the new file is no plugin",
                "kelvin needs the setting kelvin.offset",
                "fahrenheit stays: the new file is no plugin",
            ],
            _log);
    }

    private void Put(string plugin) => PluginFile.Replace(File, System.IO.File.ReadAllBytes(PluginFile.Compiled(plugin)));
}
