using Ffi.Tool.Output;

namespace Ffi.Tool.Tests.Testing;

/// <summary>How the tool ended inside this process, and what it printed.</summary>
internal sealed record ToolRun(int ExitCode, string Output, string Error)
{
    /// <summary>Runs one command line.</summary>
    public static ToolRun Of(params string[] arguments)
    {
        using StringWriter output = new() { NewLine = "\n" };
        using StringWriter error = new() { NewLine = "\n" };
        int code = FfiTool.Run(arguments, new ToolConsole(output, error));
        return new ToolRun(code, output.ToString(), error.ToString());
    }

    /// <summary>Runs one command line, which must find nothing.</summary>
    /// <returns>What it printed.</returns>
    public static string Clean(params string[] arguments)
    {
        ToolRun run = Of(arguments);
        Assert.True(run.ExitCode == 0, run.Output + run.Error);
        return run.Output;
    }

    /// <summary>Runs one command line, which must say that it can't read something, and print no result.</summary>
    /// <returns>What it said.</returns>
    public static string Fails(params string[] arguments)
    {
        ToolRun run = Of(arguments);
        Assert.Equal((2, ""), (run.ExitCode, run.Output));
        return run.Error;
    }
}
