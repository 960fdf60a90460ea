using System.Reflection;

namespace Ffi.Tests.Portable;

/// <summary>Runs the tests of this assembly one after the other, and prints what failed, what was skipped, and the numbers.</summary>
public static class TestRunner
{
    // Names the test that a process ends or hangs in.
    private static readonly bool s_traces = Environment.GetEnvironmentVariable("FFI_TRACE_TESTS") == "1";

    private static int s_passed;
    private static int s_failed;
    private static int s_skipped;

    /// <param name="parts">Parts of the full names of the tests to run; none for all.</param>
    /// <returns>Whether something ran, and nothing failed.</returns>
    public static async Task<bool> RunAll(string[] parts)
    {
        foreach (
            TestCase test in TestCase
                .FindAll()
                .Where(test => parts.Length == 0 || parts.Any(part => test.Name.Contains(part, StringComparison.Ordinal))))
        {
            await Run(test);
        }

        Console.WriteLine($"Failed: {s_failed}, Passed: {s_passed}, Skipped: {s_skipped}");
        return s_failed == 0 && s_passed > 0;
    }

    private static async Task Run(TestCase test)
    {
        if ((test.Fact.Skip ?? Exceptions.ReasonAgainst(test.Name)) is { } reason)
        {
            s_skipped++;
            Console.WriteLine($"skipped {test.Name}: {reason}");
            return;
        }

        foreach (object?[] arguments in test.FindArguments())
        {
            if (s_traces)
            {
                Console.WriteLine($"starting {test.Name}({string.Join(", ", arguments)})");
            }

            try
            {
                await Call(test, arguments);
                s_passed++;
            }
            // Whatever a test throws is its failure.
            catch (Exception error)
            {
                s_failed++;
                Console.WriteLine($"FAILED {test.Name}({string.Join(", ", arguments)})\n{error}");
            }
        }
    }

    private static async Task Call(TestCase test, object?[] arguments)
    {
        object? instance = test.Create();
        try
        {
            if (test.Method.Invoke(instance, BindingFlags.DoNotWrapExceptions, binder: null, arguments, culture: null) is Task task)
            {
                await task;
            }
        }
        finally
        {
            (instance as IDisposable)?.Dispose();
        }
    }
}
