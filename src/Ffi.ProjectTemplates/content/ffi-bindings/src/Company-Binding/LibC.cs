using Ffi;

namespace Company_Binding;

/// <summary>Functions of the C library. Replace them by the functions of yours.</summary>
[NativeLibrary("c", Windows = "ucrtbase", MacOS = "libSystem.dylib")]
public static partial class LibC
{
    /// <summary>Gives the length of a text in UTF-8.</summary>
    /// <param name="text">The text. It is passed as UTF-8 with a NUL.</param>
    /// <returns>The length in bytes, without the NUL.</returns>
    [NativeFunction("strlen")]
    public static partial nuint Length(string text);

    /// <summary>Sorts numbers.</summary>
    /// <param name="items">The numbers, sorted in place.</param>
    /// <param name="count">How many there are.</param>
    /// <param name="size">The size of one, in bytes.</param>
    /// <param name="compare">Compares two numbers. It is called until this function returns.</param>
    [NativeFunction("qsort")]
    public static partial void Sort(Span<int> items, nuint count, nuint size, CompareNumbers compare);
}

/// <summary>Compares two numbers in memory of the C library.</summary>
/// <param name="left">The first number.</param>
/// <param name="right">The second number.</param>
/// <returns>A negative number, 0 or a positive number.</returns>
public delegate int CompareNumbers(in int left, in int right);
