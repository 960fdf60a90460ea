using System.Diagnostics;

namespace Ffi.Tests.Callbacks;

public class CallbackProcessTests
{
    [Theory]
    [InlineData("call-after-dispose", "Native code called the ended callback after it was disposed.")]
    [InlineData("call-after-return", "Native code called a System.Func<int, int, int> after the function that it was passed to had returned.")]
    [InlineData("throw-in-retained", "An exception left the callback (_, _) => throw new InvalidTimeZoneException(\"no such zone\")")]
    [InlineData("throw-in-static", "An exception left the callback Callbacks.Throw")]
    [InlineData("throw-in-report", "A handler of NativeCallback.ExceptionReported threw")]
    public async Task Process_ThatCannotGoOn_EndsAndNamesTheCallback(string ending, string message)
    {
        (int exitCode, string error) = await Run(ending);

        Assert.NotEqual(1, exitCode);
        Assert.NotEqual(2, exitCode);
        Assert.Contains(message, error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Process_WhoseNativeThreadsCallOn_ExitsAsItMeantTo()
    {
        (int exitCode, string error) = await Run("exit-while-called");

        Assert.Equal(42, exitCode);
        Assert.Empty(error);
    }

    private static async Task<(int ExitCode, string Error)> Run(string ending)
    {
        var start = new ProcessStartInfo(Environment.ProcessPath!, ["exec", Path.Combine(AppContext.BaseDirectory, "Ffi.Tests.CallbackProcess.dll"), ending]) { RedirectStandardError = true };
        // The crash is what is tested; no dump of it is wanted.
        start.Environment["DOTNET_DbgEnableMiniDump"] = "0";
        using Process process = Process.Start(start)!;
        using var patience = new CancellationTokenSource(TimeSpan.FromMinutes(2));
        string error = await process.StandardError.ReadToEndAsync(patience.Token);
        await process.WaitForExitAsync(patience.Token);
        return (process.ExitCode, error);
    }
}
