using System.CommandLine;
using Ffi.Tool.Commands;
using Ffi.Tool.Output;

namespace Ffi.Tool;

/// <summary>The command <c>ffi</c>.</summary>
internal static class FfiTool
{
    /// <summary>Runs one command line.</summary>
    /// <returns>One of <see cref="ExitCode"/>.</returns>
    public static int Run(string[] arguments, ToolConsole console)
    {
        ParseResult line = CreateRoot(console).Parse(arguments);
        int code;
        try
        {
            code = line.Invoke(
                new InvocationConfiguration
                {
                    Output = console.Output,
                    Error = console.Error,
                    EnableDefaultExceptionHandler = false,
                });
        }
        catch (Exception failure) when (failure is IOException or UnauthorizedAccessException)
        {
            console.WriteProblem(new Problem(failure.Message));
            return ExitCode.CannotRead;
        }
        catch (BadImageFormatException failure)
        {
            console.WriteProblem(new Problem($"An assembly is damaged: {failure.Message}"));
            return ExitCode.CannotRead;
        }

        return line.Errors.Count > 0 ? ExitCode.CannotRead : code;
    }

    internal static RootCommand CreateRoot(ToolConsole console) =>
        new("Reads C headers, binds them, and checks declarations in .NET assemblies against them.")
        {
            VerifyCommand.Create(console),
            ReadCommand.Create(console),
            ListCommand.Create(console),
            ExplainCommand.Create(console),
            DiffCommand.Create(console),
            BindCommand.Create(console),
        };
}
