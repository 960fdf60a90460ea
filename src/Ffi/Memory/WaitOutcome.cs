namespace Ffi;

/// <summary>What became of an asynchronous wait.</summary>
internal enum WaitOutcome
{
    /// <summary>Nobody waits.</summary>
    None,

    /// <summary>The wait is running.</summary>
    Waiting,

    /// <summary>The operation has ended.</summary>
    Ended,

    /// <summary>The timeout expired; the operation continues.</summary>
    TimedOut,

    /// <summary>The caller gave up waiting; the operation continues.</summary>
    Cancelled,
}
