using System.Runtime.InteropServices;
using System.Runtime.InteropServices.Marshalling;

namespace Ffi;

/// <summary>Text as C's <c>wchar_t *</c>: UTF-16 on Windows, UTF-32 elsewhere.</summary>
/// <remarks>
/// <para>For <c>StringMarshallingCustomType</c> of a library or function, and for <c>[MarshalUsing]</c> on a parameter or result. A
/// <see cref="NativeFunctionAttribute"/> function then treats such text as it does UTF-8: arguments are on the stack or in a pooled array,
/// a result is copied and left alone unless <see cref="FreedWithAttribute"/> names the function that frees it, and arrays of strings are
/// passed too.</para>
/// <para>In <c>[LibraryImport]</c> it is an ordinary marshaller: native memory comes from <see cref="NativeMemory"/>, and a result is freed
/// there.</para>
/// </remarks>
[CustomMarshaller(typeof(string), MarshalMode.Default, typeof(WideStringMarshaller))]
[CustomMarshaller(typeof(string), MarshalMode.ManagedToUnmanagedIn, typeof(ManagedToUnmanagedIn))]
public static unsafe class WideStringMarshaller
{
    /// <summary>Copies a text to native memory.</summary>
    /// <param name="managed">The text; null is NULL.</param>
    /// <returns>The copy, which <see cref="Free"/> frees.</returns>
    public static void* ConvertToUnmanaged(string? managed)
    {
        if (managed is null)
        {
            return null;
        }

        int bytes = checked((managed.Length + 1) * WideUnits.Size);
        void* text = NativeMemory.Alloc((nuint)bytes);
        WideUnits.Write(managed, new Span<byte>(text, bytes));
        return text;
    }

    /// <summary>Copies a native text.</summary>
    /// <param name="unmanaged">The text, which is left alone.</param>
    /// <returns>A new string; null for NULL.</returns>
    public static string? ConvertToManaged(void* unmanaged) => CompilerServices.NativeText.CopyWide(unmanaged);

    /// <summary>Frees what <see cref="ConvertToUnmanaged"/> made.</summary>
    /// <param name="unmanaged">The text; NULL is left alone.</param>
    public static void Free(void* unmanaged) => NativeMemory.Free(unmanaged);

    /// <summary>Passes an argument, in the caller's stack space if it fits.</summary>
    public ref struct ManagedToUnmanagedIn
    {
        private void* _text;
        private bool _isAllocated;

        /// <summary>The bytes of room that the caller gives.</summary>
        public static int BufferSize => 256;

        /// <summary>Copies the text.</summary>
        /// <param name="managed">The text; null is NULL.</param>
        /// <param name="buffer">Room in the caller's frame.</param>
        public void FromManaged(string? managed, Span<byte> buffer)
        {
            if (managed is not null && (managed.Length + 1) <= buffer.Length / WideUnits.Size)
            {
                WideUnits.Write(managed, buffer);
                // The caller's frame does not move.
                _text = System.Runtime.CompilerServices.Unsafe.AsPointer(ref MemoryMarshal.GetReference(buffer));
            }
            else
            {
                _text = ConvertToUnmanaged(managed);
                _isAllocated = true;
            }
        }

        /// <summary>The native text.</summary>
        /// <returns>A pointer that is valid until <see cref="Free"/>.</returns>
        public readonly void* ToUnmanaged() => _text;

        /// <summary>Frees the copy, if it is in native memory.</summary>
        public readonly void Free()
        {
            if (_isAllocated)
            {
                WideStringMarshaller.Free(_text);
            }
        }
    }
}
