namespace Ffi;

/// <summary>Blocks whose native calls have returned: poisoned, and kept for a while, so that a write through a pointer that native code
/// has kept is found.</summary>
internal static unsafe class Quarantine
{
    private const int MostBlocks = 1024;

    private static readonly Lock s_lock = new();
    private static readonly LentBlock*[] s_blocks = new LentBlock*[MostBlocks];
    private static int s_first;
    private static int s_count;
    private static int s_next;
    private static nuint s_bytes;

    // What was found while a block was let go, for the next look.
    private static readonly Queue<NativeFaultReport> s_found = new();
    private static volatile bool s_hasFound;

    static Quarantine() => AppDomain.CurrentDomain.ProcessExit += static (_, _) => NativeChecks.AtExit();

    /// <summary>Keeps a block.</summary>
    public static void Add(LentBlock* block)
    {
        block->ReturnedAt = Environment.TickCount64;
        if (block->IsPaged)
        {
            GuardPages.Revoke(block);
        }
        else
        {
            block->All.Fill(LentBlock.Poison);
        }

        lock (s_lock)
        {
            while (s_count > 0 && (s_count == MostBlocks || s_bytes + block->Total > (nuint)NativeChecks.QuarantineBytes))
            {
                LetGo();
            }

            s_blocks[(s_first + s_count++) % MostBlocks] = block;
            s_bytes += block->Total;
        }
    }

    /// <summary>Looks at one of the blocks, another one each time.</summary>
    public static NativeFaultReport? Look()
    {
        lock (s_lock)
        {
            if (s_count > 0)
            {
                s_next = (s_next + 1) % s_count;
                Keep(BlockCheck.Late(s_blocks[(s_first + s_next) % MostBlocks]));
            }

            return s_hasFound ? TakeFound() : null;
        }
    }

    /// <summary>Looks at all of the blocks.</summary>
    public static List<NativeFaultReport> LookAtAll()
    {
        lock (s_lock)
        {
            for (int index = 0; index < s_count; index++)
            {
                Keep(BlockCheck.Late(s_blocks[(s_first + index) % MostBlocks]));
            }

            List<NativeFaultReport> found = [.. s_found];
            s_found.Clear();
            s_hasFound = false;
            return found;
        }
    }

    private static void LetGo()
    {
        LentBlock* oldest = s_blocks[s_first];
        s_first = (s_first + 1) % MostBlocks;
        s_count--;
        s_bytes -= oldest->Total;
        Keep(BlockCheck.Late(oldest));
        LentBlock.Free(oldest);
    }

    private static void Keep(NativeFaultReport? report)
    {
        if (report is not null)
        {
            s_found.Enqueue(report);
            s_hasFound = true;
        }
    }

    private static NativeFaultReport TakeFound()
    {
        NativeFaultReport report = s_found.Dequeue();
        s_hasFound = s_found.Count > 0;
        return report;
    }
}
