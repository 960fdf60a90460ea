using Ffi.Generators.Model;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace Ffi.Generators.Reading;

/// <summary>Turns a type with <c>[NativeCallback]</c> methods into its model.</summary>
internal static class CallbackTypeReader
{
    /// <summary>The model of the type around a method; null where another method of the type has it.</summary>
    public static CallbackTypeModel? Read(GeneratorAttributeSyntaxContext target, CancellationToken cancellation)
    {
        IMethodSymbol method = (IMethodSymbol)target.TargetSymbol;
        return method.ContainingType is { } type && SymbolEqualityComparer.Default.Equals(MethodsOf(type).FirstOrDefault().Method, method)
            ? Read(type, target.SemanticModel.Compilation, cancellation)
            : null;
    }

    public static CallbackTypeModel Read(INamedTypeSymbol type, Compilation compilation, CancellationToken cancellation)
    {
        TypeReader types = TypeReader.Of(compilation.Assembly);
        return new CallbackTypeModel(
            type.ContainingNamespace.IsGlobalNamespace ? "" : type.ContainingNamespace.ToDisplayString(),
            LibraryReader.ReadNest(type, cancellation),
            MethodsOf(type).Select(found => Read(found.Method, found.Attribute, types)).ToEquatableArray(),
            compilation.Options is CSharpCompilationOptions { AllowUnsafe: true });
    }

    /// <summary>The callbacks of a type with their attributes, in the order of the model.</summary>
    public static IEnumerable<(IMethodSymbol Method, AttributeData Attribute)> MethodsOf(INamedTypeSymbol type)
    {
        foreach (ISymbol member in type.GetMembers())
        {
            if (member is IMethodSymbol { MethodKind: MethodKind.Ordinary } method && CallbackReader.FindAttribute(method) is { } attribute)
            {
                yield return (method, attribute);
            }
        }
    }

    private static CallbackMethodModel Read(IMethodSymbol method, AttributeData attribute, TypeReader types)
    {
        FunctionOptions options = OptionsReader.Read(method, function: null);
        FunctionFlaws flaws = (method.IsStatic ? FunctionFlaws.Static : FunctionFlaws.Instance)
            | (method.IsGenericMethod ? FunctionFlaws.Generic : FunctionFlaws.None)
            | (method.RefKind != RefKind.None ? FunctionFlaws.ReturnsByReference : FunctionFlaws.None);
        FunctionModel signature = new(
            method.Name,
            EntryPoint: "",
            Modifiers: "",
            types.Read(method.ReturnType),
            method.Parameters.Select(parameter => FunctionReader.ReadParameter(parameter, method, types, options)).ToEquatableArray(),
            options,
            flaws,
            AttributeReader.ReadMarshalAs(method.GetReturnTypeAttributes()),
            Unheeded: new InteropAttributeReader(method, method, function: null).Read(isCallback: true),
            UnheededByReturn: ValueAttributeReader.ReadReturn(method));
        return new CallbackMethodModel(
            signature,
            SyntaxFacts.GetText(method.DeclaredAccessibility),
            attribute.Named<int>("OnException") switch { 1 => "Report", 2 => "Default", _ => "FailFast" },
            CallbackDefaultReader.Read(attribute, method.ReturnType));
    }
}
