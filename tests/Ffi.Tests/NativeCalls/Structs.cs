namespace Ffi.Tests.NativeCalls;

internal record struct LongLong(long First, long Second)
{
    public static NativeType Type => NativeType.Struct(NativeType.Int64, NativeType.Int64);
}

internal record struct DoubleDouble(double First, double Second)
{
    public static NativeType Type => NativeType.Struct(NativeType.Double, NativeType.Double);
}

internal record struct LongDouble(long First, double Second)
{
    public static NativeType Type => NativeType.Struct(NativeType.Int64, NativeType.Double);
}

internal record struct DoubleLong(double First, long Second)
{
    public static NativeType Type => NativeType.Struct(NativeType.Double, NativeType.Int64);
}

internal record struct FloatX4(float First, float Second, float Third, float Fourth)
{
    public static NativeType Type => NativeType.Struct(NativeType.Single, NativeType.Single, NativeType.Single, NativeType.Single);
}

internal record struct FloatX3(float First, float Second, float Third)
{
    public static NativeType Type => NativeType.Struct(NativeType.Single, NativeType.Single, NativeType.Single);
}

internal record struct ByteX3(byte First, byte Second, byte Third)
{
    public static NativeType Type => NativeType.Struct(NativeType.Byte, NativeType.Byte, NativeType.Byte);
}

internal record struct IntFloat(int First, float Second)
{
    public static NativeType Type => NativeType.Struct(NativeType.Int32, NativeType.Single);
}
