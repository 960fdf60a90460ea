using System.Runtime;
using Ffi.Tests.Testing;

namespace Ffi.Tests.Memory;

/// <summary>Makes the collector move what it can, without pause, until disposed: fills the heap with holes and compacts it.</summary>
internal sealed class CompactingCollector : IDisposable
{
    private readonly Thread _thread;
    private volatile bool _isStopped;
    private int _collections;

    public CompactingCollector()
    {
        _thread = new(Run) { IsBackground = true };
        _thread.Start();
    }

    /// <summary>How often it has compacted so far.</summary>
    public int Collections => Volatile.Read(ref _collections);

    public void Dispose()
    {
        _isStopped = true;
        _thread.JoinOrFail();
    }

    private void Run()
    {
        List<byte[]> kept = [];
        for (int i = 0; !_isStopped; i++)
        {
            for (int j = 0; j < 200; j++)
            {
                byte[] block = new byte[500 + (j * 7)];
                if (j % 2 == 0)
                {
                    kept.Add(block);
                }
            }

            if (kept.Count > 4000)
            {
                kept.RemoveRange(0, 3000);
            }

            GCSettings.LargeObjectHeapCompactionMode = GCLargeObjectHeapCompactionMode.CompactOnce;
            GC.Collect(i % 4 == 0 ? 2 : 1, GCCollectionMode.Forced, blocking: true, compacting: true);
            Interlocked.Increment(ref _collections);
        }
    }
}
