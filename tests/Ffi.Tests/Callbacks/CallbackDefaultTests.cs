using System.Runtime.InteropServices;

namespace Ffi.Tests.Callbacks;

/// <summary>What C gets from a callback that throws.</summary>
public sealed class CallbackDefaultTests
{
    [Fact]
    public void OfStaticMethods_ArriveBitForBit()
    {
        Assert.Equal(double.NaN, Defaults.Double(Defaults.NotANumberPointer, 1));
        Assert.Equal(double.NegativeInfinity, Defaults.Double(Defaults.LeastPointer, 1));
        Assert.Equal(long.MinValue, BitConverter.DoubleToInt64Bits(Defaults.Double(Defaults.NegativeZeroPointer, 1)));
        Assert.Equal(0.1f, Defaults.Single(Defaults.TenthPointer, 1));
        Assert.Equal(255, Defaults.Byte(Defaults.FullPointer, 1));
        Assert.Equal(long.MinValue, Defaults.Int64(Defaults.LowestPointer, 1));
        Assert.Equal(ulong.MaxValue, Defaults.UInt64(Defaults.HighestPointer, 1));
        Assert.Equal(-1, Defaults.Pointer(Defaults.NowherePointer, 1));
        Assert.Equal('λ', Defaults.Char(Defaults.LetterPointer, 1));
        Assert.Equal(DayOfWeek.Friday, Defaults.Day(Defaults.FridayPointer, 1));
        Assert.Equal(-5, Defaults.Long(Defaults.MinusFivePointer, 1).Value);
        Assert.Equal(1, Defaults.Byte(Defaults.TruePointer, 1));
    }

    [Fact]
    public void OfDelegates_ArriveBitForBit()
    {
        Assert.Equal(double.NaN, CallIgnoringItsException(() => Defaults.Answer(_ => throw new InvalidOperationException(), 1)));
        using var number = NativeCallback<NumberOrNaN>.Create(_ => throw new InvalidOperationException(), OnException.Default);
        using var day = NativeCallback<DayOrFriday>.Create(_ => throw new InvalidOperationException(), OnException.Default);

        Assert.Equal(double.NaN, Defaults.Double(number.Pointer, 1));
        Assert.Equal(DayOfWeek.Friday, Defaults.Day(day.Pointer, 1));
    }

    [Fact]
    public void OfCallbacksMadeAtRunTime_ArriveBitForBit()
    {
        Assert.Equal(double.NaN, Defaults.Double(Open<NumberOrNaN>(_ => throw new InvalidOperationException()), 1));
        Assert.Equal(float.PositiveInfinity, Defaults.Single(Open<SingleOrInfinity>(_ => throw new InvalidOperationException()), 1));
        Assert.Equal(DayOfWeek.Friday, Defaults.Day(Open<DayOrFriday>(_ => throw new InvalidOperationException()), 1));
        Assert.Equal(255, Defaults.Byte(Open<ByteOrFull>(_ => throw new InvalidOperationException()), 1));
        Assert.Equal(ulong.MaxValue, Defaults.UInt64(Open<WordOrHighest>(_ => throw new InvalidOperationException()), 1));
        Assert.Equal(-1, Defaults.Pointer(Open<PointerOrNowhere>(_ => throw new InvalidOperationException()), 1));
        Assert.Equal('λ', Defaults.Char(Open<CharOrLambda>(_ => throw new InvalidOperationException()), 1));
        Assert.Equal(1, Defaults.Byte(Open<BoolOrTrue>(_ => throw new InvalidOperationException()), 1));
    }

    private static double CallIgnoringItsException(Func<double> call)
    {
        Assert.Throws<InvalidOperationException>(() => call());
        return Defaults.LastDouble();
    }

    // Kept for the life of the process, as the tests are.
    private static nint Open<TDelegate>(TDelegate callback)
        where TDelegate : Delegate => NativeCallback<TDelegate>.Create(callback, OnException.Default).Pointer;
}

[NativeCallback(Default = double.NaN)]
public delegate double NumberOrNaN(int value);

[NativeCallback(Default = float.PositiveInfinity)]
public delegate float SingleOrInfinity(int value);

[NativeCallback(Default = DayOfWeek.Friday)]
public delegate DayOfWeek DayOrFriday(int value);

[NativeCallback(Default = 255)]
public delegate byte ByteOrFull(int value);

[NativeCallback(Default = ulong.MaxValue)]
public delegate ulong WordOrHighest(int value);

[NativeCallback(Default = -1)]
public delegate nint PointerOrNowhere(int value);

[NativeCallback(Default = 'λ')]
public delegate char CharOrLambda(int value);

[NativeCallback(Default = true)]
public delegate bool BoolOrTrue(int value);

[NativeLibrary("benchmarktest")]
internal static unsafe partial class Defaults
{
    [NativeFunction("answer_double")]
    public static partial double Double(nint function, int value);

    [NativeFunction("answer_double")]
    public static partial double Answer([NativeCallback(Default = double.NaN)] Func<int, double> function, int value);

    [NativeFunction("answer_last_double")]
    public static partial double LastDouble();

    [NativeFunction("answer_float")]
    public static partial float Single(nint function, int value);

    [NativeFunction("answer_byte")]
    public static partial byte Byte(nint function, int value);

    [NativeFunction("answer_int64")]
    public static partial long Int64(nint function, int value);

    [NativeFunction("answer_uint64")]
    public static partial ulong UInt64(nint function, int value);

    [NativeFunction("answer_pointer")]
    public static partial nint Pointer(nint function, int value);

    [NativeFunction("answer_char")]
    public static partial char Char(nint function, int value);

    [NativeFunction("answer_int32")]
    public static partial DayOfWeek Day(nint function, int value);

    [NativeFunction("answer_long")]
    public static partial CLong Long(nint function, int value);

    [NativeCallback(OnException = OnException.Default, Default = double.NaN)]
    internal static double NotANumber(int value) => throw new InvalidOperationException();

    [NativeCallback(OnException = OnException.Default, Default = double.NegativeInfinity)]
    internal static double Least(int value) => throw new InvalidOperationException();

    [NativeCallback(OnException = OnException.Default, Default = -0.0)]
    internal static double NegativeZero(int value) => throw new InvalidOperationException();

    [NativeCallback(OnException = OnException.Default, Default = 0.1)]
    internal static float Tenth(int value) => throw new InvalidOperationException();

    [NativeCallback(OnException = OnException.Default, Default = 255)]
    internal static byte Full(int value) => throw new InvalidOperationException();

    [NativeCallback(OnException = OnException.Default, Default = long.MinValue)]
    internal static long Lowest(int value) => throw new InvalidOperationException();

    [NativeCallback(OnException = OnException.Default, Default = ulong.MaxValue)]
    internal static ulong Highest(int value) => throw new InvalidOperationException();

    [NativeCallback(OnException = OnException.Default, Default = -1)]
    internal static void* Nowhere(int value) => throw new InvalidOperationException();

    [NativeCallback(OnException = OnException.Default, Default = 'λ')]
    internal static char Letter(int value) => throw new InvalidOperationException();

    [NativeCallback(OnException = OnException.Default, Default = DayOfWeek.Friday)]
    internal static DayOfWeek Friday(int value) => throw new InvalidOperationException();

    [NativeCallback(OnException = OnException.Default, Default = -5)]
    internal static CLong MinusFive(int value) => throw new InvalidOperationException();

    [NativeCallback(OnException = OnException.Default, Default = true)]
    internal static bool True(int value) => throw new InvalidOperationException();
}
