namespace Ffi;

/// <summary>Who may wait on a futex and wake it. Waiter and waker must name the same scope, or they don't meet.</summary>
public enum FutexScope
{
    /// <summary>Threads of this process. The faster one.</summary>
    Private,

    /// <summary>Threads of every process that maps the memory. Not on Windows, whose <c>WaitOnAddress</c> ends at the process.</summary>
    Shared,
}
