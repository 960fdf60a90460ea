using Ffi.Generators.Model;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Ffi.Generators.Reading;

/// <summary>Finds the calls that can be replaced because their delegate type is known at compile time.</summary>
internal static class CallSiteReader
{
    /// <summary>A cheap look at the name alone.</summary>
    public static bool MayBeIntercepted(SyntaxNode node) =>
        node is InvocationExpressionSyntax invocation && MethodNamed(NameOf(invocation.Expression)?.Identifier.ValueText) is not null;

    /// <summary>The call; null if it is another method's, or a generated file can't name what it is for.</summary>
    public static CallSiteModel? Read(GeneratorSyntaxContext context, CancellationToken cancellation)
    {
        InvocationExpressionSyntax invocation = (InvocationExpressionSyntax)context.Node;
        if (context.SemanticModel.GetSymbolInfo(invocation, cancellation).Symbol is not IMethodSymbol method
            || FindDelegate(method) is not { } type
            || !(DelegateReader.CanBeNamed(type) || DelegateReader.HasNamedSignature(type))
            || context.SemanticModel.GetInterceptableLocation(invocation, cancellation) is not { } location)
        {
            return null;
        }

        bool isHidden = !DelegateReader.CanBeNamed(type);
        SurroundingsModel surroundings = SurroundingsReader.Read([type], context.SemanticModel.Compilation);
        if (!DelegateReader.CanBeNamedInPeace(surroundings))
        {
            return null;
        }

        TypeReader types = TypeReader.Of(context.SemanticModel.Compilation.Assembly);
        return new CallSiteModel(
            MethodNamed(method.Name)!.Value,
            isHidden ? DelegateReader.KeyOf(type) : type.ToDisplayString(TypeReader.Qualified),
            DelegateReader.ReadFunction(type, types),
            surroundings,
            $"{location.GetInterceptsLocationAttributeSyntax()} // {PlaceOf(invocation)}",
            isHidden);
    }

    /// <summary>The delegate type that one of our methods is called for; null for all other methods.</summary>
    public static INamedTypeSymbol? FindDelegate(IMethodSymbol method) =>
        FindDelegateArgument(method) is INamedTypeSymbol { TypeKind: TypeKind.Delegate } type ? type : null;

    /// <summary>The same, a type parameter that stands for it included.</summary>
    public static ITypeSymbol? FindDelegateArgument(IMethodSymbol method) =>
        MethodNamed(method.Name) is { } name
        && method.ContainingType.Is("Ffi", name == InterceptedMethod.FromPointer ? "NativeDelegate" : "NativeModule")
        && method.TypeArguments is [INamedTypeSymbol { TypeKind: TypeKind.Delegate } or ITypeParameterSymbol]
            ? method.TypeArguments[0]
            : null;

    /// <summary>The part of a call's expression that names the method.</summary>
    public static SimpleNameSyntax? NameOf(ExpressionSyntax expression) => expression switch
    {
        MemberAccessExpressionSyntax access => access.Name,
        MemberBindingExpressionSyntax binding => binding.Name,
        SimpleNameSyntax name => name,
        _ => null,
    };

    /// <summary>The call's file and line, for people: the attribute itself is a hash.</summary>
    public static string PlaceOf(InvocationExpressionSyntax invocation)
    {
        FileLinePositionSpan span = (NameOf(invocation.Expression) ?? (SyntaxNode)invocation).GetLocation().GetLineSpan();
        string file = new([
            .. System.IO.Path.GetFileName(span.Path).Select(static c => char.IsControl(c) || c is '\u2028' or '\u2029' ? '?' : c),
        ]);
        return $"{file}, line {span.StartLinePosition.Line + 1}";
    }

    private static InterceptedMethod? MethodNamed(string? name) => name switch
    {
        "GetFunction" => InterceptedMethod.GetFunction,
        "TryGetFunction" => InterceptedMethod.TryGetFunction,
        "FromPointer" => InterceptedMethod.FromPointer,
        _ => null,
    };
}
