namespace Ffi;

/// <summary>How a wait on a channel ended.</summary>
public enum ChannelState
{
    /// <summary>There is a record to read, or room to write one.</summary>
    Ready,

    /// <summary>The channel is closed: nothing can be written, or everything has been read.</summary>
    Closed,

    /// <summary>The timeout expired.</summary>
    TimedOut,

    /// <summary>The timeout expired, and the next record is one that a writer claimed and never published: it hangs, or has died. What was
    /// published before it has been read; what was published behind it can't be.</summary>
    Stalled,
}
