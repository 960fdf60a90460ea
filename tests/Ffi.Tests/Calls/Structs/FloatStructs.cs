namespace Ffi.Tests.Calls.Structs;

/// <summary>Structs of one to four floats or doubles.</summary>
[NativeLibrary("benchmarktest")]
internal static partial class FloatStructs
{
    internal record struct Float1(float X);
    internal record struct Float2(float X, float Y);
    internal record struct Float3(float X, float Y, float Z);
    internal record struct Float4(float X, float Y, float Z, float W);
    internal record struct Double1(double X);
    internal record struct Double2(double X, double Y);
    internal record struct Double3(double X, double Y, double Z);
    internal record struct Double4(double X, double Y, double Z, double W);

    [NativeFunction("scale_float_x1")] internal static partial Float1 Scale(Float1 vector, float factor);
    [NativeFunction("scale_float_x2")] internal static partial Float2 Scale(Float2 vector, float factor);
    [NativeFunction("scale_float_x3")] internal static partial Float3 Scale(Float3 vector, float factor);
    [NativeFunction("scale_float_x4")] internal static partial Float4 Scale(Float4 vector, float factor);
    [NativeFunction("scale_double_x1")] internal static partial Double1 Scale(Double1 vector, double factor);
    [NativeFunction("scale_double_x2")] internal static partial Double2 Scale(Double2 vector, double factor);
    [NativeFunction("scale_double_x3")] internal static partial Double3 Scale(Double3 vector, double factor);
    [NativeFunction("scale_double_x4")] internal static partial Double4 Scale(Double4 vector, double factor);

    [NativeFunction("weigh_float_x1")] internal static partial float Weigh(float before, Float1 vector, float after);
    [NativeFunction("weigh_float_x2")] internal static partial float Weigh(float before, Float2 vector, float after);
    [NativeFunction("weigh_float_x3")] internal static partial float Weigh(float before, Float3 vector, float after);
    [NativeFunction("weigh_float_x4")] internal static partial float Weigh(float before, Float4 vector, float after);
    [NativeFunction("weigh_double_x1")] internal static partial double Weigh(double before, Double1 vector, double after);
    [NativeFunction("weigh_double_x2")] internal static partial double Weigh(double before, Double2 vector, double after);
    [NativeFunction("weigh_double_x3")] internal static partial double Weigh(double before, Double3 vector, double after);
    [NativeFunction("weigh_double_x4")] internal static partial double Weigh(double before, Double4 vector, double after);

    [NativeFunction("weigh_late_float_x1")]
    internal static partial float WeighLate(
        float a1, float a2, float a3, float a4, float a5, float a6, float a7, Float1 vector, float after);
    [NativeFunction("weigh_late_float_x2")]
    internal static partial float WeighLate(
        float a1, float a2, float a3, float a4, float a5, float a6, float a7, Float2 vector, float after);
    [NativeFunction("weigh_late_float_x3")]
    internal static partial float WeighLate(
        float a1, float a2, float a3, float a4, float a5, float a6, float a7, Float3 vector, float after);
    [NativeFunction("weigh_late_float_x4")]
    internal static partial float WeighLate(
        float a1, float a2, float a3, float a4, float a5, float a6, float a7, Float4 vector, float after);
    [NativeFunction("weigh_late_double_x1")]
    internal static partial double WeighLate(
        double a1, double a2, double a3, double a4, double a5, double a6, double a7, Double1 vector, double after);
    [NativeFunction("weigh_late_double_x2")]
    internal static partial double WeighLate(
        double a1, double a2, double a3, double a4, double a5, double a6, double a7, Double2 vector, double after);
    [NativeFunction("weigh_late_double_x3")]
    internal static partial double WeighLate(
        double a1, double a2, double a3, double a4, double a5, double a6, double a7, Double3 vector, double after);
    [NativeFunction("weigh_late_double_x4")]
    internal static partial double WeighLate(
        double a1, double a2, double a3, double a4, double a5, double a6, double a7, Double4 vector, double after);
}
