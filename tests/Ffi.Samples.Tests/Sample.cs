using Ffi.Tests.Testing;

namespace Ffi.Samples.Tests;

/// <summary>A sample as a visitor meets it: its folder, its README, its program.</summary>
internal static class Sample
{
    public static string ReadmeOf(string name) => File.ReadAllText(Repository.PathOf($"samples/{name}/README.md")).ReplaceLineEndings("\n");

    /// <summary>What a README says that the program prints: the indented lines behind the line <c>prints</c>.</summary>
    public static string ShownOutputOf(string name) => string.Join('\n', ReadmeOf(name)
        .Split('\n')
        .SkipWhile(static line => line != "prints")
        .Skip(1)
        .TakeWhile(static line => line.Length == 0 || line.StartsWith("    ", StringComparison.Ordinal))
        .Select(static line => line.Length == 0 ? "" : line[4..])).Trim('\n');

    /// <summary>Runs the program, which the build has put beside the tests.</summary>
    public static (int ExitCode, string Output, string Errors) Run(string name, params string[] arguments)
    {
        CommandResult result = Command
            .Run(Environment.ProcessPath!, ["exec", Path.Combine(AppContext.BaseDirectory, name + ".dll"), .. arguments])
            .GetAwaiter()
            .GetResult();
        // Where the sources lie differs from machine to machine.
        string output = result.Output.ReplaceLineEndings("\n").Replace(Repository.PathOf("samples"), "samples", StringComparison.Ordinal);
        return (result.ExitCode, output.Replace("/_/samples", "samples", StringComparison.Ordinal).TrimEnd('\n'), result.Error);
    }

    public static void AssertPrintsWhatItsReadmeShows(string name)
    {
        (int exitCode, string output, string errors) = Run(name);
        Assert.True(exitCode == 0, output + errors);
        Assert.Equal(ShownOutputOf(name), output);
    }
}
