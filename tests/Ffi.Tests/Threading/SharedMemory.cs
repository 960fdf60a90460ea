namespace Ffi.Tests.Threading;

/// <summary>The C half of what threads and processes share: native/sharedmemory.</summary>
[NativeLibrary("sharedmemory")]
internal static unsafe partial class SharedMemory
{
    [NativeFunction("thread_join")] public static partial void JoinThread(nint thread);

    [NativeFunction("futex_respond_on_thread")] public static partial nint RespondOnThread(FutexResponder* responder);

    [NativeFunction("process_map")] public static partial void* Map(nuint bytes);
    [NativeFunction("process_unmap")] public static partial void Unmap(void* memory, nuint bytes);
    [NativeFunction("process_respond")] public static partial int RespondInProcess(FutexResponder* responder);
    [NativeFunction("process_kill")] public static partial void KillProcess(int process);
    [NativeFunction("process_wait")] public static partial int WaitForProcess(int process);
}
