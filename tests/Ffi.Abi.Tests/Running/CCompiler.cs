using System.Diagnostics;

namespace Ffi.Abi.Tests.Running;

/// <summary>The machine's C compiler: <c>$CC</c>, else the first of cc, gcc and clang on the path.</summary>
internal static class CCompiler
{
    private static readonly string[] Names = ["cc", "gcc", "clang"];

    public static void Compile(string source, string library)
    {
        string[] arguments = ["-std=gnu11", "-O1", "-shared", "-fPIC", "-o", library, source];
        var compiler = new ProcessStartInfo(Find(), arguments) { RedirectStandardError = true };
        using Process process = Process.Start(compiler)!;
        string errors = process.StandardError.ReadToEnd();
        process.WaitForExit();
        Assert.True(process.ExitCode == 0, $"{compiler.FileName} {source}:\n{errors}");
    }

    private static string Find()
    {
        if (Environment.GetEnvironmentVariable("CC") is { Length: > 0 } named)
        {
            return named;
        }

        string[] folders = (Environment.GetEnvironmentVariable("PATH") ?? "").Split(Path.PathSeparator);
        string suffix = OperatingSystem.IsWindows() ? ".exe" : "";
        return Names.SelectMany(_ => folders, (name, folder) => Path.Combine(folder, name + suffix)).FirstOrDefault(File.Exists)
            ?? throw new InvalidOperationException(
                $"There is no C compiler: none of {string.Join(", ", Names)} is on the path. Install one, or set CC.");
    }
}
