using System.Runtime.InteropServices;
using Ffi;

namespace Callbacks;

/// <summary>libuv's event loop: timers on the loop's thread, work on threads of its pool.</summary>
public sealed unsafe partial class EventLoop : IDisposable
{
    private const int TimerHandle = 13;
    private const int WorkRequest = 7;

    // libuv keeps each address until its handle is closed or its request is done; all are by the time the loop has run.
    private readonly List<IDisposable> _retained = [];
    private readonly List<nint> _memory = [];
    private readonly nint _loop;

    public EventLoop()
    {
        _loop = Allocate(Uv.LoopSize());
        Check(Uv.InitializeLoop(_loop));
    }

    /// <summary>Calls back on every tick until the callback returns false.</summary>
    public void AddTimer(TimeSpan period, Func<bool> tick)
    {
        nint timer = Allocate(Uv.HandleSize(TimerHandle));
        Check(Uv.InitializeTimer(_loop, timer));
        ulong milliseconds = (ulong)period.TotalMilliseconds;
        Check(Uv.StartTimer(timer, Retain(handle =>
        {
            if (!tick())
            {
                Uv.Close(handle, null);
            }
        }), milliseconds, milliseconds));
    }

    /// <summary>Runs work on a thread of libuv's pool, then calls back on the loop's thread.</summary>
    public void Queue(Action work, Action done)
    {
        nint request = Allocate(Uv.RequestSize(WorkRequest));
        var after = NativeCallback<Action<nint, int>>.Create((_, _) => done());
        _retained.Add(after);
        Check(Uv.QueueWork(_loop, request, Retain(_ => work()), after));
    }

    /// <summary>Runs until there is nothing left to wait for.</summary>
    public void Run() => Uv.Run(_loop, 0);

    /// <inheritdoc/>
    public void Dispose()
    {
        Check(Uv.CloseLoop(_loop));
        _retained.ForEach(static callback => callback.Dispose());
        _memory.ForEach(static memory => NativeMemory.Free((void*)memory));
    }

    private static void Check(int result)
    {
        if (result != 0)
        {
            throw new InvalidOperationException($"libuv: error {result}");
        }
    }

    private NativeCallback<Action<nint>> Retain(Action<nint> callback)
    {
        var retained = NativeCallback<Action<nint>>.Create(callback);
        _retained.Add(retained);
        return retained;
    }

    private nint Allocate(nuint size)
    {
        nint memory = (nint)NativeMemory.AllocZeroed(size);
        _memory.Add(memory);
        return memory;
    }

    [NativeLibrary("uv")]
    private static partial class Uv
    {
        [NativeFunction("uv_loop_size")] public static partial nuint LoopSize();

        [NativeFunction("uv_handle_size")] public static partial nuint HandleSize(int type);

        [NativeFunction("uv_req_size")] public static partial nuint RequestSize(int type);

        [NativeFunction("uv_loop_init")] public static partial int InitializeLoop(nint loop);

        [NativeFunction("uv_loop_close")] public static partial int CloseLoop(nint loop);

        [NativeFunction("uv_run")] public static partial int Run(nint loop, int mode);

        [NativeFunction("uv_timer_init")] public static partial int InitializeTimer(nint loop, nint timer);

        [NativeFunction("uv_timer_start")]
        public static partial int StartTimer(nint timer, [Retained(Until = "uv_close")] NativeCallback<Action<nint>> tick, ulong timeout, ulong repeat);

        [NativeFunction("uv_close")] public static partial void Close(nint handle, [Retained] NativeCallback<Action<nint>>? closed);

        [NativeFunction("uv_queue_work")]
        public static partial int QueueWork(nint loop, nint request, [Retained] NativeCallback<Action<nint>> work, [Retained] NativeCallback<Action<nint, int>> done);
    }
}
