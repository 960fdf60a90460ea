using Ffi.Generators.Model;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Ffi.Generators.Reading;

/// <summary>Finds the callbacks that are created with a delegate type that is known at compile time.</summary>
internal static class CallbackSiteReader
{
    /// <summary>A cheap look at the names alone: <c>NativeCallback&lt;…&gt;.Create(…)</c>.</summary>
    public static bool MayBeIntercepted(SyntaxNode node) =>
        node is InvocationExpressionSyntax { Expression: MemberAccessExpressionSyntax { Name.Identifier.ValueText: "Create" } access }
        && NameOf(access) is { Identifier.ValueText: "NativeCallback" };

    /// <summary>The delegate type that a callback is created for; null for calls of other methods.</summary>
    public static INamedTypeSymbol? FindDelegate(
        SemanticModel model,
        InvocationExpressionSyntax invocation,
        CancellationToken cancellation) =>
        model.GetSymbolInfo(invocation, cancellation).Symbol
            is IMethodSymbol { ContainingType: { TypeArguments: [INamedTypeSymbol { TypeKind: TypeKind.Delegate } type] } callback }
        && callback.Is(AttributeReader.Ffi, "NativeCallback")
            ? type
            : null;

    /// <summary>Where the delegate type is written.</summary>
    public static Location PlaceOfDelegate(InvocationExpressionSyntax invocation) =>
        NameOf((MemberAccessExpressionSyntax)invocation.Expression)!.TypeArgumentList.Arguments[0].GetLocation();

    /// <summary>The call; null if its delegate type is open or can't be named in a generated file.</summary>
    public static CallbackSiteModel? Read(GeneratorSyntaxContext context, CancellationToken cancellation)
    {
        InvocationExpressionSyntax invocation = (InvocationExpressionSyntax)context.Node;
        if (FindDelegate(context.SemanticModel, invocation, cancellation) is not { } type
            || !DelegateReader.CanBeNamed(type)
            || context.SemanticModel.GetInterceptableLocation(invocation, cancellation) is not { } location)
        {
            return null;
        }

        SurroundingsModel surroundings = SurroundingsReader.Read([type], context.SemanticModel.Compilation);
        if (!DelegateReader.CanBeNamedInPeace(surroundings))
        {
            return null;
        }

        TypeReader types = TypeReader.Of(context.SemanticModel.Compilation.Assembly);
        return new CallbackSiteModel(
            CallbackReader.Read(type, nearer: null, types),
            surroundings,
            $"{location.GetInterceptsLocationAttributeSyntax()} // {CallSiteReader.PlaceOf(invocation)}");
    }

    private static GenericNameSyntax? NameOf(MemberAccessExpressionSyntax access) =>
        ((access.Expression as SimpleNameSyntax) ?? (access.Expression as MemberAccessExpressionSyntax)?.Name) as GenericNameSyntax;
}
