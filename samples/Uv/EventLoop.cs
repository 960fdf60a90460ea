using System.Runtime.InteropServices;
using Ffi;

namespace Uv;

/// <summary>libuv's event loop: timers on the loop's thread, work on threads of its pool.</summary>
/// <remarks>A handle or request, its memory and its callbacks go together: once libuv says that it is done with them.</remarks>
internal sealed class EventLoop : IDisposable
{
    private readonly NativeCallback<TimerCb> _tick;
    private readonly NativeCallback<CloseCb> _closed;
    private readonly NativeCallback<WorkCb> _work;
    private readonly NativeCallback<AfterWorkCb> _done;
    private readonly Dictionary<nint, Func<bool>> _timers = [];
    private readonly Dictionary<Work, (Action Work, Action Done)> _requests = [];
    private readonly Loop _loop = new(Allocate(UvLibrary.LoopSize()));

    public EventLoop()
    {
        Check(UvLibrary.LoopInit(_loop));
        // One callback of each kind serves all timers and requests: the address that libuv passes tells which it is.
        _tick = NativeCallback<TimerCb>.Create(Tick);
        _closed = NativeCallback<CloseCb>.Create(Closed);
        _work = NativeCallback<WorkCb>.Create(DoWork);
        _done = NativeCallback<AfterWorkCb>.Create(Done);
    }

    /// <summary>Calls back on every tick, on the thread of <see cref="Run"/>, until the callback returns false.</summary>
    public void AddTimer(TimeSpan period, Func<bool> tick)
    {
        UvTimer timer = new(Allocate(UvLibrary.HandleSize(HandleType.Timer)));
        _timers.Add(timer.Address, tick);
        ulong milliseconds = (ulong)period.TotalMilliseconds;
        Check(UvLibrary.TimerInit(_loop, timer));
        Check(UvLibrary.TimerStart(timer, _tick, milliseconds, milliseconds));
    }

    /// <summary>Runs work on a thread of libuv's pool, then calls back on the thread of <see cref="Run"/>.</summary>
    public void Queue(Action work, Action done)
    {
        Work request = new(Allocate(UvLibrary.ReqSize(ReqType.Work)));
        lock (_requests)
        {
            _requests.Add(request, (work, done));
        }

        Check(UvLibrary.QueueWork(_loop, request, _work, _done));
    }

    /// <summary>Runs until there is nothing left to wait for.</summary>
    public void Run() => UvLibrary.Run(_loop, RunMode.Default);

    /// <summary>Ends the loop, which must have run to its end.</summary>
    public void Dispose()
    {
        Check(UvLibrary.LoopClose(_loop));
        Free(_loop.Address);
        _tick.Dispose();
        _closed.Dispose();
        _work.Dispose();
        _done.Dispose();
    }

    private void Tick(UvTimer timer)
    {
        if (!_timers[timer.Address]())
        {
            // A uv_timer_t begins with a uv_handle_t.
            UvLibrary.Close(new Handle(timer.Address), _closed);
        }
    }

    private void Closed(Handle timer)
    {
        _timers.Remove(timer.Address);
        Free(timer.Address);
    }

    private void DoWork(Work request)
    {
        Action work;
        lock (_requests)
        {
            work = _requests[request].Work;
        }

        work();
    }

    private void Done(Work request, int status)
    {
        Action done;
        lock (_requests)
        {
            done = _requests[request].Done;
            _requests.Remove(request);
        }

        Free(request.Address);
        done();
    }

    private static void Check(int result)
    {
        if (result < 0)
        {
            throw new InvalidOperationException(UvLibrary.Strerror(result));
        }
    }

    private static unsafe nint Allocate(nuint size) => (nint)NativeMemory.AllocZeroed(size);

    private static unsafe void Free(nint memory) => NativeMemory.Free((void*)memory);
}
