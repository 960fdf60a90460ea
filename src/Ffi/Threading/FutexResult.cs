namespace Ffi;

/// <summary>Why a wait on a futex returned.</summary>
public enum FutexResult
{
    /// <summary>Another thread woke it, or the wait ended without a reason. Look at the word again.</summary>
    Woken,

    /// <summary>The word didn't hold the expected value; there was no wait.</summary>
    Changed,

    /// <summary>The timeout expired.</summary>
    TimedOut,
}
