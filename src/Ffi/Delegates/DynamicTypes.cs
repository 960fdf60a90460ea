using System.Diagnostics.CodeAnalysis;
using System.Reflection;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace Ffi;

/// <summary>Which types can be passed, and as what: the generator's rules, for types met as <see cref="Type"/>.</summary>
[UnconditionalSuppressMessage("Trimming", "IL2070", Justification = "Fields of a struct that is passed are not trimmed.")]
internal static class DynamicTypes
{
    // C has no type that is passed like these, although their fields are in memory as in C.
    private static readonly HashSet<Type> s_withoutCounterpart =
    [
        typeof(decimal), typeof(DateTime), typeof(DateTimeOffset), typeof(Half), typeof(Int128), typeof(UInt128),
        typeof(RuntimeTypeHandle), typeof(RuntimeMethodHandle), typeof(RuntimeFieldHandle),
    ];

    /// <summary>What stands for the type in a native signature; null if it can't be used there by value.</summary>
    public static Type? NativeTypeOf(Type type, UnmanagedType? marshalAs) => (type, marshalAs) switch
    {
        _ when type == typeof(bool) => marshalAs switch
        {
            null or UnmanagedType.I1 or UnmanagedType.U1 => typeof(byte),
            UnmanagedType.Bool => typeof(int),
            _ => null,
        },
        _ when type == typeof(char) => marshalAs is null or UnmanagedType.I2 or UnmanagedType.U2 ? typeof(ushort) : null,
        ({ IsPrimitive: true }, _) => marshalAs is null || TypeOfWidth(marshalAs.Value) == type ? type : null,
        (_, not null) => null,
        _ when type == typeof(NFloat) => typeof(double),
        ({ IsPointer: true } or { IsUnmanagedFunctionPointer: true }, _) => typeof(nint),
        ({ IsEnum: true }, _) => Enum.GetUnderlyingType(type),
        ({ IsValueType: true }, _) when IsBlittable(type) => type,
        _ => null,
    };

    /// <summary>Whether <c>[MarshalAs]</c> says of a value only what holds without it.</summary>
    public static bool IsAnyway(Type type, UnmanagedType? marshalAs) =>
        marshalAs is null || (NativeTypeOf(type, marshalAs) is { } native && native == NativeTypeOf(type, null));

    /// <summary>Whether memory of this type may be seen by native code as it is.</summary>
    public static bool IsPinnable(Type type) =>
        type.IsPrimitive
        || type.IsEnum
        || type.IsPointer
        || type.IsUnmanagedFunctionPointer
        || (
            type is { IsValueType: true, IsByRefLike: false, IsAutoLayout: false }
            && type != typeof(void)
            && DynamicLayout.FindFault(type) is null
            && !HoldsOthers(type));

    private static bool IsBlittable(Type type) =>
        !type.IsGenericTypeDefinition && type != typeof(void) && IsBlittable(type, type.Assembly);

    private static bool IsBlittable(Type type, Assembly declaring)
    {
        if (HasNoCounterpart(type) || type.IsAutoLayout)
        {
            return false;
        }

        FieldInfo[] fields = type.GetFields(BindingFlags.Instance | BindingFlags.Public | BindingFlags.NonPublic);
        return fields.Length > 0 && Array.TrueForAll(fields, field => IsBlittable(field, type, declaring));
    }

    private static bool IsBlittable(FieldInfo field, Type owner, Assembly declaring)
    {
        FixedBufferAttribute? buffer = field.GetCustomAttribute<FixedBufferAttribute>();
        Type type = buffer?.ElementType ?? field.FieldType;
        if (type == typeof(char) && owner.IsUnicodeClass && buffer is null)
        {
            return true;
        }

        // The runtime would marshal these, unless the assembly disables run-time marshalling.
        if (type == typeof(bool) || type == typeof(char))
        {
            return declaring.IsDefined(typeof(DisableRuntimeMarshallingAttribute), inherit: false);
        }

        return type.IsPrimitive || type.IsEnum || type.IsPointer || type.IsFunctionPointer
            || (type is { IsValueType: true, IsByRefLike: false } && IsBlittable(type, declaring));
    }

    private static bool HasNoCounterpart(Type type) => s_withoutCounterpart.Contains(type)
        || (type.IsGenericType && type.GetGenericTypeDefinition() == typeof(Nullable<>))
        || type.Namespace == "System.Runtime.Intrinsics"
        || type is { Namespace: "System.Numerics", Name: "Vector`1" };

    private static Type? TypeOfWidth(UnmanagedType marshalAs) => marshalAs switch
    {
        UnmanagedType.I1 => typeof(sbyte),
        UnmanagedType.U1 => typeof(byte),
        UnmanagedType.I2 => typeof(short),
        UnmanagedType.U2 => typeof(ushort),
        UnmanagedType.I4 => typeof(int),
        UnmanagedType.U4 => typeof(uint),
        UnmanagedType.I8 => typeof(long),
        UnmanagedType.U8 => typeof(ulong),
        UnmanagedType.R4 => typeof(float),
        UnmanagedType.R8 => typeof(double),
        UnmanagedType.SysInt => typeof(nint),
        UnmanagedType.SysUInt => typeof(nuint),
        _ => null,
    };

    private static bool HoldsOthers(Type type) => Array.Exists(
        type.GetFields(BindingFlags.Instance | BindingFlags.Public | BindingFlags.NonPublic),
        static field => !IsPinnable(field.FieldType));
}
