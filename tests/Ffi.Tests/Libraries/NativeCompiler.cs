using System.Diagnostics;

namespace Ffi.Tests.Libraries;

/// <summary>Builds small shared libraries with the machine's C compiler, in a folder that goes away with the test.</summary>
internal sealed class NativeCompiler : IDisposable
{
    public string Folder { get; } = Directory.CreateTempSubdirectory("ffi-native-").FullName;

    /// <summary>Compiles sources of native/unloadable, whose folder is beside the tests.</summary>
    /// <returns>The library's path.</returns>
    public string Compile(string fileName, string arguments, string source = "unloadable.c")
    {
        string path = Path.Combine(Folder, fileName);
        // A mapped file must not be written to; a new one takes its name.
        File.Delete(path);
        Run($"-shared -fPIC -O2 -o {path} {Path.Combine(AppContext.BaseDirectory, "unloadable", source)} {arguments}");
        return path;
    }

    /// <summary>Compiles a text.</summary>
    /// <returns>The library's path.</returns>
    public string CompileText(string fileName, string text, string arguments = "")
    {
        string source = Path.Combine(Folder, fileName + ".c");
        File.WriteAllText(source, text);
        string path = Path.Combine(Folder, fileName);
        Run($"-shared -fPIC -O2 -o {path} {source} {arguments}");
        return path;
    }

    public void Dispose() => Directory.Delete(Folder, recursive: true);

    private static void Run(string arguments)
    {
        using Process compiler = Process.Start(
            new ProcessStartInfo(Environment.GetEnvironmentVariable("CC") ?? "cc", arguments) { RedirectStandardError = true }
        )!;
        string errors = compiler.StandardError.ReadToEnd();
        compiler.WaitForExit();
        Assert.True(compiler.ExitCode == 0, $"cc {arguments}\n{errors}");
    }
}
