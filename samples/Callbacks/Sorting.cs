using Ffi;

namespace Callbacks;

/// <summary>Compares two numbers where they lie in C's memory.</summary>
public delegate int CompareNumbers(in int left, in int right);

/// <summary>C sorts, C# compares.</summary>
public static partial class Sorting
{
    /// <summary>Sorts by a comparison that may be any lambda: it is callable until <c>qsort</c> returns.</summary>
    public static void Sort(Span<int> numbers, CompareNumbers compare) => LibC.Sort(numbers, (nuint)numbers.Length, sizeof(int), compare);

    /// <summary>Sorts by the distance from a pivot: a static method has no closure, so the pivot goes through C's own argument.</summary>
    public static void SortByDistance(Span<int> numbers, int pivot) =>
        LibC.SortWith(numbers, (nuint)numbers.Length, sizeof(int), CompareDistancePointer, pivot);

    [NativeCallback]
    private static int CompareDistance(in int left, in int right, in int pivot) =>
        Math.Abs(left - pivot).CompareTo(Math.Abs(right - pivot));

    [NativeLibrary("c", MacOS = "libSystem.dylib", Windows = "ucrtbase")]
    private static partial class LibC
    {
        [NativeFunction("qsort")]
        public static partial void Sort(Span<int> items, nuint count, nuint size, CompareNumbers compare);

        // The order of GNU. BSD and Windows have the last two the other way round.
        [NativeFunction("qsort_r")]
        public static partial void SortWith(Span<int> items, nuint count, nuint size, nint compare, in int argument);
    }
}
