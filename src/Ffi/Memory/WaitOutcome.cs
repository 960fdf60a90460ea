namespace Ffi;

/// <summary>What became of an asynchronous wait.</summary>
internal enum WaitOutcome
{
    /// <summary>Nobody waits.</summary>
    None,

    /// <summary>It is under way.</summary>
    Waiting,

    /// <summary>The operation has ended.</summary>
    Ended,

    /// <summary>The time was up; the operation goes on.</summary>
    TimedOut,

    /// <summary>The caller gave up waiting; the operation goes on.</summary>
    Cancelled,
}
