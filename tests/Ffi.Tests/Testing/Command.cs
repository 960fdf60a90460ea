using System.Diagnostics;
using System.Text;

namespace Ffi.Tests.Testing;

/// <summary>A program that a test runs to its end.</summary>
internal static class Command
{
    // No program of the tests takes this long, not even in an emulator on a loaded machine: it ends one that hangs.
    private static readonly TimeSpan s_patience = TimeSpan.FromMinutes(40);

    /// <summary>Runs a program, and waits for it.</summary>
    /// <param name="environment">Variables to set, as NAME=value.</param>
    public static async Task<CommandResult> Run(string program, string[] arguments, string? folder = null, params string[] environment)
    {
        var start = new ProcessStartInfo(program, arguments)
        {
            WorkingDirectory = folder ?? "",
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        RemoveBuildVariables(start);
        foreach (string[] variable in environment.Select(variable => variable.Split('=', 2)))
        {
            start.Environment[variable[0]] = variable[1];
        }

        using Process process = Process.Start(start)!;
        process.StandardInput.Close();
        StringBuilder output = new();
        StringBuilder errors = new();
        process.OutputDataReceived += (_, line) => output.Append(line.Data).Append(line.Data is null ? "" : "\n");
        process.ErrorDataReceived += (_, line) => errors.Append(line.Data).Append(line.Data is null ? "" : "\n");
        process.BeginOutputReadLine();
        process.BeginErrorReadLine();
        using var patience = new CancellationTokenSource(s_patience);
        try
        {
            await process.WaitForExitAsync(patience.Token);
            return new CommandResult(process.ExitCode, output.ToString(), errors.ToString());
        }
        catch (OperationCanceledException)
        {
            process.Kill(entireProcessTree: true);
            throw new TimeoutException(
                $"{program} {string.Join(' ', arguments)} took more than {s_patience.TotalMinutes} minutes, and printed\n{output}{errors}");
        }
    }

    /// <summary>Runs `dotnet`, which must succeed.</summary>
    /// <returns>What it printed.</returns>
    public static async Task<string> Dotnet(params string[] arguments)
    {
        CommandResult result = await Run("dotnet", arguments);
        Assert.True(result.ExitCode == 0, $"dotnet {string.Join(' ', arguments)}\n{result.Output}{result.Error}");
        return result.Output;
    }

    // A build that a test starts must not take itself for a part of the one that started the tests.
    private static void RemoveBuildVariables(ProcessStartInfo start)
    {
        foreach (
            string name in start.Environment.Keys.Where(name => name.StartsWith("MSBUILD", StringComparison.OrdinalIgnoreCase)).ToList())
        {
            start.Environment.Remove(name);
        }

        // What is to be rewritten is what this process compares, not what a program does that it runs.
        start.Environment.Remove("UPDATE_SNAPSHOTS");
        // Build nodes that outlived the build would keep its output open.
        start.Environment["MSBUILDDISABLENODEREUSE"] = "1";
    }
}
