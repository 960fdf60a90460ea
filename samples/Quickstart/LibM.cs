using Ffi;

namespace Quickstart;

/// <summary>The C library's mathematics: <c>math.h</c>.</summary>
[NativeLibrary("m", MacOS = "libSystem.dylib", Windows = "ucrtbase")]
internal static partial class LibM
{
    [NativeFunction("cos")]
    public static partial double Cos(double x);

    [NativeFunction("hypot")]
    public static partial double Hypot(double x, double y);

    /// <summary>Splits a number into a fraction and a power of two.</summary>
    [NativeFunction("frexp")]
    public static partial double Frexp(double x, out int exponent);

    /// <summary>A GNU extension: other C libraries don't have it.</summary>
    [NativeFunction("exp10", Optional = true)]
    public static partial double Exp10(double x);
}
