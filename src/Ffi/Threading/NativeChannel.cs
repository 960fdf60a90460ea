namespace Ffi;

/// <summary>What channels of all record types share: closing, waiting, and waiting for several at once.</summary>
/// <remarks>Any thread may call any member but <see cref="Dispose"/>; none allocates.</remarks>
public abstract unsafe class NativeChannel : IDisposable
{
    private static uint s_turn;

    private readonly NativeBlock? _block;
    private readonly NativeSignal? _signal;
    private readonly SignalWords* _readable;
    private ChannelHeader* _header;

    private protected NativeChannel(ChannelHeader* header, NativeBlock? block, NativeSignal? signal)
    {
        signal?.AddUser();
        _header = header;
        _block = block;
        _signal = signal;
        _readable = (SignalWords*)((byte*)header + header->ReadableOffset);
    }

    /// <summary>The address of the <c>struct ffi_channel</c> that native code uses.</summary>
    public nint Address => (nint)Header;

    /// <summary>Whether nothing more can be written.</summary>
    public bool IsClosed => Header->IsClosed;

    /// <summary>Whether nothing more can be written, and everything was read.</summary>
    public bool IsCompleted => Header->IsCompleted;

    /// <summary>How many records are claimed and not read: most of them can be read.</summary>
    public int Count => Header->Count;

    private protected ChannelHeader* Header
    {
        get
        {
            ObjectDisposedException.ThrowIf(_header is null, this);
            return _header;
        }
    }

    private protected SignalWords* Readable => _readable;

    private protected abstract bool CanRead { get; }

    /// <summary>Waits until one of several channels can be read. If more than one can, they take turns.</summary>
    /// <param name="channels">Channels that were made with the same signal.</param>
    /// <param name="timeout">The longest time to wait.</param>
    /// <param name="ready">Which of the channels can be read; -1 if none can.</param>
    /// <returns><see cref="ChannelState.Closed"/> once all of them are completed.</returns>
    /// <exception cref="ArgumentException">There are no channels, or they were not made with the same signal.</exception>
    public static ChannelState Select(ReadOnlySpan<NativeChannel> channels, TimeSpan timeout, out int ready)
    {
        SignalWords* readable = SharedSignal(channels);
        Deadline deadline = new(timeout);
        while (true)
        {
            int ticket = readable->Listen();
            if ((ready = FindReadable(channels, out bool isOpen)) >= 0)
            {
                return ChannelState.Ready;
            }

            if (!isOpen)
            {
                return ChannelState.Closed;
            }

            if (readable->Wait(ticket, deadline.Left) == FutexResult.TimedOut && FindReadable(channels, out _) < 0)
            {
                return ChannelState.TimedOut;
            }
        }
    }

    /// <summary>Waits until one of several channels can be read.</summary>
    /// <param name="channels">Channels that were made with the same signal.</param>
    /// <returns>Which of the channels can be read; -1 once all of them are completed.</returns>
    /// <exception cref="ArgumentException">There are no channels, or they were not made with the same signal.</exception>
    public static int Select(params ReadOnlySpan<NativeChannel> channels)
    {
        Select(channels, Timeout.InfiniteTimeSpan, out int ready);
        return ready;
    }

    /// <summary>Waits until there is a record to read.</summary>
    /// <param name="timeout">The longest time to wait.</param>
    /// <returns>How the wait ended; <see cref="ChannelState.Closed"/> once the channel is completed.</returns>
    public ChannelState WaitToRead(TimeSpan timeout)
    {
        // A busy writer writes the next record in less time than a sleep and a wake-up take.
        for (SpinWait spin = default; !spin.NextSpinWillYield; spin.SpinOnce())
        {
            if (CanRead)
            {
                return ChannelState.Ready;
            }
        }

        Deadline deadline = new(timeout);
        while (true)
        {
            int ticket = _readable->Listen();
            if (CanRead)
            {
                return ChannelState.Ready;
            }

            if (Header->IsCompleted)
            {
                return ChannelState.Closed;
            }

            if (_readable->Wait(ticket, deadline.Left) == FutexResult.TimedOut && !CanRead)
            {
                return Header->Count > 0 ? ChannelState.Stalled : ChannelState.TimedOut;
            }
        }
    }

    /// <summary>Waits until there is a record to read.</summary>
    /// <returns>False once the channel is completed.</returns>
    public bool WaitToRead() => WaitToRead(Timeout.InfiniteTimeSpan) == ChannelState.Ready;

    /// <summary>Waits until there is room for a record.</summary>
    /// <param name="timeout">The longest time to wait.</param>
    /// <returns>How the wait ended; after <see cref="ChannelState.Ready"/>, another writer may be faster.</returns>
    public ChannelState WaitToWrite(TimeSpan timeout)
    {
        Deadline deadline = new(timeout);
        ChannelHeader* header = Header;
        while (true)
        {
            int ticket = header->Writable.Listen();
            if (header->IsClosed)
            {
                return ChannelState.Closed;
            }

            if (header->Count < header->Capacity)
            {
                return ChannelState.Ready;
            }

            if (header->Writable.Wait(ticket, deadline.Left) == FutexResult.TimedOut && header->Count >= header->Capacity)
            {
                return ChannelState.TimedOut;
            }
        }
    }

    /// <summary>Ends writing. Records that were claimed before can still be published and read. Wakes all waiting threads.</summary>
    public void Close()
    {
        Header->Close();
        _readable->NotifyAfterBarrier();
        Header->Writable.NotifyAfterBarrier();
    }

    /// <summary>Closes the channel and frees its memory; if other code made the channel, only detaches from it. No other thread may be in a
    /// call of this object.</summary>
    /// <exception cref="InvalidOperationException">Native code is attached to the channel. It is closed, and nothing is freed: wait for
    /// native code to detach, then dispose again.</exception>
    public void Dispose()
    {
        if (_header is not null)
        {
            Leave();
            _header = null;
        }

        GC.SuppressFinalize(this);
    }

    private void Leave()
    {
        if (_block is null)
        {
            Interlocked.Decrement(ref _header->NativeUsers);
            return;
        }

        Close();
        if (Volatile.Read(ref _header->NativeUsers) is var users && users != 0)
        {
            throw new InvalidOperationException(
                $"Native code is attached to this channel {users} times and may still write to its memory.");
        }

        _block.Dispose();
        _signal?.RemoveUser();
    }

    private static SignalWords* SharedSignal(ReadOnlySpan<NativeChannel> channels)
    {
        SignalWords* readable = channels.IsEmpty ? null : channels[0]._readable;
        foreach (NativeChannel channel in channels)
        {
            if (channel._readable != readable)
            {
                readable = null;
            }
        }

        return readable is not null ? readable : throw new ArgumentException(
            "Select needs channels that were created with the same signal.", nameof(channels));
    }

    private static int FindReadable(ReadOnlySpan<NativeChannel> channels, out bool isOpen)
    {
        isOpen = false;
        uint turn = s_turn++; // A race only upsets whose turn it is.
        for (uint i = 0; i < (uint)channels.Length; i++)
        {
            int index = (int)((turn + i) % (uint)channels.Length);
            if (channels[index].CanRead)
            {
                return index;
            }

            isOpen |= !channels[index].IsCompleted;
        }

        return -1;
    }
}
