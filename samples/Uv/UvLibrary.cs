using Ffi;

namespace Uv;

/// <summary>The part of libuv's C interface that the sample uses. libuv keeps the address of each callback, and of the memory that the caller
/// gives it for a loop, handle or request.</summary>
[NativeLibrary("uv")]
internal static partial class UvLibrary
{
    public const int TimerHandle = 13, WorkRequest = 7; // UV_TIMER, UV_WORK

    [NativeFunction("uv_loop_size")] public static partial nuint LoopSize();
    [NativeFunction("uv_handle_size")] public static partial nuint HandleSize(int type);
    [NativeFunction("uv_req_size")] public static partial nuint RequestSize(int type);
    [NativeFunction("uv_strerror")] public static partial string? ErrorMessage(int error);

    [NativeFunction("uv_loop_init")] public static partial int InitializeLoop([Retained(Until = "uv_loop_close")] nint loop);
    [NativeFunction("uv_loop_close")] public static partial int CloseLoop(nint loop);
    [NativeFunction("uv_run")] public static partial int Run(nint loop, int mode);

    [NativeFunction("uv_timer_init")] public static partial int InitializeTimer(nint loop, [Retained(Until = "uv_close")] nint timer);
    [NativeFunction("uv_timer_start")]
    public static partial int StartTimer(nint timer, [Retained(Until = "uv_close")] NativeCallback<Action<nint>> tick, ulong timeout, ulong repeat);

    [NativeFunction("uv_close")] public static partial void Close(nint handle, [Retained] NativeCallback<Action<nint>> closed);

    [NativeFunction("uv_queue_work")]
    public static partial int QueueWork(
        nint loop, [Retained] nint request, [Retained] NativeCallback<Action<nint>> work, [Retained] NativeCallback<Action<nint, int>> done);
}
