using System.Diagnostics;

namespace Ffi;

/// <summary>What all pinned buffers share: the report of those that were never returned.</summary>
public static class PinnedBuffer
{
    /// <summary>Raised on the finalizer thread when the collector finds a buffer that was rented and forgotten. Its memory is
    /// freed.</summary>
    /// <remarks>If nothing subscribes, the report goes to <see cref="Trace"/>. A buffer that native code holds is not forgotten.</remarks>
    public static event Action<PinnedBufferLeak>? Leaked;

    internal static void Report(PinnedBufferLeak leak)
    {
        if (Leaked is { } listeners)
        {
            listeners(leak);
        }
        else
        {
            Trace.TraceWarning(leak.ToString());
        }
    }
}
