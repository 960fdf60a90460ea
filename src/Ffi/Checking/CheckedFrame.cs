using System.Runtime.CompilerServices;
using Ffi.CompilerServices;

namespace Ffi;

/// <summary>What one checked call has lent. A thread keeps its frames for its next calls.</summary>
internal sealed unsafe class CheckedFrame
{
    [ThreadStatic]
    private static CheckedFrame? t_free;

    private CheckedFunction _function = null!;
    private LentBlock* _last;
    private CheckedFrame? _nextFree;

    /// <summary>What was found first in this call; null while nothing was.</summary>
    public NativeFaultReport? Found { get; private set; }

    public static CheckedFrame Enter(CheckedFunction function)
    {
        CheckedFrame frame = t_free ?? new();
        t_free = frame._nextFree;
        frame._function = function;
        return frame;
    }

    /// <summary>What native code gets in place of memory of the caller.</summary>
    public void* Lend(int parameter, void* original, nuint bytes, int elementBytes)
    {
        CheckedAccess access = _function.Parameter(parameter).Access;
        if (FindInside((byte*)original, bytes) is var shared && shared is not null)
        {
            shared->Access |= access;
            return shared->Data + ((byte*)original - shared->Original);
        }

        return bytes > NativeChecks.MostBytes ? original : Copy(parameter, original, (int)bytes, elementBytes, access)->Data;
    }

    /// <summary>The same for pointers to texts.</summary>
    public void* LendTexts(int parameter, void** texts, int count, int unit)
    {
        LentBlock* pointers = Copy(parameter, texts, (count + 1) * sizeof(void*), sizeof(void*), CheckedAccess.Read);
        for (int index = 0; index < count; index++)
        {
            if (texts[index] is not null)
            {
                LentBlock* text = Copy(parameter, texts[index], (int)TerminatedText.Measure(texts[index], unit), unit, CheckedAccess.Read);
                ((byte**)pointers->Data)[index] = text->Data;
                ((byte**)LentBlock.SnapshotOf(pointers))[index] = text->Data;
            }
        }

        return pointers->Data;
    }

    /// <summary>The caller's memory in place of a copy that an address is in; any other address as it is.</summary>
    public byte* Original(byte* address)
    {
        for (LentBlock* block = _last; block is not null; block = block->Before)
        {
            // The end of an argument is an address that C hands out, too.
            if (address >= block->Data && address <= block->Data + block->Bytes)
            {
                return block->Original + (address - block->Data);
            }
        }

        return address;
    }

    /// <summary>The native call is over: hands back what was written, looks at the blocks, and keeps them for a while.</summary>
    public void Return()
    {
        TranslateWritten();
        LentBlock* block = _last;
        _last = null;
        while (block is not null)
        {
            LentBlock* before = block->Before;
            Note(BlockCheck.Outside(block) ?? BlockCheck.ReadOnly(block));
            if ((block->Access & CheckedAccess.Write) != 0)
            {
                WriteBack.Changes(block);
            }

            Quarantine.Add(block);
            block = before;
        }

        Note(Quarantine.Look());
    }

    /// <summary>Ends the call. What was lent to a call that was never made is freed.</summary>
    public void Leave()
    {
        for (LentBlock* block = _last; block is not null;)
        {
            LentBlock* before = block->Before;
            LentBlock.Free(block);
            block = before;
        }

        _last = null;
        Found = null;
        _nextFree = t_free;
        t_free = this;
    }

    // An address that native code has written to an argument may be in another argument: where strtol stopped, for example.
    private void TranslateWritten()
    {
        for (LentBlock* block = _last; block is not null; block = block->Before)
        {
            if (block->ElementBytes == sizeof(void*) && (block->Access & CheckedAccess.Write) != 0)
            {
                byte** before = (byte**)LentBlock.SnapshotOf(block);
                byte** after = (byte**)block->Data;
                for (int index = 0; index < block->Bytes / sizeof(void*); index++)
                {
                    after[index] = after[index] == before[index] ? after[index] : Original(after[index]);
                }
            }
        }
    }

    private LentBlock* Copy(int parameter, void* original, int bytes, int elementBytes, CheckedAccess access)
    {
        LentBlock* block = LentBlock.Create((byte*)original, bytes, elementBytes, NativeChecks.Mode == NativeCheckMode.Guard);
        block->Function = _function.Number;
        block->Parameter = parameter;
        block->Access = access;
        block->Before = _last;
        _last = block;
        return block;
    }

    // A caller that passes the same memory twice gets the same copy twice, as far as one contains the other.
    private LentBlock* FindInside(byte* original, nuint bytes)
    {
        for (LentBlock* block = _last; block is not null; block = block->Before)
        {
            if (original >= block->Original && original + bytes <= block->Original + block->Bytes && bytes > 0)
            {
                return block;
            }
        }

        return null;
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private void Note(NativeFaultReport? report)
    {
        if (report is not null)
        {
            Found ??= report;
            NativeChecks.Raise(report);
        }
    }
}
