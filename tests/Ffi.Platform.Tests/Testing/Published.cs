using Ffi.Tests.Testing;

namespace Ffi.Platform.Tests.Testing;

/// <summary>Programs that are published for a platform, below artifacts/platforms.</summary>
internal static class Published
{
    // One folder for all platforms: what the programs reference is built once.
    private static readonly string s_artifacts = Repository.PathOf("artifacts/platforms");

    // One publish at a time: it takes all processors there are, and two would build the same references.
    private static readonly SemaphoreSlim s_turn = new(1);

    // What has been published, and with which properties: its references are built, whatever the platform.
    private static readonly HashSet<string> s_built = [];

    /// <summary>Publishes a project, which must succeed without a warning.</summary>
    /// <param name="project">Its folder below tests/.</param>
    /// <param name="publishAs">How, as the project files understand it; empty for a program that is compiled when it runs.</param>
    /// <returns>The folder of the program.</returns>
    public static async Task<string> Publish(string project, string rid, string publishAs, params string[] properties)
    {
        string folder = Path.Combine(
            s_artifacts,
            "programs",
            string.Join('-', [project, rid, publishAs, .. properties.Select(LastWord)]).TrimEnd('-'));
        string references = string.Join(' ', [project, .. properties]);
        await s_turn.WaitAsync();
        try
        {
            string printed = await Command.Dotnet([
                "publish",
                Repository.PathOf($"tests/{project}"),
                "-c", "Release", "-o", folder, "--artifacts-path", s_artifacts, "-v", "q", "--nologo",
                $"-p:PublishAs={publishAs}",
                // Not by -r, which would ask for the platform's packs of every framework that the package is for.
                $"-p:ProgramRid={rid}",
                // The build that made these tests has analyzed the same sources.
                "-p:RunAnalyzers=false",
                $"-p:BuildProjectReferences={!s_built.Contains(references)}",
                .. properties,
            ]);
            s_built.Add(references);
            Assert.DoesNotContain("warning", printed, StringComparison.OrdinalIgnoreCase);
            return folder;
        }
        finally
        {
            s_turn.Release();
        }
    }

    private static string LastWord(string property) => property.Split('=', '/')[^1];
}
