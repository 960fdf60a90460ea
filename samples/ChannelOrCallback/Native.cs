using Ffi;

namespace ChannelOrCallback;

/// <summary>native/sharedmemory/channel.c</summary>
[NativeLibrary("sharedmemory")]
internal static unsafe partial class Native
{
    [NativeFunction("channel_write")] public static partial nint StartWriter(Writer* writer);
    [NativeFunction("thread_join")] public static partial void Join(nint thread);
    [NativeFunction("channel_call_back")] public static partial void CallBack(uint count, delegate* unmanaged<Sample*, void> receive);

    /// <summary><c>struct sample</c></summary>
    internal readonly record struct Sample(ulong Number, uint Writer, uint Check);

    /// <summary><c>struct writer</c></summary>
    internal record struct Writer(nint Channel, uint Id, uint Count, uint Batch, uint Written = 0);
}
