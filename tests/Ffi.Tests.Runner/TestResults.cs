using Xunit.Abstractions;

namespace Ffi.Tests.Runner;

/// <summary>Counts results, and prints those that a reader wants to see.</summary>
internal sealed class TestResults(string assemblyName, int leftOut, TextWriter output) : MessageSink
{
    // Names the test that a process ends in.
    private static readonly bool s_traces = Environment.GetEnvironmentVariable("FFI_TRACE_TESTS") == "1";

    private readonly Lock _lock = new();
    private int _passed;
    private int _failed;
    private int _skipped = leftOut;

    public bool IsGreen => _failed == 0 && _passed > 0;

    public override bool OnMessage(IMessageSinkMessage message)
    {
        lock (_lock)
        {
            Count(message);
        }

        if (message is ITestAssemblyFinished)
        {
            output.WriteLine($"{assemblyName}: Failed: {_failed}, Passed: {_passed}, Skipped: {_skipped}");
            Finish();
        }

        return true;
    }

    private void Count(IMessageSinkMessage message)
    {
        switch (message)
        {
            case ITestStarting starting when s_traces:
                output.WriteLine($"starting {starting.Test.DisplayName}");
                break;
            case ITestPassed:
                _passed++;
                break;
            case ITestSkipped skipped:
                _skipped++;
                output.WriteLine($"skipped {skipped.Test.DisplayName}: {skipped.Reason}");
                break;
            case ITestFailed failed:
                _failed++;
                output.WriteLine($"FAILED {failed.Test.DisplayName}\n{Describe(failed)}");
                break;
            // A class that can't be made, or a fixture that can't be disposed of, fails all that depends on it.
            case IErrorMessage error:
                _failed++;
                output.WriteLine($"ERROR\n{Describe(error)}");
                break;
        }
    }

    private static string Describe(IFailureInformation failure) =>
        string.Join('\n', failure.Messages) + '\n' + string.Join('\n', failure.StackTraces);
}
