namespace Ffi.Tests.Checked.Faults;

/// <summary>A declaration, or a call, that says something else than the library does, and what it is told.</summary>
/// <param name="Name">What is wrong.</param>
/// <param name="Call">Makes the call, or several.</param>
/// <param name="Fault">What is found.</param>
/// <param name="Function">Where.</param>
/// <param name="Parameter">In which argument.</param>
/// <param name="Cure">What the message says to change.</param>
/// <param name="Honest">The same without the lie.</param>
internal sealed record Lie(string Name, Action Call, NativeFault Fault, string Function, string Parameter, string Cure, Action Honest)
{
    /// <summary>What C writes is more than there is.</summary>
    public const string Larger = "Pass as many elements as C writes, or declare the type that C has.";

    /// <summary>C writes what the declaration lets it read.</summary>
    public const string Writes = "Declare what C writes: ";

    /// <summary>C keeps the address.</summary>
    public const string Keeps = "declare the parameter [Retained(Until = …)], and pass a PinnedBuffer.";

    /// <summary>That the lie is found, and that its twin is not.</summary>
    public void Verify()
    {
        NativeChecks.Verify();
        NativeFaultException? found = Record.Exception(() =>
        {
            Call();
            NativeChecks.Verify();
        }) as NativeFaultException;
        Assert.True(found is not null, $"{Name}: nothing was found.");
        Assert.Equal((Name, Fault, Function, Parameter), (Name, found.Report.Fault, found.Report.Function, found.Report.Parameter));
        Assert.Contains(Cure, found.Message);

        Honest();
        NativeChecks.Verify();
    }
}
