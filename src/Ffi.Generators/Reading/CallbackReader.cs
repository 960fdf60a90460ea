using Ffi.Generators.Model;
using Microsoft.CodeAnalysis;

namespace Ffi.Generators.Reading;

/// <summary>Reads what native code may call.</summary>
internal static class CallbackReader
{
    /// <summary>The attribute on a method, delegate type or parameter; null if there is none.</summary>
    public static AttributeData? FindAttribute(ISymbol symbol) => symbol.Find(AttributeReader.Ffi, "NativeCallbackAttribute");

    /// <summary>The delegate that a parameter takes; null if its type is no delegate.</summary>
    public static CallbackModel? Read(IParameterSymbol parameter, TypeReader types) =>
        parameter.Type is INamedTypeSymbol { TypeKind: TypeKind.Delegate } type ? Read(type, FindAttribute(parameter), types) : null;

    /// <summary>A delegate type, with what an attribute nearer than the type's own says.</summary>
    public static CallbackModel Read(INamedTypeSymbol type, AttributeData? nearer, TypeReader types)
    {
        AttributeData? attribute = nearer ?? FindAttribute(type);
        return new CallbackModel(
            type.WithNullableAnnotation(NullableAnnotation.NotAnnotated).ToDisplayString(TypeReader.Qualified),
            DelegateReader.Read(type, types, isCallback: true),
            CallbackDefaultReader.Read(attribute, type.DelegateInvokeMethod!.ReturnType),
            attribute?.Named<bool>("ContinueAfterException") ?? false);
    }
}
