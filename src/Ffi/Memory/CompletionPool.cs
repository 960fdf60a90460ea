using System.Runtime.InteropServices;

namespace Ffi;

/// <summary>Completions for reuse. Their memory is never freed, and their tickets count on: native code that signals too late, whatever
/// became of the operation, meets memory that is a completion still, and a ticket that is stale.</summary>
internal static unsafe class CompletionPool
{
    private const int CacheLine = 64;

    private static readonly Lock s_gate = new();
    private static readonly Stack<nint> s_free = new();

    public static CompletionWords* Take()
    {
        lock (s_gate)
        {
            if (s_free.TryPop(out nint free))
            {
                return (CompletionWords*)free;
            }
        }

        CompletionWords* completion = (CompletionWords*)NativeMemory.AlignedAlloc(CacheLine, CacheLine);
        NativeMemory.Clear(completion, CacheLine);
        completion->Withdraw();
        completion->SetDoorbell(CompletionThread.Doorbell);
        return completion;
    }

    public static void Put(CompletionWords* completion)
    {
        lock (s_gate)
        {
            s_free.Push((nint)completion);
        }
    }
}
