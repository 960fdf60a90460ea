namespace Ffi;

/// <summary>Tells waiting threads, managed or native, that something changed. For conditions that are more than one word.</summary>
/// <remarks>
/// <para>Waiting: <c>int ticket = signal.Listen();</c> look; if there is nothing, <c>signal.Wait(ticket);</c> and look again. Notifying:
/// change, then <see cref="Notify"/>. A change after the look ends the wait, so no wake-up is lost. A notification without a waiting thread
/// costs one load.</para>
/// <para>C code gets its half from <c>native/include/ffi_signal.h</c>. Any thread may call any member but <see cref="Dispose"/>; none
/// allocates.</para>
/// </remarks>
public sealed unsafe class NativeSignal : IDisposable
{
    private readonly NativeBlock _block = new((nuint)sizeof(SignalWords));

    /// <summary>The address of the <c>struct ffi_signal</c> that native code notifies.</summary>
    public nint Address => (nint)Words;

    internal SignalWords* Words
    {
        get
        {
            ObjectDisposedException.ThrowIf(_block.IsClosed, this);
            return (SignalWords*)_block.Pointer;
        }
    }

    /// <summary>Announces that the caller is about to wait. The caller must look once more before it waits.</summary>
    /// <returns>What to pass to <see cref="Wait(int, TimeSpan)"/>.</returns>
    public int Listen() => Words->Listen();

    /// <summary>Sleeps until a notification that came after <see cref="Listen"/>.</summary>
    /// <param name="ticket">What <see cref="Listen"/> returned.</param>
    /// <param name="timeout">The longest time to wait.</param>
    /// <returns>Why the wait ended; it may have ended without a reason.</returns>
    public FutexResult Wait(int ticket, TimeSpan timeout) => Words->Wait(ticket, timeout);

    /// <summary>Sleeps until a notification that came after <see cref="Listen"/>.</summary>
    /// <param name="ticket">What <see cref="Listen"/> returned.</param>
    /// <returns>Never <see cref="FutexResult.TimedOut"/>; it may have ended without a reason.</returns>
    public FutexResult Wait(int ticket) => Words->Wait(ticket, Timeout.InfiniteTimeSpan);

    /// <summary>Wakes all waiting threads. Call it after the change that they wait for.</summary>
    public void Notify() => Words->Notify();

    /// <summary>Frees the memory, as soon as no channel uses it. Native code must not use it any more.</summary>
    public void Dispose() => _block.Dispose();

    internal void AddUser()
    {
        bool added = false;
        _block.DangerousAddRef(ref added);
    }

    internal void RemoveUser() => _block.DangerousRelease();
}
