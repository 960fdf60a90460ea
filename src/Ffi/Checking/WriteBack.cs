namespace Ffi;

/// <summary>Hands the caller what native code has changed, and nothing else: a callback or another thread may have written the
/// rest.</summary>
internal static unsafe class WriteBack
{
    public static void Changes(LentBlock* block)
    {
        if (new ReadOnlySpan<byte>(LentBlock.SnapshotOf(block), block->Bytes).SequenceEqual(block->Content))
        {
            return;
        }

        // Another thread must not see half of a number.
        switch (block->ElementBytes)
        {
            case sizeof(short):
                Changes<short>(block);
                break;
            case sizeof(int):
                Changes<int>(block);
                break;
            case sizeof(long):
                Changes<long>(block);
                break;
            default:
                Changes<byte>(block);
                break;
        }
    }

    private static void Changes<T>(LentBlock* block)
        where T : unmanaged, IEquatable<T>
    {
        int count = block->Bytes / sizeof(T);
        ReadOnlySpan<T> before = new(LentBlock.SnapshotOf(block), count);
        ReadOnlySpan<T> after = new(block->Data, count);
        Span<T> target = new(block->Original, count);
        for (int index = before.CommonPrefixLength(after); index < count; index++)
        {
            if (!before[index].Equals(after[index]))
            {
                target[index] = after[index];
            }
        }
    }
}
