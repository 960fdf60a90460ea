namespace Ffi;

/// <summary>Why a wait on a futex returned.</summary>
public enum FutexResult
{
    /// <summary>Somebody woke it, or the wait ended without a reason. Look at the word again.</summary>
    Woken,

    /// <summary>The word didn't hold the expected value; there was no wait.</summary>
    Changed,

    /// <summary>The time was up.</summary>
    TimedOut,
}
