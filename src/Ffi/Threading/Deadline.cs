using System.Diagnostics;

namespace Ffi;

/// <summary>When a wait of several steps must end.</summary>
internal readonly struct Deadline
{
    private readonly TimeSpan _timeout;
    private readonly long _start;

    public Deadline(TimeSpan timeout)
    {
        if (timeout != Timeout.InfiniteTimeSpan)
        {
            ArgumentOutOfRangeException.ThrowIfLessThan(timeout, TimeSpan.Zero);
        }

        _timeout = timeout;
        _start = timeout > TimeSpan.Zero ? Stopwatch.GetTimestamp() : 0;
    }

    /// <summary>What is left for the next step; zero when the timeout has expired.</summary>
    public TimeSpan Left => _timeout <= TimeSpan.Zero ? _timeout
        : _timeout - Stopwatch.GetElapsedTime(_start) is var left && left > TimeSpan.Zero ? left
        : TimeSpan.Zero;
}
