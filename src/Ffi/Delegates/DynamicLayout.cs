using System.Diagnostics.CodeAnalysis;
using System.Reflection;

namespace Ffi;

/// <summary>Which structs are in memory as a C struct does. The generator's rules, for types met as <see cref="Type"/>.</summary>
internal static class DynamicLayout
{
    private const BindingFlags Fields = BindingFlags.Instance | BindingFlags.Public | BindingFlags.NonPublic;

    /// <summary>Why native code can't see memory of an unmanaged type as it is, and what to write instead; null if it can.</summary>
    public static string? FindFault(Type type)
    {
        if (type is { IsGenericType: true } && type.GetGenericTypeDefinition() == typeof(Nullable<>))
        {
            return "Use a pointer, or the value itself";
        }

        return FindLayoutFault(type);
    }

    private static string? FindLayoutFault(Type type)
    {
        if (!IsStruct(type))
        {
            return null;
        }

        if (type.IsAutoLayout)
        {
            return $"'{type}' has automatic layout; use a struct with the fields of the C struct";
        }

        FieldInfo[] fields = FieldsOf(type);
        return fields.Length == 0 && type.StructLayoutAttribute is not { Size: > 1 }
            ? $"'{type}' has no fields; give it the fields of the C struct"
            : fields.Select(static field => FindLayoutFault(field.FieldType)).FirstOrDefault(static fault => fault is not null);
    }

    // A primitive's only field is itself.
    private static bool IsStruct(Type type) => type is { IsValueType: true, IsPrimitive: false, IsEnum: false };

    [UnconditionalSuppressMessage("Trimming", "IL2070", Justification = "The fields of a struct that memory is laid out by are kept.")]
    private static FieldInfo[] FieldsOf(Type type) => type.GetFields(Fields);
}
