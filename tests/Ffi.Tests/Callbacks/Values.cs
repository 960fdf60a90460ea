namespace Ffi.Tests.Callbacks;

public record struct Point(double X, double Y);

public record struct Extent(long Low, long High, double Weight, double Spare);

/// <summary>One of each kind of parameter; as a struct, what C passes.</summary>
public record struct EveryKind(
    byte Flag,
    ushort Letter,
    sbyte Small,
    ushort Word,
    long Wide,
    float Single,
    double Real,
    Point Place,
    Extent Large)
{
    public static EveryKind Sample { get; } = new(1, 'λ', -8, 65_000, 1L << 40, 1.5f, -2.25, new(3, 4), new(5, 6, 7.5, 8));
}

public delegate bool TakeEveryKind(
    bool flag,
    char letter,
    sbyte small,
    ushort word,
    long wide,
    float single,
    double real,
    Point place,
    Extent large);

public delegate double TakeReference(in Point before, ref Point after);
