namespace Ffi;

/// <summary>What checked mode does once it has raised <see cref="NativeChecks.Reported"/>.</summary>
public enum NativeFaultPolicy
{
    /// <summary>The checked call that finds something throws. What is found elsewhere, as at the end of the process, goes to standard
    /// error.</summary>
    Throw,

    /// <summary>Nothing. Where nobody listens to the event, the report goes to standard error.</summary>
    Report,

    /// <summary>The process ends with the report.</summary>
    EndProcess,
}
