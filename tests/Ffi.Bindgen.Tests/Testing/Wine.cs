using Ffi.Tests.Testing;

namespace Ffi.Bindgen.Tests.Testing;

/// <summary>Runs Windows programs, in a Windows of these tests' own below artifacts/.</summary>
internal static class Wine
{
    private static readonly string s_prefix = Repository.PathOf("artifacts/wine-bindgen");

    private static readonly Lazy<Task> s_boot = new(Boot);

    /// <summary>The loader; null where wine is not installed. Debian keeps it off the path.</summary>
    public static string? Loader { get; } =
        Compilers.Find("wine64") ?? (File.Exists("/usr/lib/wine/wine64") ? "/usr/lib/wine/wine64" : null);

    private static string Server => Compilers.Find("wineserver") ?? "/usr/lib/wine/wineserver";

    /// <summary>Runs a program of a folder.</summary>
    public static async Task<CommandResult> Run(string folder, string program)
    {
        await s_boot.Value;
        return await Start(folder, [Path.Combine(folder, program)]);
    }

    private static async Task Boot()
    {
        Directory.CreateDirectory(s_prefix);
        // Its server stays for half a minute after a program. Without it, each program starts a whole Windows, which takes seconds.
        // It would keep the pipes of its parent, so it gets none.
        await Start("sh", s_prefix, ["-c", "\"$0\" -p30 > /dev/null 2>&1", Server]);
        await Start(s_prefix, ["wineboot", "-i"]);
    }

    private static Task<CommandResult> Start(string folder, string[] arguments) =>
        Start(Loader ?? throw new InvalidOperationException("wine is not installed."), folder, arguments);

    private static Task<CommandResult> Start(string program, string folder, string[] arguments) =>
        Command.Run(program, arguments, folder, $"WINEPREFIX={s_prefix}", "WINEDEBUG=-all");
}
