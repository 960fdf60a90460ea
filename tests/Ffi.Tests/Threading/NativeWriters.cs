using System.Runtime.InteropServices;

namespace Ffi.Tests.Threading;

/// <summary>Native threads that write samples: writer i in batches of the i-th size. Disposing waits for them.</summary>
internal sealed unsafe class NativeWriters : IDisposable
{
    private readonly SampleWriter* _writers;
    private readonly nint[] _threads;

    public NativeWriters(NativeChannel<Sample> channel, uint count, params uint[] batches)
    {
        _writers = (SampleWriter*)NativeMemory.AllocZeroed((nuint)(batches.Length * sizeof(SampleWriter)));
        for (int i = 0; i < batches.Length; i++)
        {
            _writers[i] = new(channel.Address, (uint)i, count, batches[i]);
        }

        _threads = [.. Enumerable.Range(0, batches.Length).Select(Start)];
    }

    public void Dispose()
    {
        Array.ForEach(_threads, SharedMemory.JoinThread);
        NativeMemory.Free(_writers);
    }

    private nint Start(int writer) => SharedMemory.StartWriter(_writers + writer);
}
