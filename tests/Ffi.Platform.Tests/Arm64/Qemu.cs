using Ffi.Platform.Tests.Testing;
using Ffi.Tests.Testing;

namespace Ffi.Platform.Tests.Arm64;

/// <summary>Runs arm64 programs on another processor, by qemu's emulation of Linux processes.</summary>
internal static class Qemu
{
    public const string Packages =
        "qemu-user-static gcc-aarch64-linux-gnu libc6-dev-arm64-cross libstdc++6-arm64-cross libgcc-s1-arm64-cross";

    // Where Debian's are passed packages have the C library of arm64.
    private const string Libraries = "/usr/aarch64-linux-gnu";

    private static readonly string? s_emulator = Tool.Find("qemu-aarch64-static", "qemu-aarch64");

    /// <summary>Why arm64 programs can't be made or run here; null where they can.</summary>
    public static string? Obstacle { get; } =
        Tool.Obstacle("Runs arm64 programs in an emulator, on Linux", Packages, s_emulator, Tool.Find("aarch64-linux-gnu-gcc"));

    public static Task<CommandResult> Run(string folder, string program, params string[] arguments) => Command.Run(
        s_emulator ?? throw new InvalidOperationException("qemu is not installed."),
        ["-L", Libraries, Path.Combine(folder, program), .. arguments],
        folder,
        // qemu 7.2 does not see that code has changed which is written through one mapping and run through another.
        "DOTNET_EnableWriteXorExecute=0",
        "DOTNET_SYSTEM_GLOBALIZATION_INVARIANT=1",
        "FFI_CALLS=20000",
        // CI installs what tests call for its own processor alone: what isn't there for this one is skipped, with its reason.
        "CI=false",
        // Where the process hangs, the last line names the test.
        "FFI_TRACE_TESTS=1");
}
