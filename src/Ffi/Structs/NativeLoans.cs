using System.Buffers;
using System.Diagnostics.CodeAnalysis;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Text;

namespace Ffi.CompilerServices;

/// <summary>What structs lend to native code for one call: texts, arrays, handles, delegates. All of it ends with <see cref="Dispose"/>.</summary>
/// <remarks>Generated code makes one for each call that passes such a struct; programs have no need to. What is copied lies on the caller's
/// stack while it fits, then on the native heap, so nothing is allocated on the managed heap; the pool keeps room for more than four
/// handles and delegates.</remarks>
public unsafe ref struct NativeLoans
{
    private const int BlockBytes = 4096; // A page. Ten thousand short texts take a few hundred blocks and not ten thousand.

    private byte* _room;
    private byte* _end;
    private Block* _blocks;
    private Pin* _pins;
    private Kept _kept;
    private object?[]? _more;
    private int _count;
    private readonly BorrowedCall? _call;
    private CallbackTarget? _lent;

    /// <summary>Starts with nothing lent.</summary>
    /// <param name="scratch">Room in the caller's frame, which need not be cleared.</param>
    /// <param name="call">What the delegates that are parameters of the same call share; null where there are none.</param>
    public NativeLoans(out TextScratch scratch, BorrowedCall? call = null)
    {
        _call = call;
        Unsafe.SkipInit(out scratch);
        _room = (byte*)Unsafe.AsPointer(ref scratch); // The scratch is a local of the generated method, so it does not move.
        _end = _room + TextScratch.Length;
    }

    /// <summary>Text as NUL-terminated UTF-8.</summary>
    /// <param name="text">The text; null is NULL.</param>
    /// <param name="field">The field's name, for the exception.</param>
    /// <returns>The first byte.</returns>
    /// <exception cref="ArgumentException">The text holds a NUL, at which C would cut it off.</exception>
    public byte* Utf8(string? text, string field)
    {
        if (text is null)
        {
            return null;
        }

        if (text.Length < _end - _room && AsciiNarrowing.TryNarrow(text, ref *_room))
        {
            byte* ascii = _room;
            ascii[text.Length] = 0;
            Take((nuint)text.Length + 1);
            return ascii;
        }

        TextArgument.ThrowIfHasNul(text, field);
        int bytes = Encoding.UTF8.GetByteCount(text);
        byte* target = (byte*)Allocate((nuint)bytes + 1);
        Encoding.UTF8.GetBytes(text, new Span<byte>(target, bytes));
        target[bytes] = 0;
        return target;
    }

    /// <summary>Text as NUL-terminated UTF-16.</summary>
    /// <param name="text">The text; null is NULL.</param>
    /// <param name="field">The field's name, for the exception.</param>
    /// <returns>The first unit.</returns>
    /// <exception cref="ArgumentException">The text holds a NUL, at which C would cut it off.</exception>
    public char* Utf16(string? text, string field)
    {
        if (text is null)
        {
            return null;
        }

        TextArgument.ThrowIfHasNul(text, field);
        char* target = (char*)Allocate(((nuint)text.Length + 1) * sizeof(char));
        text.CopyTo(new Span<char>(target, text.Length));
        target[text.Length] = '\0';
        return target;
    }

    /// <summary>Text as <see cref="UnmanagedType.LPStr"/> has it: in the code page on Windows, as UTF-8 elsewhere.</summary>
    /// <param name="text">The text; null is NULL.</param>
    /// <param name="field">The field's name, for the exception.</param>
    /// <returns>The first byte.</returns>
    /// <exception cref="ArgumentException">The text holds a NUL, at which C would cut it off.</exception>
    public byte* Ansi(string? text, string field)
    {
        if (text is null || !OperatingSystem.IsWindows())
        {
            return Utf8(text, field);
        }

        TextArgument.ThrowIfHasNul(text, field);
        nint copy = Marshal.StringToCoTaskMemAnsi(text);
        try
        {
            ReadOnlySpan<byte> bytes = NativeText.View((byte*)copy);
            byte* target = (byte*)Allocate((nuint)bytes.Length + 1);
            bytes.CopyTo(new Span<byte>(target, bytes.Length));
            target[bytes.Length] = 0;
            return target;
        }
        finally
        {
            Marshal.FreeCoTaskMem(copy);
        }
    }

    /// <summary>Strings as an array of pointers to NUL-terminated UTF-8, with a NULL behind the last.</summary>
    /// <param name="texts">The strings; a null array is NULL, and so is a null string in it.</param>
    /// <param name="field">The field's name, for the exception.</param>
    /// <returns>The first pointer.</returns>
    /// <exception cref="ArgumentException">A string holds a NUL, at which C would cut it off.</exception>
    public byte** Utf8(string?[]? texts, string field)
    {
        if (texts is null)
        {
            return null;
        }

        byte** pointers = (byte**)Allocate(((nuint)texts.Length + 1) * (nuint)sizeof(byte*));
        for (int index = 0; index < texts.Length; index++)
        {
            pointers[index] = Utf8(texts[index], field);
        }

        pointers[texts.Length] = null;
        return pointers;
    }

    /// <summary>The same in UTF-16.</summary>
    /// <param name="texts">The strings; a null array is NULL, and so is a null string in it.</param>
    /// <param name="field">The field's name, for the exception.</param>
    /// <returns>The first pointer.</returns>
    /// <exception cref="ArgumentException">A string holds a NUL, at which C would cut it off.</exception>
    public char** Utf16(string?[]? texts, string field)
    {
        if (texts is null)
        {
            return null;
        }

        char** pointers = (char**)Allocate(((nuint)texts.Length + 1) * (nuint)sizeof(char*));
        for (int index = 0; index < texts.Length; index++)
        {
            pointers[index] = Utf16(texts[index], field);
        }

        pointers[texts.Length] = null;
        return pointers;
    }

    /// <summary>An array where it lies, pinned.</summary>
    /// <param name="array">The array; null is NULL.</param>
    /// <typeparam name="T">What it holds.</typeparam>
    /// <returns>The first element; of an empty array, an address of which nothing may be read.</returns>
    public T* Pinned<T>(T[]? array)
        where T : unmanaged
    {
        if (array is null)
        {
            return null;
        }

        // The handle stands in the list before it exists, so that nothing comes between.
        Pin* pin = (Pin*)Allocate((nuint)sizeof(Pin));
        *pin = new Pin { Next = _pins, Handle = GCHandle.Alloc(array, GCHandleType.Pinned) };
        _pins = pin;
        return (T*)pin->Handle.AddrOfPinnedObject();
    }

    /// <summary>A handle, kept open until the end of the call.</summary>
    /// <param name="handle">The handle.</param>
    /// <param name="field">The field's name, for the exception.</param>
    /// <returns>The raw handle.</returns>
    /// <exception cref="ArgumentNullException">The handle is null.</exception>
    /// <exception cref="ObjectDisposedException">The handle is closed.</exception>
    public nint Handle(SafeHandle? handle, string field)
    {
        if (handle is null)
        {
            throw new ArgumentNullException(field);
        }

        int place = TakePlace();
        bool added = false;
        handle.DangerousAddRef(ref added);
        PlaceAt(place) = handle;
        return handle.DangerousGetHandle();
    }

    /// <summary>The address of a callback that the program owns, which lives at least until the end of the call.</summary>
    /// <param name="callback">The callback; null is NULL.</param>
    /// <typeparam name="TDelegate">The delegate's type.</typeparam>
    /// <returns>Its address.</returns>
    public nint Callback<TDelegate>(NativeCallback<TDelegate>? callback)
        where TDelegate : Delegate
    {
        if (callback is null)
        {
            return 0;
        }

        PlaceAt(TakePlace()) = callback;
        return callback.Pointer;
    }

    /// <summary>A delegate that native code can call until the call returns.</summary>
    /// <param name="lender">Whose slots it gets.</param>
    /// <param name="callback">Who is called; null is NULL.</param>
    /// <typeparam name="TDelegate">The delegate's type.</typeparam>
    /// <returns>The address for native code.</returns>
    public nint Delegate<TDelegate>(CallbackLender<TDelegate> lender, TDelegate? callback)
        where TDelegate : Delegate
    {
        if (callback is null)
        {
            return 0;
        }

        int place = TakePlace();
        CallbackLoan<TDelegate> loan = lender.Lend(callback, _lent?.Share() ?? _call);
        PlaceAt(place) = _lent = loan.Target;
        return loan.Pointer;
    }

    /// <summary>Takes the delegates back behind the native call, and throws what one of them threw, with its own stack trace.</summary>
    public void Return()
    {
        for (int index = 0; index < _count; index++)
        {
            (PlaceAt(index) as CallbackTarget)?.TakeBack();
        }
    }

    /// <summary>Room for native structs, all zero.</summary>
    /// <param name="count">How many.</param>
    /// <typeparam name="T">The struct.</typeparam>
    /// <returns>The first; of none, an address of which nothing may be read.</returns>
    public T* Cleared<T>(int count)
        where T : unmanaged
    {
        nuint bytes = checked((nuint)count * (nuint)sizeof(T));
        void* room = Allocate(bytes);
        NativeMemory.Clear(room, bytes);
        return (T*)room;
    }

    /// <summary>Ends all that is lent, the last first.</summary>
    public void Dispose()
    {
        for (; _pins is not null; _pins = _pins->Next)
        {
            _pins->Handle.Free();
        }

        while (_count > 0)
        {
            _count--;
            switch (PlaceAt(_count))
            {
                case SafeHandle handle:
                    handle.DangerousRelease();
                    break;
                case CallbackTarget target:
                    target.Leave();
                    break;
            }
        }

        if (_more is not null)
        {
            ArrayPool<object?>.Shared.Return(_more, clearArray: true);
            _more = null;
        }

        while (_blocks is not null)
        {
            Block* block = _blocks;
            _blocks = block->Next;
            NativeMemory.Free(block);
        }
    }

    private void* Allocate(nuint bytes)
    {
        if (bytes > (nuint)(_end - _room))
        {
            return AllocateOnHeap(bytes);
        }

        void* room = _room;
        Take(bytes);
        return room;
    }

    // Alignment enough for pointers and numbers, as the first byte of the scratch and of each block has it.
    private void Take(nuint bytes) => _room = (nuint)(_end - _room) is var left && bytes + 7 >= left ? _end : _room + ((bytes + 7) & ~(nuint)7);

    [MethodImpl(MethodImplOptions.NoInlining)]
    private void* AllocateOnHeap(nuint bytes)
    {
        nuint size = Math.Max(BlockBytes, checked(bytes + (nuint)sizeof(Block)));
        Block* block = (Block*)NativeMemory.Alloc(size);
        block->Next = _blocks;
        _blocks = block;
        byte* room = (byte*)(block + 1);
        byte* end = (byte*)block + size;

        // What is left in the old room may be more than what is left in a block for one large text.
        if (end - room - (nint)bytes > _end - _room)
        {
            _room = room;
            _end = end;
            Take(bytes);
        }

        return room;
    }

    // The place is there before a reference is taken, so that nothing comes between.
    private int TakePlace()
    {
        if (_count >= Kept.Length && (_more is null || _count - Kept.Length == _more.Length))
        {
            object?[] larger = ArrayPool<object?>.Shared.Rent(Math.Max(16, 2 * (_count - Kept.Length)));
            if (_more is { } old)
            {
                old.AsSpan(0, _count - Kept.Length).CopyTo(larger);
                ArrayPool<object?>.Shared.Return(old, clearArray: true);
            }

            _more = larger;
        }

        PlaceAt(_count) = null;
        return _count++;
    }

    [UnscopedRef]
    private ref object? PlaceAt(int index) => ref index < Kept.Length ? ref _kept[index] : ref _more![index - Kept.Length];

    [StructLayout(LayoutKind.Sequential, Size = 16)] // So that what follows is aligned as the heap aligns.
    private struct Block
    {
        public Block* Next;
    }

    private struct Pin
    {
        public Pin* Next;
        public GCHandle Handle;
    }

    [InlineArray(Length)]
    private struct Kept
    {
        public const int Length = 4; // Few structs hold more; the pool keeps the others.

        private object? _first;
    }
}
