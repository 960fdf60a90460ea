using Ffi.Tests.Testing;

namespace Ffi.Package.Tests;

/// <summary>A test that clones the repository.</summary>
[AttributeUsage(AttributeTargets.Method)]
internal sealed class CloneFactAttribute : FactAttribute
{
    public CloneFactAttribute()
    {
        // A worktree's .git is a file.
        if (Environment.GetEnvironmentVariable("CI") != "true" && !Path.Exists(Repository.PathOf(".git")))
        {
            Skip = "These sources are no clone of a git repository.";
        }
    }
}
