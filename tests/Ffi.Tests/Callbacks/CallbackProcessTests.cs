using Ffi.Tests.Testing;

namespace Ffi.Tests.Callbacks;

public class CallbackProcessTests
{
    [Theory]
    [InlineData("call-after-dispose", "Native code called the ended callback after it was disposed.")]
    [InlineData(
        "call-after-return",
        "Native code called a System.Func<int, int, int> after the function that it was passed to had returned.")]
    [InlineData("throw-in-retained", "An exception left the callback (_, _) => throw new InvalidTimeZoneException(\"no such zone\")")]
    [InlineData("throw-in-static", "An exception left the callback Callbacks.Throw")]
    [InlineData("throw-in-report", "A handler of NativeCallback.ExceptionReported threw")]
    public async Task Process_ThatCannotGoOn_EndsAndNamesTheCallback(string ending, string message)
    {
        CommandResult result = await Run(ending);

        Assert.NotEqual(1, result.ExitCode);
        Assert.NotEqual(2, result.ExitCode);
        Assert.Contains(message, result.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Process_WhoseNativeThreadsCallOn_ExitsAsItMeantTo()
    {
        CommandResult result = await Run("exit-while-called");

        Assert.Equal(42, result.ExitCode);
        Assert.Empty(result.Error);
    }

    // The crash is what is tested; no dump of it is wanted.
    private static Task<CommandResult> Run(string ending) =>
        Command.Run(
            Environment.ProcessPath!,
            ["exec", Path.Combine(AppContext.BaseDirectory, "Ffi.Tests.CallbackProcess.dll"), ending],
            environment: "DOTNET_DbgEnableMiniDump=0");
}
