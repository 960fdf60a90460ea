using Ffi.Tests.Testing;

namespace Ffi.Bindgen.Tests.Testing;

/// <summary>Runs Windows programs, in a Windows of these tests' own below artifacts/.</summary>
internal static class Wine
{
    private static readonly string s_prefix = Repository.PathOf("artifacts/wine-bindgen");

    private static readonly Lazy<Task> s_boot = new(static () =>
    {
        Directory.CreateDirectory(s_prefix);
        return Start(s_prefix, ["wineboot", "-i"]);
    });

    /// <summary>The loader; null where wine is not installed. Debian keeps it off the path.</summary>
    public static string? Loader { get; } = Compilers.Find("wine64") ?? (File.Exists("/usr/lib/wine/wine64") ? "/usr/lib/wine/wine64" : null);

    /// <summary>Runs a program of a folder.</summary>
    public static async Task<CommandResult> Run(string folder, string program)
    {
        await s_boot.Value;
        return await Start(folder, [Path.Combine(folder, program)]);
    }

    private static Task<CommandResult> Start(string folder, string[] arguments) => Command.Run(
        Loader ?? throw new InvalidOperationException("wine is not installed."), arguments, folder, $"WINEPREFIX={s_prefix}", "WINEDEBUG=-all");
}
