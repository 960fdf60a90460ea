using Ffi.Generators.Model;

namespace Ffi.Generators.Planning;

/// <summary>Values that are passed as they are, or by one conversion.</summary>
internal static class DirectPlanner
{
    public static ParameterPlan? TryPlan(ParameterModel parameter, LocalNames names)
    {
        if (parameter.Mode != PassingMode.Value || NativeTypeOf(parameter.Type, parameter.MarshalAs) is not { } native)
        {
            return null;
        }

        string name = Identifier.Escape(parameter.Name);
        string argument = parameter.Type.Shape switch
        {
            TypeShape.Boolean when native == "int" => $"{name} ? 1 : 0",
            TypeShape.Boolean => $"{name} ? (byte)1 : (byte)0",
            _ when IsNFloat(parameter.Type) => $"global::Ffi.CompilerServices.NativeFloat.ToDouble({name})",
            _ => name,
        };
        return new DirectParameter(Declaration.Of(parameter), native, argument);
    }

    /// <summary>Whether <c>[MarshalAs]</c> says of a value only what holds without it.</summary>
    public static bool IsAnyway(TypeModel type, int? marshalAs) =>
        marshalAs is null || (NativeTypeOf(type, marshalAs) is { } native && native == NativeTypeOf(type, null));

    /// <summary>Whether the type is .NET's <c>NFloat</c>, a struct in place of C's <c>double</c>.</summary>
    public static bool IsNFloat(TypeModel type) =>
        type is { Shape: TypeShape.BlittableStruct, Name: "global::System.Runtime.InteropServices.NFloat" };

    /// <summary>What stands for the type in a native signature; null if it can't be used there by value.</summary>
    public static string? NativeTypeOf(TypeModel type, int? marshalAs) => (type.Shape, marshalAs) switch
    {
        (TypeShape.Boolean, null or UnmanagedTypes.I1 or UnmanagedTypes.U1) => "byte",
        (TypeShape.Boolean, UnmanagedTypes.Bool) => "int",
        (TypeShape.Char, null or UnmanagedTypes.I2 or UnmanagedTypes.U2) => "ushort",
        (TypeShape.BlittableStruct, null) when IsNFloat(type) => "double",
        (TypeShape.Scalar or TypeShape.BlittableStruct, null) => type.Name,
        (TypeShape.Scalar, { } width) when UnmanagedTypes.IsWidthOf(width, type.Name) => type.Name,
        _ => null,
    };
}
