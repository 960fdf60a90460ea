using System.Reflection;
using Ffi.Generators.Model;
using Ffi.Generators.Planning;

namespace Ffi.Generators.Tests.Incremental;

/// <summary>Makes values of the model's types; two variants of a type differ.</summary>
internal static class Sample
{
    /// <summary>The immutable records of the model and of planning.</summary>
    public static bool IsRecord(Type type) =>
        type.Namespace is "Ffi.Generators.Model" or "Ffi.Generators.Planning" && !type.IsAbstract && type.GetMethod("<Clone>$") is not null;

    public static object Of(Type type, int variant)
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
                .MakeGenericMethod(type.GenericTypeArguments).Invoke(null, [variant])!;
        }

        return OfRecord(type, variant);
    }

    private static object OfRecord(Type type, int variant)
    {
        Type concrete = type.IsAbstract ? type.Assembly.GetTypes().First(candidate => candidate.BaseType == type && candidate.GetConstructors()[0].GetParameters().Length > 0) : type;
        ConstructorInfo constructor = concrete.GetConstructors().MaxBy(candidate => candidate.GetParameters().Length)!;
        return constructor.Invoke([.. constructor.GetParameters().Select(parameter => parameter.ParameterType == type ? null : Of(parameter.ParameterType, variant))]);
    }

    private static EquatableArray<T> ArrayOf<T>(int variant)
        where T : IEquatable<T> => new[] { (T)Of(typeof(T), variant) }.ToEquatableArray();
}
