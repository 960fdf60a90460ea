namespace PluginHost;

/// <summary>Plays the developer who builds the plugin anew while the host runs.</summary>
internal static class PluginFile
{
    /// <summary>A plugin that was compiled with the sample.</summary>
    public static string Compiled(string name) => Path.Combine(
        AppContext.BaseDirectory,
        OperatingSystem.IsWindows() ? name + ".dll" : OperatingSystem.IsMacOS() ? $"lib{name}.dylib" : $"lib{name}.so");

    /// <summary>Puts a new file in the place of another, all at once.</summary>
    public static void Replace(string path, byte[] contents)
    {
        string next = path + ".next";
        DateTime time = File.Exists(path) ? File.GetLastWriteTimeUtc(path).AddSeconds(1) : DateTime.UtcNow;
        File.WriteAllBytes(next, contents);
        File.SetLastWriteTimeUtc(next, time);
        File.Move(next, path, overwrite: true);
    }
}
