using Ffi.Generators.Model;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace Ffi.Generators.Reading;

/// <summary>Turns a type with <c>[NativeCallback]</c> methods into its model.</summary>
internal static class CallbackTypeReader
{
    /// <summary>The model of the type around a method; null if another method of the type has it.</summary>
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
            MemberNameReader.Read(type, compilation),
            ReadSurroundings(type, compilation),
            compilation.Options is CSharpCompilationOptions { AllowUnsafe: true });
    }

    // A callback may be obsolete itself, and its address is taken all the same.
    private static SurroundingsModel ReadSurroundings(INamedTypeSymbol type, Compilation compilation)
    {
        SurroundingsModel surroundings = SurroundingsReader.Read(MethodsOf(type).Select(static found => found.Method), compilation);
        return
            MethodsOf(type).Any(static found => found.Method.Find("System", "ObsoleteAttribute") is not null)
            || surroundings.MeetsObsoleteErrors
            ? surroundings with
            {
                MeetsObsoleteErrors = true,
                Warnings = surroundings.Warnings.Append("CS0612").Distinct().ToEquatableArray(),
            }
            : surroundings;
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

    // A protected member of a sealed type is a warning.
    private static Accessibility AccessibilityOf(IMethodSymbol method) =>
        (method.DeclaredAccessibility, method.ContainingType.IsSealed) switch
        {
            (Accessibility.Protected or Accessibility.ProtectedAndInternal, true) => Accessibility.Private,
            (Accessibility.ProtectedOrInternal, true) => Accessibility.Internal,
            (var accessibility, _) => accessibility,
        };

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
            (method.Find("System", "ObsoleteAttribute") is null ? "" : "[global::System.Obsolete] ")
                + SyntaxFacts.GetText(AccessibilityOf(method)),
            attribute.Named<int>("OnException") switch
            {
                1 => "Report",
                2 => "Default",
                _ => "FailFast",
            },
            CallbackDefaultReader.Read(attribute, method.ReturnType));
    }
}
