// A plugin that is replaced while threads are calling it: load, reload, unload, and what happens to calls in between.
//
//     dotnet run --project samples/PluginHost

using PluginHost;

string folder = Directory.CreateTempSubdirectory("plugin-").FullName;
string path = Path.Combine(folder, "plugin" + Path.GetExtension(PluginFile.Compiled("kelvin")));
Dictionary<string, double> settings = new() { ["kelvin.offset"] = 273.15 };

PluginFile.Replace(path, File.ReadAllBytes(PluginFile.Compiled("fahrenheit")));
using (Host host = new(path, text => Console.WriteLine($"  {text}"), settings))
{
    Console.WriteLine($"100 °C is {host.Convert(100)}, unit {host.Plugin.Unit ?? "unknown"}");

    Callers callers = new(host);
    callers.WaitFor(212);

    Plugin old = host.Plugin;
    PluginFile.Replace(path, File.ReadAllBytes(PluginFile.Compiled("kelvin")));
    Console.WriteLine($"the file is replaced: {(host.ReloadIfChanged() ? "reloaded" : "nothing new")}");
    Console.WriteLine($"100 °C is {host.Convert(100)}, unit {host.Plugin.Unit ?? "unknown"}");

    callers.WaitFor(373.15);
    callers.Stop();
    Console.WriteLine($"{callers.Count} threads asked all the time: {callers.Wrong} wrong answers");

    try
    {
        old.Convert(100);
    }
    catch (ObjectDisposedException)
    {
        Console.WriteLine("the old plugin, called once more: ObjectDisposedException");
    }

    PluginFile.Replace(path, "a compiler's half-written file"u8.ToArray());
    Console.WriteLine($"the file is broken: {(host.ReloadIfChanged() ? "reloaded" : "nothing new")}");
}

Directory.Delete(folder, recursive: true);
