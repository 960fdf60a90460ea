using Ffi.Platform.Tests.Testing;
using Ffi.Tests.Testing;

namespace Ffi.Platform.Tests.Windows;

/// <summary>Runs Windows programs, in a Windows of the tests' own below artifacts/.</summary>
internal static class Wine
{
    private static readonly string s_prefix = Repository.PathOf("artifacts/wine");

    private static readonly Lazy<Task> s_boot = new(Boot);

    /// <summary>The loader; null where wine is not installed.</summary>
    public static string? Loader { get; } = Tool.Find("wine64", "wine");

    /// <summary>The C compiler that makes Windows libraries; null where it is not installed.</summary>
    public static string? Compiler { get; } = Tool.Find("x86_64-w64-mingw32-gcc");

    private static string Server => Tool.Find("wineserver") ?? throw new InvalidOperationException("wine's server is not installed.");

    /// <summary>Runs a program of a folder.</summary>
    public static async Task<CommandResult> Run(string folder, string program, params string[] arguments)
    {
        await s_boot.Value;
        return await Start(folder, [Path.Combine(folder, program), .. arguments]);
    }

    private static async Task Boot()
    {
        Directory.CreateDirectory(s_prefix);
        // Its server stays for half a minute after a program. Without it, each program starts a whole Windows, which takes seconds.
        // It would keep the pipes of its parent, so it gets none.
        await Start("sh", s_prefix, ["-c", "\"$0\" -p30 > /dev/null 2>&1", Server]);
        await Start(s_prefix, ["wineboot", "-i"]);
        await Start(s_prefix, ["winecfg", "-v", "win10"]);
    }

    private static Task<CommandResult> Start(string folder, string[] arguments) =>
        Start(Loader ?? throw new InvalidOperationException("wine is not installed."), folder, arguments);

    private static Task<CommandResult> Start(string program, string folder, string[] arguments) => Command.Run(
        program,
        arguments,
        folder,
        $"WINEPREFIX={s_prefix}",
        "WINEDEBUG=-all",
        // Each of these ends the process under wine 8: freeing code that is mapped twice, and suspending a thread for a background
        // collection.
        "DOTNET_EnableWriteXorExecute=0",
        "DOTNET_gcConcurrent=0",
        // Where the process ends, the last line names the test.
        "FFI_TRACE_TESTS=1");
}
