using System.IO.Compression;
using System.Runtime.InteropServices;
using Ffi.Tests.Testing;

namespace Ffi.Tool.Tests.Packaging;

/// <summary>The tool and the runtime as users get them: packed once, into a folder that they are installed from.</summary>
public sealed class PackagedTool : IAsyncLifetime
{
    private static readonly string[] s_hidden = ["/usr/include", "/usr/lib/gcc", "/usr/lib/llvm-14"];

    // The folder above shared/Microsoft.NETCore.App/10.0.0. The tests' own program may be `dotnet` or one beside the tests.
    private static readonly string s_dotnet = Path.GetFullPath(Path.Combine(RuntimeEnvironment.GetRuntimeDirectory(), "../../.."));

    private readonly string _folder = Directory.CreateTempSubdirectory("ffi-packaged-").FullName;

    private string Feed => Path.Combine(_folder, "feed");

    private string Programs => Path.Combine(_folder, "bin");

    public async Task InitializeAsync()
    {
        if (NamespacesFactAttribute.Obstacle is null)
        {
            // `dotnet tool install` makes the command executable with the one, and MSBuild runs commands with the other.
            Directory.CreateDirectory(Programs);
            File.CreateSymbolicLink(Path.Combine(Programs, "chmod"), "/bin/chmod");
            File.CreateSymbolicLink(Path.Combine(Programs, "sh"), "/bin/sh");
            await Command.Dotnet("pack", Repository.PathOf("src/Ffi"), "-c", "Release", "-o", Feed, "-v", "q");
            await Command.Dotnet("pack", Repository.PathOf("src/Ffi.Tool"), "-c", "Release", "-o", Feed, "-v", "q");
        }
    }

    /// <summary>Makes this folder's packages the only ones that are found in another.</summary>
    public void WriteSourcesTo(string folder) => File.WriteAllText(
        Path.Combine(folder, "nuget.config"),
        $"""<configuration><packageSources><clear /><add key="local" value="{Feed}" /></packageSources></configuration>""");

    /// <summary>The names of the files in a package.</summary>
    public IReadOnlyList<string> FilesOf(string package)
    {
        using ZipArchive archive = ZipFile.OpenRead(Directory.GetFiles(Feed, package + ".0.*.nupkg").Single());
        return [.. archive.Entries.Select(static entry => entry.FullName)];
    }

    /// <summary>Runs a program where there are no system headers, no compiler, no other libclang, and nothing on the path but .NET,
    /// <c>chmod</c> and <c>sh</c>.</summary>
    /// <param name="folder">The current folder.</param>
    /// <param name="program">The program: a name, or a path below the folder.</param>
    /// <param name="arguments">Its arguments.</param>
    internal Task<CommandResult> RunBare(string folder, string program, params string[] arguments)
    {
        string hidden = string.Concat(s_hidden.Where(Directory.Exists).Select(static path => $"mount -t tmpfs none {path} && "));
        // Kept from the child: everything else that is set here, a compiler's variables among it.
        string environment =
            $"HOME=\"{_folder}\" NUGET_PACKAGES=\"{_folder}/cache\" DOTNET_NOLOGO=1 DOTNET_CLI_TELEMETRY_OPTOUT=1 MSBUILDDISABLENODEREUSE=1 UseSharedCompilation=false DOTNET_ROOT=\"{s_dotnet}\" PATH=\"{s_dotnet}:{Programs}\"";
        string command = $"{hidden}exec env -i {environment} \"$@\"";
        return Command.Run("unshare", ["-rm", "sh", "-c", command, "sh", program, .. arguments], folder);
    }

    public Task DisposeAsync()
    {
        Directory.Delete(_folder, recursive: true);
        return Task.CompletedTask;
    }
}
