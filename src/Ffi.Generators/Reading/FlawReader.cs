using System.Collections.Immutable;
using Ffi.Generators.Model;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Ffi.Generators.Reading;

/// <summary>Reads what is wrong with a declaration, apart from its types.</summary>
internal static class FlawReader
{
    private static readonly string[] s_accessibilities = ["public", "internal", "protected", "private"];

    // With these the compiler asks for an accessibility, as it does for a result.
    private static readonly string[] s_extending = ["virtual", "override", "sealed", "new"];

    public static FunctionFlaws Read(IMethodSymbol method, string modifiers)
    {
        string[] words = modifiers.Split(' ');
        FunctionFlaws flaws = method.IsStatic ? FunctionFlaws.Static : FunctionFlaws.Instance;
        // LibraryImport's generator writes a body or an extern half.
        flaws |= Array.IndexOf(words, "extern") >= 0 ? FunctionFlaws.Extern : IsLibraryImport(method) ? 0 : ReadBody(method);
        flaws |= method.IsGenericMethod ? FunctionFlaws.Generic : 0;
        flaws |= method.RefKind != RefKind.None ? FunctionFlaws.ReturnsByReference : 0;
        flaws |= method.IsVararg ? FunctionFlaws.VariableArguments : 0;
        flaws |= IsImported(method) ? FunctionFlaws.AlsoImported : 0;
        flaws |= IsRejected(method, words) ? FunctionFlaws.Rejected : 0;
        flaws |= IsIncurable(method, flaws, words) ? FunctionFlaws.Incurable : 0;
        flaws |= method.IsPartialDefinition && NeedsBody(method, words) ? FunctionFlaws.NeedsBody : 0;
        return flaws;
    }

    private static FunctionFlaws ReadBody(IMethodSymbol method)
    {
        if (!method.IsPartialDefinition)
        {
            return method.DeclaringSyntaxReferences.Any(HasBody) ? FunctionFlaws.HasBody : FunctionFlaws.NotPartial;
        }

        return method.PartialImplementationPart is { } implementation && !GeneratedFile.Contains(implementation)
            ? FunctionFlaws.HasBody
            : 0;
    }

    private static bool HasBody(SyntaxReference reference) =>
        reference.GetSyntax() is MethodDeclarationSyntax { Body: not null } or MethodDeclarationSyntax { ExpressionBody: not null };

    private static bool IsLibraryImport(IMethodSymbol method) => method.Find(AttributeReader.Interop, "LibraryImportAttribute") is not null;

    private static bool IsImported(IMethodSymbol method) =>
        IsLibraryImport(method)
        || (!method.IsExtern && method.Find(AttributeReader.Interop, "DllImportAttribute") is not null);

    // A second half of a declaration that the compiler refuses would only repeat the errors in the generated file.
    private static bool IsRejected(IMethodSymbol method, string[] modifiers) =>
        modifiers.Any(static modifier => modifier is "abstract" or "async")
        || (method.IsPartialDefinition && NeedsAccessibility(method, modifiers))
        || method.Name.Length == 0
        || HasTwins(method.Parameters)
        || method.Parameters.Any(static parameter => parameter.Name.Length == 0);

    // CS0501, CS0754, CS0759 and CS0601: no second half makes them good.
    private static bool IsIncurable(IMethodSymbol method, FunctionFlaws flaws, string[] modifiers) =>
        (flaws & FunctionFlaws.NotPartial) != 0
        || (method.IsExtern && modifiers.Contains("partial"))
        || (method.MethodKind == MethodKind.ExplicitInterfaceImplementation && modifiers.Contains("partial"))
        || (!method.IsExtern && method.Find(AttributeReader.Interop, "DllImportAttribute") is not null);

    // In C#, a partial method may lack a body only if it is void and has neither `out` parameters nor an accessibility modifier.
    private static bool NeedsBody(IMethodSymbol method, string[] modifiers) =>
        !method.ReturnsVoid
        || HasOneOf(modifiers, s_accessibilities)
        || method.Parameters.Any(static parameter => parameter.RefKind == RefKind.Out);

    private static bool NeedsAccessibility(IMethodSymbol method, string[] modifiers) =>
        (
            !method.ReturnsVoid
            || HasOneOf(modifiers, s_extending)
            || method.Parameters.Any(static parameter => parameter.RefKind == RefKind.Out)
        ) && !HasOneOf(modifiers, s_accessibilities);

    private static bool HasOneOf(string[] modifiers, string[] words)
    {
        foreach (string modifier in modifiers)
        {
            if (Array.IndexOf(words, modifier) >= 0)
            {
                return true;
            }
        }

        return false;
    }

    private static bool HasTwins(ImmutableArray<IParameterSymbol> parameters)
    {
        for (int i = 0; i < parameters.Length; i++)
        {
            for (int j = 0; j < i; j++)
            {
                if (parameters[i].Name == parameters[j].Name)
                {
                    return true;
                }
            }
        }

        return false;
    }
}
