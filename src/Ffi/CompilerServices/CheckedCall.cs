using System.Runtime.CompilerServices;

namespace Ffi.CompilerServices;

/// <summary>One native call whose declaration is tested: native code gets copies of the caller's memory, and what it does around them and
/// after the call is seen.</summary>
/// <remarks>Generated code makes one for each call of a function in a project with <c>FfiChecked</c>; programs have no need to. Allocates
/// native memory, and nothing on the managed heap once the thread has made such a call.</remarks>
public readonly unsafe ref struct CheckedCall
{
    private readonly CheckedFrame? _frame;

    /// <summary>Begins a call.</summary>
    /// <param name="function">What was declared.</param>
    public CheckedCall(CheckedFunction function) => _frame = NativeChecks.AreOn ? CheckedFrame.Enter(function) : null;

    /// <summary>Lends elements to native code.</summary>
    /// <param name="parameter">Which parameter it is.</param>
    /// <param name="elements">The caller's memory, pinned; NULL stays NULL.</param>
    /// <param name="count">How many elements there are.</param>
    /// <param name="bytes">The size of one.</param>
    /// <returns>What to pass.</returns>
    public void* Lend(int parameter, void* elements, int count, int bytes) =>
        _frame is null || elements is null ? elements : _frame.Lend(parameter, elements, (nuint)count * (nuint)bytes, bytes);

    /// <summary>Lends a pinned buffer to native code. One that native code holds stays where it is, because it is known there by its
    /// address.</summary>
    /// <typeparam name="T">The type of its elements.</typeparam>
    /// <param name="parameter">Which parameter it is.</param>
    /// <param name="elements">The buffer's memory.</param>
    /// <param name="buffer">The buffer.</param>
    /// <returns>What to pass.</returns>
    public void* Lend<T>(int parameter, T* elements, PinnedBuffer<T> buffer)
        where T : unmanaged => _frame is null || buffer.IsRetained ? elements : Lend(parameter, elements, buffer.Length, sizeof(T));

    /// <summary>Lends text to native code, with the NUL that ends it.</summary>
    /// <param name="parameter">Which parameter it is.</param>
    /// <param name="text">The text; NULL stays NULL.</param>
    /// <param name="unit">The size of a unit, in bytes.</param>
    /// <returns>What to pass.</returns>
    public void* LendText(int parameter, void* text, int unit) =>
        _frame is null || text is null ? text : _frame.Lend(parameter, text, TerminatedText.Measure(text, unit), unit);

    /// <summary>The same for text of <c>wchar_t</c>.</summary>
    /// <param name="parameter">Which parameter it is.</param>
    /// <param name="text">The text; NULL stays NULL.</param>
    /// <returns>What to pass.</returns>
    public void* LendWideText(int parameter, void* text) => LendText(parameter, text, WideUnits.Size);

    /// <summary>Lends text that the caller has ended with a NUL: the last unit, or the one behind it.</summary>
    /// <param name="parameter">Which parameter it is.</param>
    /// <param name="text">The text; NULL stays NULL.</param>
    /// <param name="length">Its length in units, with or without the NUL.</param>
    /// <param name="unit">The size of a unit, in bytes.</param>
    /// <returns>What to pass.</returns>
    public void* LendTerminated(int parameter, void* text, int length, int unit) =>
        _frame is null || text is null ? text : _frame.Lend(parameter, text, TerminatedText.WithEnd(text, (nuint)length, unit), unit);

    /// <summary>Lends pointers to texts, and the texts.</summary>
    /// <param name="parameter">Which parameter it is.</param>
    /// <param name="texts">The pointers; NULL stays NULL. A NULL that is not counted is behind the last one.</param>
    /// <param name="count">How many there are.</param>
    /// <param name="unit">The size of a unit, in bytes.</param>
    /// <returns>What to pass.</returns>
    public void* LendTexts(int parameter, void* texts, int count, int unit) =>
        _frame is null || texts is null ? texts : _frame.LendTexts(parameter, (void**)texts, count, unit);

    /// <summary>The same for texts of <c>wchar_t</c>.</summary>
    /// <param name="parameter">Which parameter it is.</param>
    /// <param name="texts">The pointers; NULL stays NULL.</param>
    /// <param name="count">How many there are.</param>
    /// <returns>What to pass.</returns>
    public void* LendWideTexts(int parameter, void* texts, int count) => LendTexts(parameter, texts, count, WideUnits.Size);

    /// <summary>The caller's memory that stands behind an address which native code has returned.</summary>
    /// <param name="address">The address.</param>
    /// <returns>The same address, unless it is in a copy or directly behind one.</returns>
    public void* Original(void* address) => _frame is null ? address : _frame.Original((byte*)address);

    /// <summary>Directly behind the native call: the caller's memory gets what was written to the copies, and they are looked at. Throws
    /// nothing.</summary>
    public void Return() => _frame?.Return();

    /// <summary>Throws what was found, if the policy says so, once the body has handed on what native code made.</summary>
    /// <exception cref="NativeFaultException">The declaration doesn't say what the library does.</exception>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void Complete()
    {
        if (_frame is { Found: { } found })
        {
            NativeChecks.ThrowIfAsked(found);
        }
    }

    /// <summary>Ends the call, also where it was not made.</summary>
    public void Dispose() => _frame?.Leave();
}
