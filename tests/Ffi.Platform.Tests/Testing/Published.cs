using Ffi.Tests.Testing;

namespace Ffi.Platform.Tests.Testing;

/// <summary>Programs that are published for a platform, below artifacts/platforms.</summary>
internal static class Published
{
    /// <summary>Publishes a project, which must succeed without a warning.</summary>
    /// <param name="project">Its folder below tests/.</param>
    /// <param name="publishAs">How, as the project files understand it; empty for a program that is compiled when it runs.</param>
    /// <returns>The folder of the program.</returns>
    public static async Task<string> Publish(string project, string rid, string publishAs, params string[] properties)
    {
        // One folder for all platforms: what the programs reference is built once.
        string artifacts = Repository.PathOf("artifacts/platforms");
        string folder = Path.Combine(artifacts, "programs", string.Join('-', [project, rid, publishAs, .. properties.Select(property => property.Split('=')[^1].Split('/')[^1])]).TrimEnd('-'));
        string printed = await Command.Dotnet(
        [
            "publish", Repository.PathOf($"tests/{project}"), "-c", "Release", "-o", folder, "--artifacts-path", artifacts, "-v", "q", "--nologo",
            $"-p:PublishAs={publishAs}",
            // Not by -r, which would ask for the platform's packs of every framework that the package is for.
            $"-p:ProgramRid={rid}",
            // The build that made these tests has analyzed the same sources.
            "-p:RunAnalyzers=false",
            .. properties,
        ]);
        Assert.DoesNotContain("warning", printed, StringComparison.OrdinalIgnoreCase);
        return folder;
    }
}
