using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace Ffi.CompilerServices;

/// <summary>Arrays that C has inside of a struct, as <c>int values[4]</c>: what <see cref="UnmanagedType.ByValArray"/> asks for.</summary>
/// <remarks>Generated code calls this; programs don't have to. As <c>[DllImport]</c> has it: of a longer array the first elements are
/// taken, a shorter one is refused, null is all zero, and what comes back is a new array. It is the old one where nothing has
/// changed.</remarks>
public static class FixedArray
{
    /// <summary>Copies the elements. Allocates nothing.</summary>
    /// <param name="array">The array.</param>
    /// <param name="target">The room in the struct, all zero.</param>
    /// <param name="field">The field's name, for the exception.</param>
    /// <typeparam name="T">What it holds.</typeparam>
    /// <exception cref="ArgumentException">The array is shorter than C's.</exception>
    public static void Write<T>(T[]? array, Span<T> target, string field)
        where T : unmanaged => Source(array, target.Length, field).CopyTo(target);

    /// <summary>Writes each <c>bool</c> as 0 or 1 of one byte. Allocates nothing.</summary>
    /// <param name="array">The array.</param>
    /// <param name="target">The room in the struct, all zero.</param>
    /// <param name="field">The field's name, for the exception.</param>
    /// <exception cref="ArgumentException">The array is shorter than C's.</exception>
    public static void Write(bool[]? array, Span<byte> target, string field)
    {
        ReadOnlySpan<bool> source = Source(array, target.Length, field);
        for (int index = 0; index < source.Length; index++)
        {
            target[index] = source[index] ? (byte)1 : (byte)0;
        }
    }

    /// <summary>Writes each <c>bool</c> as a <c>BOOL</c>. Allocates nothing.</summary>
    /// <param name="array">The array.</param>
    /// <param name="target">The room in the struct, all zero.</param>
    /// <param name="field">The field's name, for the exception.</param>
    /// <exception cref="ArgumentException">The array is shorter than C's.</exception>
    public static void Write(bool[]? array, Span<int> target, string field)
    {
        ReadOnlySpan<bool> source = Source(array, target.Length, field);
        for (int index = 0; index < source.Length; index++)
        {
            target[index] = source[index] ? 1 : 0;
        }
    }

    /// <summary>Writes each <c>bool</c> as a <c>VARIANT_BOOL</c>, of which -1 is true. Allocates nothing.</summary>
    /// <param name="array">The array.</param>
    /// <param name="target">The room in the struct, all zero.</param>
    /// <param name="field">The field's name, for the exception.</param>
    /// <exception cref="ArgumentException">The array is shorter than C's.</exception>
    public static void Write(bool[]? array, Span<short> target, string field)
    {
        ReadOnlySpan<bool> source = Source(array, target.Length, field);
        for (int index = 0; index < source.Length; index++)
        {
            target[index] = source[index] ? (short)-1 : (short)0;
        }
    }

    /// <summary>Writes each <c>char</c> as <see cref="NativeCharacter.ToAnsi"/> has it. Allocates nothing.</summary>
    /// <param name="array">The array.</param>
    /// <param name="target">The room in the struct, all zero.</param>
    /// <param name="field">The field's name, for the exception.</param>
    /// <exception cref="ArgumentException">The array is shorter than C's.</exception>
    public static void Write(char[]? array, Span<byte> target, string field)
    {
        ReadOnlySpan<char> source = Source(array, target.Length, field);
        for (int index = 0; index < source.Length; index++)
        {
            target[index] = NativeCharacter.ToAnsi(source[index]);
        }
    }

    /// <summary>Reads the elements. Allocates the array, unless all of it is still the same.</summary>
    /// <param name="source">The room in the struct.</param>
    /// <param name="before">The array that was there before the call.</param>
    /// <typeparam name="T">What it holds.</typeparam>
    /// <returns>An array of all elements.</returns>
    public static T[] Read<T>(ReadOnlySpan<T> source, T[]? before)
        where T : unmanaged =>
        before is not null && MemoryMarshal.AsBytes(source).SequenceEqual(MemoryMarshal.AsBytes(before.AsSpan()))
            ? before
            : source.ToArray();

    /// <summary>Reads the elements behind a pointer. Allocates the array, unless all of it is still the same.</summary>
    /// <param name="source">The first; NULL is null.</param>
    /// <param name="length">How many there are.</param>
    /// <param name="before">The array that was there before the call.</param>
    /// <typeparam name="T">What it holds.</typeparam>
    /// <returns>An array of all elements.</returns>
    public static unsafe T[]? Read<T>(T* source, int length, T[]? before)
        where T : unmanaged => source is null ? null : Read(new ReadOnlySpan<T>(source, length), before);

    /// <summary>Reads each byte as a <c>bool</c>: anything but 0 is true. Allocates the array.</summary>
    /// <param name="source">The room in the struct.</param>
    /// <returns>An array of all elements.</returns>
    public static bool[] ReadBooleans(ReadOnlySpan<byte> source)
    {
        bool[] array = new bool[source.Length];
        for (int index = 0; index < array.Length; index++)
        {
            array[index] = source[index] != 0;
        }

        return array;
    }

    /// <summary>Reads each <c>BOOL</c> as a <c>bool</c>. Allocates the array.</summary>
    /// <param name="source">The room in the struct.</param>
    /// <returns>An array of all elements.</returns>
    public static bool[] ReadBooleans(ReadOnlySpan<int> source)
    {
        bool[] array = new bool[source.Length];
        for (int index = 0; index < array.Length; index++)
        {
            array[index] = source[index] != 0;
        }

        return array;
    }

    /// <summary>Reads each <c>VARIANT_BOOL</c> as a <c>bool</c>. Allocates the array.</summary>
    /// <param name="source">The room in the struct.</param>
    /// <returns>An array of all elements.</returns>
    public static bool[] ReadBooleans(ReadOnlySpan<short> source)
    {
        bool[] array = new bool[source.Length];
        for (int index = 0; index < array.Length; index++)
        {
            array[index] = source[index] != 0;
        }

        return array;
    }

    /// <summary>Reads each byte as <see cref="NativeCharacter.FromAnsi"/> has it. Allocates the array.</summary>
    /// <param name="source">The room in the struct.</param>
    /// <returns>An array of all elements.</returns>
    public static char[] ReadCharacters(ReadOnlySpan<byte> source)
    {
        char[] array = new char[source.Length];
        for (int index = 0; index < array.Length; index++)
        {
            array[index] = NativeCharacter.FromAnsi(source[index]);
        }

        return array;
    }

    /// <summary>The elements that C's array takes. Allocates nothing.</summary>
    /// <param name="array">The array; null has none.</param>
    /// <param name="length">The length of C's array.</param>
    /// <param name="field">The field's name, for the exception.</param>
    /// <typeparam name="T">What it holds.</typeparam>
    /// <returns>As many elements as C's array has, or none.</returns>
    /// <exception cref="ArgumentException">The array is shorter than C's.</exception>
    public static ReadOnlySpan<T> Source<T>(T[]? array, int length, string field)
    {
        if (array is null)
        {
            return default;
        }

        if (array.Length < length)
        {
            throw new ArgumentException($"The array has {array.Length} elements, and the C struct's has {length}.", field);
        }

        // A span of the array's own type would refuse an array of a derived one, which arrays of values can't be.
        return MemoryMarshal.CreateReadOnlySpan(ref Unsafe.AsRef(in MemoryMarshal.GetArrayDataReference(array)), length);
    }
}
