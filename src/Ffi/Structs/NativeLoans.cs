using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace Ffi.CompilerServices;

/// <summary>What structs lend to native code for one call: texts, arrays, handles, delegates. All of it ends with
/// <see cref="Dispose"/>.</summary>
/// <remarks>Generated code makes one for each call that passes such a struct; programs don't have to. What is copied lies on the caller's
/// stack while it fits, then on the native heap, so nothing is allocated on the managed heap; the pool keeps room for more than four
/// handles and delegates.</remarks>
public unsafe ref struct NativeLoans
{
    private LoanRoom _room;
    private LoanedPins _pins;
    private LoanedObjects _objects;

    /// <summary>Starts with nothing lent.</summary>
    /// <param name="scratch">Room in the caller's frame, which need not be cleared.</param>
    /// <param name="call">What the delegates that are parameters of the same call share; null if there are none.</param>
    public NativeLoans(out TextScratch scratch, BorrowedCall? call = null)
    {
        Unsafe.SkipInit(out scratch);
        // The scratch is a local of the generated method, so it does not move.
        _room = new((byte*)Unsafe.AsPointer(ref scratch), TextScratch.Length);
        _objects = new(call);
    }

    /// <summary>Text as NUL-terminated UTF-8.</summary>
    /// <param name="text">The text; null is NULL.</param>
    /// <param name="field">The field's name, for the exception.</param>
    /// <returns>The first byte.</returns>
    /// <exception cref="ArgumentException">The text holds a NUL, at which C would cut it off.</exception>
    public byte* Utf8(string? text, string field) => LoanedText.Utf8(ref _room, text, field);

    /// <summary>Text as NUL-terminated UTF-16.</summary>
    /// <param name="text">The text; null is NULL.</param>
    /// <param name="field">The field's name, for the exception.</param>
    /// <returns>The first unit.</returns>
    /// <exception cref="ArgumentException">The text holds a NUL, at which C would cut it off.</exception>
    public char* Utf16(string? text, string field) => LoanedText.Utf16(ref _room, text, field);

    /// <summary>Text as <see cref="UnmanagedType.LPStr"/> has it: in the code page on Windows, as UTF-8 elsewhere.</summary>
    /// <param name="text">The text; null is NULL.</param>
    /// <param name="field">The field's name, for the exception.</param>
    /// <returns>The first byte.</returns>
    /// <exception cref="ArgumentException">The text holds a NUL, at which C would cut it off.</exception>
    public byte* Ansi(string? text, string field) => LoanedText.Ansi(ref _room, text, field);

    /// <summary>Strings as an array of pointers to NUL-terminated UTF-8, with a NULL behind the last.</summary>
    /// <param name="texts">The strings; a null array is NULL, and so is a null string in it.</param>
    /// <param name="field">The field's name, for the exception.</param>
    /// <returns>The first pointer.</returns>
    /// <exception cref="ArgumentException">A string holds a NUL, at which C would cut it off.</exception>
    public byte** Utf8(string?[]? texts, string field) => LoanedText.Utf8(ref _room, texts, field);

    /// <summary>The same in UTF-16.</summary>
    /// <param name="texts">The strings; a null array is NULL, and so is a null string in it.</param>
    /// <param name="field">The field's name, for the exception.</param>
    /// <returns>The first pointer.</returns>
    /// <exception cref="ArgumentException">A string holds a NUL, at which C would cut it off.</exception>
    public char** Utf16(string?[]? texts, string field) => LoanedText.Utf16(ref _room, texts, field);

    /// <summary>Strings as pointers to NUL-terminated UTF-8, inside of the struct.</summary>
    /// <param name="texts">The strings, of which the first are taken; a null array is all NULL, and a null string is NULL.</param>
    /// <param name="target">The room in the struct, all zero.</param>
    /// <param name="field">The field's name, for the exception.</param>
    /// <exception cref="ArgumentException">The array is shorter than C's, or a string holds a NUL, at which C would cut it off.</exception>
    public void Utf8(string?[]? texts, scoped Span<nint> target, string field)
    {
        ReadOnlySpan<string?> source = FixedArray.Source(texts, target.Length, field);
        for (int index = 0; index < source.Length; index++)
        {
            target[index] = (nint)LoanedText.Utf8(ref _room, source[index], field);
        }
    }

    /// <summary>The same in UTF-16.</summary>
    /// <param name="texts">The strings, of which the first are taken; a null array is all NULL, and a null string is NULL.</param>
    /// <param name="target">The room in the struct, all zero.</param>
    /// <param name="field">The field's name, for the exception.</param>
    /// <exception cref="ArgumentException">The array is shorter than C's, or a string holds a NUL, at which C would cut it off.</exception>
    public void Utf16(string?[]? texts, scoped Span<nint> target, string field)
    {
        ReadOnlySpan<string?> source = FixedArray.Source(texts, target.Length, field);
        for (int index = 0; index < source.Length; index++)
        {
            target[index] = (nint)LoanedText.Utf16(ref _room, source[index], field);
        }
    }

    /// <summary>The same as <see cref="UnmanagedType.LPStr"/> has it: in the code page on Windows, as UTF-8 elsewhere.</summary>
    /// <param name="texts">The strings, of which the first are taken; a null array is all NULL, and a null string is NULL.</param>
    /// <param name="target">The room in the struct, all zero.</param>
    /// <param name="field">The field's name, for the exception.</param>
    /// <exception cref="ArgumentException">The array is shorter than C's, or a string holds a NUL, at which C would cut it off.</exception>
    public void Ansi(string?[]? texts, scoped Span<nint> target, string field)
    {
        ReadOnlySpan<string?> source = FixedArray.Source(texts, target.Length, field);
        for (int index = 0; index < source.Length; index++)
        {
            target[index] = (nint)LoanedText.Ansi(ref _room, source[index], field);
        }
    }

    /// <summary>An array where it lies, pinned.</summary>
    /// <param name="array">The array; null is NULL.</param>
    /// <typeparam name="T">What it holds.</typeparam>
    /// <returns>The first element; of an empty array, an address of which nothing may be read.</returns>
    public T* Pinned<T>(T[]? array)
        where T : unmanaged => _pins.Add(ref _room, array);

    /// <summary>A handle, kept open until the end of the call.</summary>
    /// <param name="handle">The handle.</param>
    /// <param name="field">The field's name, for the exception.</param>
    /// <returns>The raw handle.</returns>
    /// <exception cref="ArgumentNullException">The handle is null.</exception>
    /// <exception cref="ObjectDisposedException">The handle is closed.</exception>
    public nint Handle(SafeHandle? handle, string field) => _objects.Handle(handle, field);

    /// <summary>The address of a callback that the program owns, which lives at least until the end of the call.</summary>
    /// <param name="callback">The callback; null is NULL.</param>
    /// <typeparam name="TDelegate">The delegate's type.</typeparam>
    /// <returns>Its address.</returns>
    public nint Callback<TDelegate>(NativeCallback<TDelegate>? callback)
        where TDelegate : Delegate => _objects.Callback(callback);

    /// <summary>A delegate that native code can call until the call returns.</summary>
    /// <param name="lender">Whose slots it gets.</param>
    /// <param name="callback">Who is called; null is NULL.</param>
    /// <typeparam name="TDelegate">The delegate's type.</typeparam>
    /// <returns>The address for native code.</returns>
    public nint Delegate<TDelegate>(CallbackLender<TDelegate> lender, TDelegate? callback)
        where TDelegate : Delegate => _objects.Delegate(lender, callback);

    /// <summary>Takes the delegates back behind the native call, and throws what one of them threw, with its own stack trace.</summary>
    public void Return() => _objects.Return();

    /// <summary>Room for native structs, all zero.</summary>
    /// <param name="count">How many.</param>
    /// <typeparam name="T">The struct.</typeparam>
    /// <returns>The first; of none, an address of which nothing may be read.</returns>
    public T* Cleared<T>(int count)
        where T : unmanaged => _room.Cleared<T>(count);

    /// <summary>Ends all that is lent, the last first.</summary>
    public void Dispose()
    {
        _pins.Dispose();
        _objects.Dispose();
        _room.Dispose();
    }
}
