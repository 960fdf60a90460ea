using Ffi.Headers.Checking.Declarations;

namespace Ffi.Tool.Assemblies.Types;

/// <summary>The framework's types that interop uses, by name.</summary>
internal static class KnownTypes
{
    private static readonly IntegerShape s_byte = new(IntegerWidth.One, IsSigned: false);

    private static readonly FloatShape s_float = new(4);

    private static readonly Dictionary<string, ValueShape> s_values = new(StringComparer.Ordinal)
    {
        ["System.Runtime.InteropServices.CLong"] = new IntegerShape(IntegerWidth.CLong, IsSigned: true),
        ["System.Runtime.InteropServices.CULong"] = new IntegerShape(IntegerWidth.CLong, IsSigned: false),
        ["System.Runtime.InteropServices.NFloat"] = new FloatShape(8),
        ["System.Runtime.InteropServices.HandleRef"] = new AddressShape(),
        ["System.Runtime.InteropServices.GCHandle"] = new IntegerShape(IntegerWidth.Native, IsSigned: true),
        ["System.Runtime.InteropServices.ArrayWithOffset"] = new AddressShape(),
        ["System.Half"] = new FloatShape(2),
        ["System.Int128"] = new IntegerShape(IntegerWidth.Sixteen, IsSigned: true),
        ["System.UInt128"] = new IntegerShape(IntegerWidth.Sixteen, IsSigned: false),
        ["System.DateTime"] = new FloatShape(8),
        ["System.TimeSpan"] = new IntegerShape(IntegerWidth.Eight, IsSigned: true),
        ["System.Text.Rune"] = new IntegerShape(IntegerWidth.Four, IsSigned: false),
        ["System.Guid"] = Struct(
            "Guid",
            [
                new IntegerShape(IntegerWidth.Four, IsSigned: false),
                new IntegerShape(IntegerWidth.Two, IsSigned: false),
                new IntegerShape(IntegerWidth.Two, IsSigned: false),
                new FixedArrayShape(s_byte, 8),
            ]),
        ["System.Numerics.Vector2"] = Floats("Vector2", 2),
        ["System.Numerics.Vector3"] = Floats("Vector3", 3),
        ["System.Numerics.Vector4"] = Floats("Vector4", 4),
        ["System.Numerics.Quaternion"] = Floats("Quaternion", 4),
        ["System.Numerics.Plane"] = Floats("Plane", 4),
        ["System.Numerics.Matrix3x2"] = Floats("Matrix3x2", 6),
        ["System.Numerics.Matrix4x4"] = Floats("Matrix4x4", 16),
    };

    /// <summary>How a value of a type is passed; null if the type isn't known.</summary>
    public static ValueShape? Find(string fullName) => s_values.GetValueOrDefault(fullName);

    /// <summary>Whether a class is the framework's base for handles, or one of its handles.</summary>
    public static bool IsHandle(string fullName) =>
        fullName
            is "System.Runtime.InteropServices.SafeHandle"
                or "System.Runtime.InteropServices.CriticalHandle"
                or "System.Runtime.InteropServices.SafeBuffer"
        || fullName.StartsWith("Microsoft.Win32.SafeHandles.", StringComparison.Ordinal);

    /// <summary>Whether a class is the framework's base for delegates, or one of its delegates.</summary>
    public static bool IsDelegate(string fullName) =>
        fullName is "System.MulticastDelegate" or "System.Delegate" or "System.Action" or "System.AsyncCallback"
        || fullName.StartsWith("System.Action`", StringComparison.Ordinal)
        || fullName.StartsWith("System.Func`", StringComparison.Ordinal);

    private static StructShape Floats(string name, int count) => Struct(name, [.. Enumerable.Repeat<ValueShape>(s_float, count)]);

    private static StructShape Struct(string name, ValueShape[] fields) =>
        new(new ManagedStruct(name, () => [.. fields.Select(static (field, index) => new ManagedField($"_{index}", field))]));
}
