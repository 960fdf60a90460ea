namespace Ffi.Tests.Threading;

/// <summary>The C half of what threads and processes share: native/sharedmemory.</summary>
[NativeLibrary("sharedmemory")]
internal static unsafe partial class SharedMemory
{
    [NativeFunction("thread_join")] public static partial void JoinThread(nint thread);

    [NativeFunction("futex_respond_on_thread")] public static partial nint RespondOnThread(FutexResponder* responder);

    [NativeFunction("wait_group_work")] public static partial nint StartWork(NativeWork* work);
    [NativeFunction("wait_group_done")] public static partial int Done(nint group);

    [NativeFunction("channel_write")] public static partial nint StartWriter(SampleWriter* writer);
    [NativeFunction("channel_drain")] public static partial ulong Drain(nint channel);
    [NativeFunction("channel_attach")] public static partial int AttachChannel(nint channel, uint recordBytes);
    [NativeFunction("channel_detach")] public static partial void DetachChannel(nint channel);
    [NativeFunction("channel_close")] public static partial void CloseChannel(nint channel);
    [NativeFunction("channel_claim_and_forget")] public static partial void ClaimAndForget(nint channel);
    [NativeFunction("channel_write_in_process")] public static partial int WriteInProcess(SampleWriter* writer);

    [NativeFunction("process_map")] public static partial void* Map(nuint bytes);
    [NativeFunction("process_unmap")] public static partial void Unmap(void* memory, nuint bytes);
    [NativeFunction("process_respond")] public static partial int RespondInProcess(FutexResponder* responder);
    [NativeFunction("process_kill")] public static partial void KillProcess(int process);
    [NativeFunction("process_wait")] public static partial int WaitForProcess(int process);
}
