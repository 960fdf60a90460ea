using System.Diagnostics;
using System.Globalization;

namespace Ffi.Benchmarks.Startup;

/// <summary>Ffi's package, packed for a run of the command: with a version that no machine has restored before, in a feed of its
/// own.</summary>
/// <param name="Folder">The folder that the programs are written below.</param>
/// <param name="Version">The package's version.</param>
internal sealed record StartupPackage(string Folder, string Version)
{
    /// <summary>The variables with which `dotnet` restores it: into a folder that goes away with the programs.</summary>
    public IReadOnlyDictionary<string, string> Environment { get; } =
        new Dictionary<string, string> { ["NUGET_PACKAGES"] = Path.Combine(Folder, "packages") };

    /// <summary>Packs it.</summary>
    /// <returns>The package; null where it can't be packed here, which is said.</returns>
    public static StartupPackage? Pack(string folder)
    {
        string version = "0.1.0-startup." + DateTime.UtcNow.ToString("yyyyMMddHHmmss", CultureInfo.InvariantCulture);
        string feed = Path.Combine(folder, "feed");
        string machine = System.Environment.GetEnvironmentVariable("NUGET_PACKAGES")
            ?? Path.Combine(System.Environment.GetFolderPath(System.Environment.SpecialFolder.UserProfile), ".nuget/packages");
        File.WriteAllText(Path.Combine(folder, "nuget.config"), $"""
            <configuration>
              <packageSources><add key="ffi" value="{feed}" /></packageSources>
              <fallbackPackageFolders><add key="machine" value="{machine}" /></fallbackPackageFolders>
            </configuration>
            """);
        string project = Path.Combine(Repository.Folder, "src/Ffi");
        return Dotnet(["pack", project, "-c", "Release", "-o", feed, $"-p:Version={version}", "-v", "q", "--nologo"])
            ? new StartupPackage(folder, version)
            : null;
    }

    /// <summary>Runs `dotnet`, and prints what it said if it fails.</summary>
    public static bool Dotnet(string[] arguments, IReadOnlyDictionary<string, string>? environment = null)
    {
        ProcessStartInfo start = new("dotnet", arguments) { RedirectStandardOutput = true };
        foreach ((string name, string value) in environment ?? new Dictionary<string, string>())
        {
            start.Environment[name] = value;
        }

        using Process dotnet = Process.Start(start)!;
        string messages = dotnet.StandardOutput.ReadToEnd();
        dotnet.WaitForExit();
        if (dotnet.ExitCode != 0)
        {
            Console.Error.WriteLine(messages);
        }

        return dotnet.ExitCode == 0;
    }
}
