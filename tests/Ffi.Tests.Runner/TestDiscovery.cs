using Xunit.Abstractions;

namespace Ffi.Tests.Runner;

/// <summary>Collects the test cases of an assembly that are to run.</summary>
internal sealed class TestDiscovery(TestSelection selection, TextWriter output) : MessageSink
{
    public List<ITestCase> Cases { get; } = [];

    /// <summary>How many were not taken for a reason that was printed.</summary>
    public int LeftOut { get; private set; }

    public override bool OnMessage(IMessageSinkMessage message)
    {
        if (message is ITestCaseDiscoveryMessage { TestCase: { } test })
        {
            Add(test);
        }
        else if (message is IDiscoveryCompleteMessage)
        {
            Finish();
        }

        return true;
    }

    private void Add(ITestCase test)
    {
        string className = test.TestMethod.TestClass.Class.Name;
        if (!className.Contains(selection.Part, StringComparison.Ordinal))
        {
            return;
        }

        if (selection.ReasonAgainst(className, test.TestMethod.Method.Name) is { } reason)
        {
            LeftOut++;
            output.WriteLine($"skipped {test.DisplayName}: {reason}");
            return;
        }

        Cases.Add(test);
    }
}
