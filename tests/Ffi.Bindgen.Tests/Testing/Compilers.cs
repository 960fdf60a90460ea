using Ffi.Tests.Testing;

namespace Ffi.Bindgen.Tests.Testing;

/// <summary>The C compilers that say what is right.</summary>
internal static class Compilers
{
    private const string ForWindows = "x86_64-w64-mingw32-gcc";

    private static readonly string[] s_forLinux = ["gcc", "clang-14"];

    /// <summary>What is not installed; null if nothing.</summary>
    public static string? Missing =>
        s_forLinux.Append(ForWindows).FirstOrDefault(static name => Find(name) is null) ?? (Wine.Loader is null ? "wine64" : null);

    /// <summary>The path of a program; null if it is not installed.</summary>
    public static string? Find(string name) =>
        (Environment.GetEnvironmentVariable("PATH") ?? "")
            .Split(Path.PathSeparator)
            .Select(folder => Path.Combine(folder, name))
            .FirstOrDefault(File.Exists);

    /// <summary>Builds a program with each compiler for Linux, runs it, and gives what they printed.</summary>
    public static async Task<IReadOnlyList<string>> RunOnLinux(string source, string[] arguments)
    {
        List<string> outputs = [];
        foreach (string compiler in s_forLinux)
        {
            using SourceFolder folder = new(source);
            await Compile(compiler, folder, "program", arguments);
            outputs.Add(await Checked(Command.Run(folder.PathOf("program"), [], folder.Path)));
        }

        return outputs;
    }

    /// <summary>Builds a program for Windows, and runs it under wine.</summary>
    public static async Task<string> RunOnWindows(string source, string[] arguments)
    {
        using SourceFolder folder = new(source);
        await Compile(ForWindows, folder, "program.exe", arguments);
        return await Checked(Wine.Run(folder.Path, "program.exe"));
    }

    /// <summary>The lines that a compiler doesn't take.</summary>
    public static async Task<IReadOnlySet<int>> LinesWithErrors(string source, string[] arguments)
    {
        using SourceFolder folder = new(source);
        CommandResult result = await Command.Run(
            "gcc",
            ["-fsyntax-only", "-fmax-errors=0", "-std=gnu17", "-w", "program.c", .. arguments],
            folder.Path);
        return result
            .Error.Split('\n')
            .Where(static line =>
                line.Contains(": error: ", StringComparison.Ordinal) && line.StartsWith("program.c:", StringComparison.Ordinal))
            .Select(static line => int.Parse(line.Split(':')[1], System.Globalization.CultureInfo.InvariantCulture))
            .ToHashSet();
    }

    private static async Task Compile(string compiler, SourceFolder folder, string output, string[] arguments) =>
        await Checked(Command.Run(compiler, ["-std=gnu17", "-w", "-O0", "program.c", "-o", output, .. arguments], folder.Path));

    private static async Task<string> Checked(Task<CommandResult> run)
    {
        CommandResult result = await run;
        Assert.True(result.ExitCode == 0, result.Error[..Math.Min(result.Error.Length, 4000)] + result.Output);
        return result.Output.Replace("\r", "");
    }

    private sealed class SourceFolder : IDisposable
    {
        private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("ffi-oracle-");

        public SourceFolder(string source) => File.WriteAllText(PathOf("program.c"), source);

        public string Path => _folder.FullName;

        public string PathOf(string name) => System.IO.Path.Combine(Path, name);

        public void Dispose() => _folder.Delete(recursive: true);
    }
}
