using Ffi.Generators.Planning;
using Ffi.Generators.Reading;
using Microsoft.CodeAnalysis;

namespace Ffi.Generators.Analysis;

/// <summary>Finds the attribute where no library's functions are looked for.</summary>
internal static class StrayProblems
{
    /// <summary>The problem of one method; null if it is an ordinary method of a library, or no function.</summary>
    public static (Problem Problem, Location Location)? Find(IMethodSymbol method)
    {
        if (method.PartialDefinitionPart is not null || FunctionReader.FindAttribute(method) is not { } attribute)
        {
            return null;
        }

        if (KindOf(method) is { } kind)
        {
            Problem unfit = Problem.OfAttribute(ProblemId.FunctionKind, NameOf(method), kind);
            return (unfit, ProblemLocation.Of(unfit.Site, method, attribute));
        }

        if (LibraryReader.FindAttribute(method.ContainingType) is not null)
        {
            return null;
        }

        Problem stray = Problem.OfFunction(ProblemId.FunctionOutsideLibrary, method.Name, method.ContainingType.Name);
        return (stray, ProblemLocation.Of(stray.Site, method, attribute));
    }

    private static string NameOf(IMethodSymbol method) =>
        method.AssociatedSymbol?.Name ?? (method.Name.Length == 0 ? "A lambda" : method.Name);

    private static string? KindOf(IMethodSymbol method) => method.MethodKind switch
    {
        // An extension block is a type without a name.
        MethodKind.Ordinary when method.ContainingType.Name.Length == 0 => "a member of an extension block",
        MethodKind.Ordinary => null,
        MethodKind.LocalFunction => "a local function",
        MethodKind.AnonymousFunction => "a lambda",
        MethodKind.ExplicitInterfaceImplementation => "an explicit interface implementation",
        MethodKind.UserDefinedOperator or MethodKind.Conversion => "an operator",
        _ => "an accessor",
    };
}
