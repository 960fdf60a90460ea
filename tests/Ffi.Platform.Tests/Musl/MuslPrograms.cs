using Ffi.Platform.Tests.Testing;
using Ffi.Tests.Testing;

namespace Ffi.Platform.Tests.Musl;

/// <summary>Runs programs for musl's C library, beside the C library that the machine has.</summary>
/// <remarks>.NET's own native code for musl is linked to a libstdc++ for musl, which Debian doesn't have. The one for glibc serves, over a
/// shim with the few symbols that musl lacks (<c>musl/shim.c</c>). That is a rig for tests: a musl system such as Alpine needs none of
/// it.</remarks>
internal static class MuslPrograms
{
    public const string Packages = "musl musl-tools";

    // What programs for musl name as their interpreter.
    private const string Loader = "/lib/ld-musl-x86_64.so.1";

    /// <summary>Why musl programs can't be made or run here; null where they can.</summary>
    public static string? Obstacle { get; } =
        Tool.Obstacle("Runs programs for musl, on x86-64 Linux", Packages, Tool.Find("musl-gcc"), File.Exists(Loader) ? Loader : null);

    public static async Task<CommandResult> Run(string folder, string program, params string[] arguments)
    {
        await Prepare(folder);
        return await Command.Run(
            Path.Combine(folder, program),
            arguments,
            folder,
            $"LD_LIBRARY_PATH={folder}",
            "DOTNET_SYSTEM_GLOBALIZATION_INVARIANT=1",
            // CI installs the libraries that tests call for glibc alone: what isn't there for musl is skipped, with its reason.
            "CI=false",
            "FFI_TRACE_TESTS=1");
    }

    private static async Task Prepare(string folder)
    {
        foreach (string library in (string[])["libstdc++.so.6", "libgcc_s.so.1"])
        {
            File.Copy(Path.Combine("/lib/x86_64-linux-gnu", library), Path.Combine(folder, library), overwrite: true);
        }

        // glibc's libstdc++ asks for glibc's loader by name.
        CommandResult compiled = await Command.Run(
            "musl-gcc",
            [
                "-shared",
                "-fPIC",
                "-O1",
                "-o",
                Path.Combine(folder, "ld-linux-x86-64.so.2"),
                Repository.PathOf("tests/Ffi.Platform.Tests/Musl/shim.c"),
            ]);
        Assert.True(compiled.ExitCode == 0, compiled.Error);
    }
}
