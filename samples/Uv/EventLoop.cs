using System.Runtime.InteropServices;
using Ffi;

namespace Uv;

/// <summary>libuv's event loop: timers on the loop's thread, work on threads of its pool.</summary>
/// <remarks>A handle or request, its memory and its callbacks go together: once libuv says that it is done with them.</remarks>
internal sealed class EventLoop : IDisposable
{
    private readonly NativeCallback<Action<nint>> _tick, _closed, _work;
    private readonly NativeCallback<Action<nint, int>> _done;
    private readonly Dictionary<nint, Func<bool>> _timers = [];
    private readonly Dictionary<nint, (Action Work, Action Done)> _requests = [];
    private readonly nint _loop = Allocate(UvLibrary.LoopSize());

    public EventLoop()
    {
        Check(UvLibrary.InitializeLoop(_loop));
        // One callback of each kind serves all timers and requests: the address that libuv passes tells which it is.
        _tick = NativeCallback<Action<nint>>.Create(Tick);
        _closed = NativeCallback<Action<nint>>.Create(Closed);
        _work = NativeCallback<Action<nint>>.Create(Work);
        _done = NativeCallback<Action<nint, int>>.Create(Done);
    }

    /// <summary>Calls back on every tick, on the thread of <see cref="Run"/>, until the callback returns false.</summary>
    public void AddTimer(TimeSpan period, Func<bool> tick)
    {
        nint timer = Allocate(UvLibrary.HandleSize(UvLibrary.TimerHandle));
        _timers.Add(timer, tick);
        ulong milliseconds = (ulong)period.TotalMilliseconds;
        Check(UvLibrary.InitializeTimer(_loop, timer));
        Check(UvLibrary.StartTimer(timer, _tick, milliseconds, milliseconds));
    }

    /// <summary>Runs work on a thread of libuv's pool, then calls back on the thread of <see cref="Run"/>.</summary>
    public void Queue(Action work, Action done)
    {
        nint request = Allocate(UvLibrary.RequestSize(UvLibrary.WorkRequest));
        lock (_requests)
        {
            _requests.Add(request, (work, done));
        }

        Check(UvLibrary.QueueWork(_loop, request, _work, _done));
    }

    /// <summary>Runs until there is nothing left to wait for.</summary>
    public void Run() => UvLibrary.Run(_loop, mode: 0);

    /// <summary>Ends the loop, which must have run to its end.</summary>
    public void Dispose()
    {
        Check(UvLibrary.CloseLoop(_loop));
        Free(_loop);
        _tick.Dispose();
        _closed.Dispose();
        _work.Dispose();
        _done.Dispose();
    }

    private void Tick(nint timer)
    {
        if (!_timers[timer]())
        {
            UvLibrary.Close(timer, _closed);
        }
    }

    private void Closed(nint timer)
    {
        _timers.Remove(timer);
        Free(timer);
    }

    private void Work(nint request)
    {
        Action work;
        lock (_requests)
        {
            work = _requests[request].Work;
        }

        work();
    }

    private void Done(nint request, int status)
    {
        Action done;
        lock (_requests)
        {
            done = _requests[request].Done;
            _requests.Remove(request);
        }

        Free(request);
        done();
    }

    private static void Check(int result)
    {
        if (result < 0)
        {
            throw new InvalidOperationException(UvLibrary.ErrorMessage(result));
        }
    }

    private static unsafe nint Allocate(nuint size) => (nint)NativeMemory.AllocZeroed(size);

    private static unsafe void Free(nint memory) => NativeMemory.Free((void*)memory);
}
