using Ffi.Tests.Testing;
using Ffi.Tool.Tests.Testing;

namespace Ffi.Tool.Tests;

/// <summary>The bindings of the samples are what <c>ffi bind</c> makes of their recipes today, and their READMEs show what it
/// prints.</summary>
public sealed class SampleBindingTests
{
    private const string Indent = "    ";

    public static TheoryData<string> Samples =>
    [
        .. Directory.EnumerateFiles(Repository.PathOf("samples"), "*.ffi-bind", SearchOption.AllDirectories)
            .Select(static recipe => Path.GetFileName(Path.GetDirectoryName(recipe)!))
            .Order(StringComparer.Ordinal),
    ];

    [HeaderTheory]
    [MemberData(nameof(Samples))]
    public void Binding_IsWhatItsRecipeGives_AndItsReadmeShowsWhatIsPrinted(string sample)
    {
        ToolRun run = ToolRun.Of("bind", "--check", "-o", Repository.PathOf($"samples/{sample}"));

        Assert.True(run.ExitCode == 0, $"Run: ffi bind -o samples/{sample}\n{run.Output}{run.Error}");
        Assert.Equal(Shown(sample), run.Output);
    }

    // The second block of indented lines behind the heading: the first is the command, the second what it prints.
    private static string Shown(string sample)
    {
        string readme = File.ReadAllText(Repository.PathOf($"samples/{sample}/README.md")).ReplaceLineEndings("\n");
        string command = $"\n{Indent}ffi bind -o samples/{sample}\n";
        Assert.Contains(command, readme, StringComparison.Ordinal);
        return string.Concat(readme[(readme.IndexOf(command, StringComparison.Ordinal) + command.Length)..]
            .Split('\n')
            .SkipWhile(static line => !line.StartsWith(Indent, StringComparison.Ordinal))
            .TakeWhile(static line => line.StartsWith(Indent, StringComparison.Ordinal))
            .Select(static line => line[Indent.Length..] + "\n"));
    }

    /// <summary>A theory that needs the headers of Debian's libraries, in Debian's versions: skipped elsewhere, but not in CI.</summary>
    [AttributeUsage(AttributeTargets.Method)]
    private sealed class HeaderTheoryAttribute : TheoryAttribute
    {
        public HeaderTheoryAttribute()
        {
            const string VersionFile = "/etc/debian_version";
            bool isDebian12 = File.Exists(VersionFile) && File.ReadAllText(VersionFile).StartsWith("12", StringComparison.Ordinal);
            if (Environment.GetEnvironmentVariable("CI") != "true" && !(isDebian12 && File.Exists("/usr/include/git2.h")))
            {
                Skip = "The headers of Debian 12 are not installed here (see .ci/run).";
            }
        }
    }
}
