using System.Reflection;
using Ffi.Generators.Model;
using Ffi.Generators.Planning;

namespace Ffi.Generators.Tests.Incremental;

/// <summary>Makes values of the model's types; two variants of a type differ.</summary>
internal static class Sample
{
    private const int DeepestNest = 3;

    /// <summary>The immutable records of the model and of planning.</summary>
    public static bool IsRecord(Type type) =>
        type.Namespace is "Ffi.Generators.Model" or "Ffi.Generators.Planning" && !type.IsAbstract && type.GetMethod("<Clone>$") is not null;

    public static object Of(Type type, int variant) => Of(type, variant, depth: 0)!;

    private static object? Of(Type type, int variant, int depth)
    {
        type = Nullable.GetUnderlyingType(type) ?? type;
        if (type == typeof(string))
        {
            return "text" + variant;
        }

        if (type == typeof(int))
        {
            return 3 + variant;
        }

        if (type == typeof(bool))
        {
            return variant == 0;
        }

        if (type.IsEnum)
        {
            return Enum.GetValues(type).GetValue(variant)!;
        }

        if (type.IsGenericType && type.GetGenericTypeDefinition() == typeof(EquatableArray<>))
        {
            return typeof(Sample).GetMethod(nameof(ArrayOf), BindingFlags.Static | BindingFlags.NonPublic)!
                .MakeGenericMethod(type.GenericTypeArguments).Invoke(null, [variant, depth])!;
        }

        // A type's element has a type, and so on.
        return depth > DeepestNest ? null : OfRecord(type, variant, depth + 1);
    }

    private static object OfRecord(Type type, int variant, int depth)
    {
        Type concrete = type.IsAbstract
            ? type
                .Assembly.GetTypes()
                .First(candidate => candidate.BaseType == type && candidate.GetConstructors()[0].GetParameters().Length > 0)
            : type;
        ConstructorInfo constructor = concrete.GetConstructors().MaxBy(candidate => candidate.GetParameters().Length)!;
        return constructor.Invoke([.. constructor.GetParameters().Select(parameter => Of(parameter.ParameterType, variant, depth))]);
    }

    private static EquatableArray<T> ArrayOf<T>(int variant, int depth)
        where T : IEquatable<T> => Of(typeof(T), variant, depth) is T item ? new[] { item }.ToEquatableArray() : EquatableArray<T>.Empty;
}
