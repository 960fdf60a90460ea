using Ffi.Tests.Testing;

namespace Ffi.Generators.Tests.Testing;

/// <summary>Compares text with a <c>*.verified.cs</c> file. <c>UPDATE_SNAPSHOTS=1</c> writes the files anew; a run with <c>CI</c> set never
/// does.</summary>
internal static class Snapshot
{
    private static readonly bool s_updates =
        Environment.GetEnvironmentVariable("UPDATE_SNAPSHOTS") == "1" && string.IsNullOrEmpty(Environment.GetEnvironmentVariable("CI"));

    public static string Folder { get; } = Repository.PathOf("tests/Ffi.Generators.Tests/Snapshots");

    public static void Verify(string name, string actual)
    {
        string path = PathOf(name);
        if (s_updates)
        {
            File.WriteAllText(path, actual);
        }

        Assert.True(
            File.Exists(path),
            $"No snapshot {path}. UPDATE_SNAPSHOTS=1 dotnet test writes it; then read it as you would read code.");
        string expected = File.ReadAllText(path).ReplaceLineEndings("\n");
        Assert.True(
            expected == actual,
            $"{name} is written differently. If that is right, run UPDATE_SNAPSHOTS=1 dotnet test and read the difference.\n\n{actual}");
    }

    private static string PathOf(string name) => Path.Combine(Folder, name + ".verified.cs");
}
