namespace Ffi;

/// <summary>Thrown behind a native call in checked mode whose declaration does not say what the library did.</summary>
public sealed class NativeFaultException : Exception
{
    internal NativeFaultException(NativeFaultReport report)
        : base(report.Message)
    {
        Report = report;
        HelpLink = $"https://github.com/ffi-net/ffi/blob/main/docs/diagnostics/{report.Id}.md";
    }

    /// <summary>What was found.</summary>
    public NativeFaultReport Report { get; }
}
