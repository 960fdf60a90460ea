using System.Runtime.InteropServices;

namespace Ffi;

/// <summary>A copy of the caller's memory that native code gets, between bytes that tell whether it wrote outside of it. Native
/// memory, so that a checked call allocates nothing on the managed heap.</summary>
internal unsafe struct LentBlock
{
    /// <summary>What is around the copy.</summary>
    public const byte Canary = 0xC7;

    /// <summary>What is in it once the call has returned.</summary>
    public const byte Poison = 0xDB;

    /// <summary>How far outside a write is seen, at least.</summary>
    public const int Margin = 64;

    /// <summary>The block that was lent before it to the same call.</summary>
    public LentBlock* Before;

    /// <summary>The caller's memory.</summary>
    public byte* Original;

    /// <summary>The copy.</summary>
    public byte* Data;

    /// <summary>How many bytes the copy has.</summary>
    public int Bytes;

    /// <summary>The size of an element, which the caller gets back as a whole.</summary>
    public int ElementBytes;

    /// <summary>The first byte of the memory around the copy.</summary>
    public byte* Start;

    /// <summary>How many bytes that memory has.</summary>
    public nuint Total;

    /// <summary>Whether an inaccessible page is behind the copy.</summary>
    public bool IsPaged;

    /// <summary>The number of the function that it was lent to.</summary>
    public int Function;

    /// <summary>The parameter that it was lent to.</summary>
    public int Parameter;

    /// <summary>What native code may do with it.</summary>
    public CompilerServices.CheckedAccess Access;

    /// <summary>When the call returned, in milliseconds of the system.</summary>
    public long ReturnedAt;

    /// <summary>What the copy was before the call: directly behind this.</summary>
    public static byte* SnapshotOf(LentBlock* block) => (byte*)(block + 1);

    /// <summary>Copies memory of the caller.</summary>
    public static LentBlock* Create(byte* original, int bytes, int elementBytes, bool isPaged)
    {
        LentBlock* block = (LentBlock*)NativeMemory.Alloc((nuint)sizeof(LentBlock) + (nuint)bytes);
        *block = new LentBlock { Original = original, Bytes = bytes, ElementBytes = elementBytes, IsPaged = isPaged };
        if (isPaged)
        {
            GuardPages.Place(block);
        }
        else
        {
            // Memory that the caller has aligned stays aligned.
            nuint offset = (nuint)original & (Margin - 1);
            block->Total = Margin + offset + (nuint)bytes + Margin;
            block->Start = (byte*)NativeMemory.AlignedAlloc(block->Total, Margin);
            block->Data = block->Start + Margin + offset;
        }

        block->Front.Fill(Canary);
        new ReadOnlySpan<byte>(original, bytes).CopyTo(block->Content);
        block->Back.Fill(Canary);
        new ReadOnlySpan<byte>(original, bytes).CopyTo(new Span<byte>(SnapshotOf(block), bytes));
        return block;
    }

    /// <summary>Frees a block, which nobody may use any more.</summary>
    public static void Free(LentBlock* block)
    {
        if (block->IsPaged)
        {
            GuardPages.Free(block);
        }
        else
        {
            NativeMemory.AlignedFree(block->Start);
        }

        NativeMemory.Free(block);
    }

    /// <summary>What native code may use.</summary>
    public readonly Span<byte> Content => new(Data, Bytes);

    /// <summary>What is before it.</summary>
    public readonly Span<byte> Front => new(Start, (int)(Data - Start));

    /// <summary>What is behind it.</summary>
    public readonly Span<byte> Back => new(Data + Bytes, (int)(Start + Total - Data - Bytes));

    /// <summary>The whole block.</summary>
    public readonly Span<byte> All => new(Start, (int)Total);
}
