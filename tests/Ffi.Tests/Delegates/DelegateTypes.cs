using System.Runtime.InteropServices;

namespace Ffi.Tests.Delegates;

public delegate double Unary(double x);

public delegate double Split(double value, out int exponent);

public delegate nuint Checksum(nuint seed, ReadOnlySpan<byte> data, uint length);

public delegate nuint ChecksumOfArray(nuint seed, byte[]? data, uint length);

public delegate Quotient Divide(int numerator, int denominator);

public delegate nint Text(nint format);

public delegate int Combine(int left, int right);

public delegate int Fail(int error, [LastError] out int lastError);

/// <summary>A function that calls back.</summary>
public delegate int Fold(Combine function, int count);

/// <summary><c>div_t</c> of C's <c>stdlib.h</c>.</summary>
[StructLayout(LayoutKind.Sequential)]
public readonly record struct Quotient(int Value, int Remainder);

/// <summary>A delegate type inside a generic type.</summary>
public static class Of<T>
    where T : unmanaged
{
    public delegate T Unary(T value);
}
