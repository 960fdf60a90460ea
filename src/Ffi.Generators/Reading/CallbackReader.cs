using System.Globalization;
using Ffi.Generators.Model;
using Microsoft.CodeAnalysis;

namespace Ffi.Generators.Reading;

/// <summary>Reads what native code may call.</summary>
internal static class CallbackReader
{
    /// <summary>The attribute on a method, delegate type or parameter; null where there is none.</summary>
    public static AttributeData? FindAttribute(ISymbol symbol) => symbol.Find(AttributeReader.Ffi, "NativeCallbackAttribute");

    /// <summary>The delegate that a parameter takes; null where its type is no delegate.</summary>
    public static CallbackModel? Read(IParameterSymbol parameter, TypeReader types) =>
        parameter.Type is INamedTypeSymbol { TypeKind: TypeKind.Delegate } type ? Read(type, FindAttribute(parameter), types) : null;

    /// <summary>A delegate type, with what an attribute nearer than the type's own says.</summary>
    public static CallbackModel Read(INamedTypeSymbol type, AttributeData? nearer, TypeReader types)
    {
        AttributeData? attribute = nearer ?? FindAttribute(type);
        return new CallbackModel(
            type.WithNullableAnnotation(NullableAnnotation.NotAnnotated).ToDisplayString(TypeReader.Qualified),
            DelegateReader.Read(type, types),
            ReadDefault(attribute),
            attribute?.Named<bool>("ContinueAfterException") ?? false);
    }

    /// <summary>The default that an attribute names, as C# writes it.</summary>
    public static string? ReadDefault(AttributeData? attribute)
    {
        TypedConstant value = attribute?.NamedArguments.FirstOrDefault(static argument => argument.Key == "Default").Value ?? default;
        return value.Kind is TypedConstantKind.Primitive or TypedConstantKind.Enum ? Write(value.Value) : null;
    }

    private static string? Write(object? value) => value switch
    {
        bool truth => truth ? "1" : "0",
        char letter => ((int)letter).ToString(CultureInfo.InvariantCulture),
        float number => number.ToString("R", CultureInfo.InvariantCulture) + "F",
        double number => number.ToString("R", CultureInfo.InvariantCulture) + "D",
        IFormattable number => number.ToString(null, CultureInfo.InvariantCulture),
        _ => null,
    };
}
