namespace Ffi.Samples.Tests;

/// <summary>A fact that needs libgit2 and the program git: skipped where one is missing, but not on the Linux build machines.</summary>
[AttributeUsage(AttributeTargets.Method)]
internal sealed class GitFactAttribute : FactAttribute
{
    public GitFactAttribute()
    {
        if (!OperatingSystem.IsLinux())
        {
            Skip = "libgit2.so is a name of Linux.";
        }
        else if (Environment.GetEnvironmentVariable("CI") != "true" && Missing() is { } missing)
        {
            Skip = $"{missing} is not installed here.";
        }
    }

    private static string? Missing()
    {
        bool hasGit = Environment.GetEnvironmentVariable("PATH")!.Split(':').Any(static folder => File.Exists(Path.Combine(folder, "git")));
        return !hasGit ? "git" : NativeModule.TryLoad("git2", out _) ? null : "libgit2";
    }
}
