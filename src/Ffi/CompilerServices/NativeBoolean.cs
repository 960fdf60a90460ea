using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace Ffi.CompilerServices;

/// <summary>Makes C#'s <c>bool</c>s of what native code wrote. In C anything but 0 is true; a C# <c>bool</c> of another byte than 0 and 1
/// equals neither <c>true</c> nor <c>false</c>.</summary>
/// <remarks>Generated code calls this; programs don't have to. Bytes that are right are never written, because they may be in memory
/// that can't be.</remarks>
public static unsafe class NativeBoolean
{
    /// <summary>Makes a <c>bool</c> valid after native code had its address. Allocates nothing.</summary>
    /// <param name="value">The variable; nothing happens if it is a null reference.</param>
    public static void Normalize(ref readonly bool value)
    {
        if (!Unsafe.IsNullRef(in value))
        {
            ref byte bits = ref Unsafe.As<bool, byte>(ref Unsafe.AsRef(in value));
            if (bits > 1)
            {
                bits = 1;
            }
        }
    }

    /// <summary>Makes <c>bool</c>s valid after native code had their address. Allocates nothing.</summary>
    /// <param name="values">The memory.</param>
    public static void Normalize(ReadOnlySpan<bool> values)
    {
        ReadOnlySpan<byte> bytes = MemoryMarshal.AsBytes(values);
        if (bytes.ContainsAnyExceptInRange((byte)0, (byte)1))
        {
            foreach (ref readonly bool value in values)
            {
                Normalize(in value);
            }
        }
    }

    /// <summary>A <c>bool</c> of native code that a callback may change, mended in place. Allocates nothing.</summary>
    /// <param name="value">Its address; NULL gives a null reference.</param>
    /// <returns>The variable.</returns>
    public static ref bool Writable(bool* value)
    {
        Normalize(in *value);
        return ref *value;
    }

    /// <summary>A <c>bool</c> of native code that a callback only reads. Allocates nothing.</summary>
    /// <param name="value">Its address; NULL gives a null reference.</param>
    /// <returns>The variable itself where its byte is right, else one that is true.</returns>
    public static ref readonly bool Readable(bool* value) => ref value is not null && *(byte*)value > 1 ? ref Truth.Value : ref *value;

    /// <summary>Memory of native code that a callback may change, mended in place. Allocates nothing.</summary>
    /// <param name="values">The address of the first.</param>
    /// <param name="length">How many there are.</param>
    /// <returns>The memory.</returns>
    public static Span<bool> Writable(bool* values, int length)
    {
        Span<bool> span = new(values, length);
        Normalize(span);
        return span;
    }

    /// <summary>Memory of native code that a callback only reads. Allocates nothing if each byte is right, else a copy.</summary>
    /// <param name="values">The address of the first.</param>
    /// <param name="length">How many there are.</param>
    /// <returns>The memory itself, or a mended copy of it.</returns>
    public static ReadOnlySpan<bool> Readable(bool* values, int length)
    {
        ReadOnlySpan<bool> span = new(values, length);
        if (!MemoryMarshal.AsBytes(span).ContainsAnyExceptInRange((byte)0, (byte)1))
        {
            return span;
        }

        bool[] copy = span.ToArray();
        Normalize(copy);
        return copy;
    }

    private static class Truth
    {
        public static readonly bool Value = true;
    }
}
