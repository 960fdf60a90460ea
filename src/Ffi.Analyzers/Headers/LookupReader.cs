using Ffi.Analyzers.Headers.Reading;
using Ffi.Generators.Reading;
using Ffi.Headers.Checking.Declarations;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Diagnostics;

namespace Ffi.Analyzers.Headers;

/// <summary>Reads what a program says of a symbol that it looks up itself: a delegate type, or the function pointer type that the address
/// is cast to.</summary>
internal static class LookupReader
{
    /// <summary>The functions; null if a call looks nothing up.</summary>
    public static IReadOnlyList<ManagedFunction>? Read(SyntaxNodeAnalysisContext context, ShapeReader shapes)
    {
        var call = (InvocationExpressionSyntax)context.Node;
        SimpleNameSyntax? name = call.Expression switch
        {
            MemberAccessExpressionSyntax access => access.Name,
            SimpleNameSyntax simple => simple,
            _ => null,
        };
        return name?.Identifier.ValueText switch
        {
            "GetFunction" or "TryGetFunction" when name is GenericNameSyntax => ReadFunction(context, call, shapes),
            "GetExport" or "TryGetExport" => ReadExport(context, call, shapes),
            _ => null,
        };
    }

    // module.GetFunction<Compress>("compress")
    private static ManagedFunction[]? ReadFunction(
        SyntaxNodeAnalysisContext context,
        InvocationExpressionSyntax call,
        ShapeReader shapes) =>
        MethodOf(context, call) is { TypeArguments: [INamedTypeSymbol { TypeKind: TypeKind.Delegate } type] } method
        && method.ContainingType.IsIn(AttributeReader.Ffi)
        && NameOf(context, call, 0) is { } symbol
        && new ImportReader(shapes).Read(symbol, type, Marshalling.NativeFunction, call) is { } function
            ? [function]
            : null;

    // (delegate* unmanaged<int, int>)NativeLibrary.GetExport(library, "abs"), also by way of a variable, and
    // Marshal.GetDelegateForFunctionPointer<T>(...).
    private static List<ManagedFunction>? ReadExport(SyntaxNodeAnalysisContext context, InvocationExpressionSyntax call, ShapeReader shapes)
    {
        if (
            MethodOf(context, call) is not { } method
            || !method.ContainingType.Is(AttributeReader.Interop, "NativeLibrary")
            || NameOf(context, call, 1) is not { } symbol)
        {
            return null;
        }

        ImportReader imports = new(shapes);
        List<ManagedFunction> functions = [];
        foreach (
            SyntaxNode use in method.Name == "GetExport"
                ? UsesOf(call, context.SemanticModel, context.CancellationToken)
                : OutUses(context, call))
        {
            if (TypeGiven(context, use) is var (type, place) && imports.Read(symbol, type, Marshalling.Runtime, place) is { } function)
            {
                functions.Add(function);
            }
        }

        return functions;
    }

    private static IEnumerable<SyntaxNode> UsesOf(ExpressionSyntax address, SemanticModel model, CancellationToken cancellation)
    {
        ExpressionSyntax outer = address;
        while (outer.Parent is ParenthesizedExpressionSyntax parenthesized)
        {
            outer = parenthesized;
        }

        yield return outer;
        ISymbol? variable = outer.Parent switch
        {
            EqualsValueClauseSyntax { Parent: VariableDeclaratorSyntax declarator } => model.GetDeclaredSymbol(declarator, cancellation),
            _ => null,
        };
        foreach (SyntaxNode use in variable is ILocalSymbol ? UsesOfLocal(variable, outer, model, cancellation) : [])
        {
            yield return use;
        }
    }

    private static IEnumerable<SyntaxNode> OutUses(SyntaxNodeAnalysisContext context, InvocationExpressionSyntax call) =>
        call.ArgumentList.Arguments.Count == 3
        && call.ArgumentList.Arguments[2].Expression
            is DeclarationExpressionSyntax { Designation: SingleVariableDesignationSyntax designation }
        && context.SemanticModel.GetDeclaredSymbol(designation, context.CancellationToken) is ILocalSymbol local
            ? UsesOfLocal(local, call, context.SemanticModel, context.CancellationToken)
            : [];

    private static IEnumerable<SyntaxNode> UsesOfLocal(ISymbol local, SyntaxNode from, SemanticModel model, CancellationToken cancellation)
    {
        SyntaxNode? body = from.Ancestors()
            .FirstOrDefault(static node =>
                node is BaseMethodDeclarationSyntax or AccessorDeclarationSyntax or LocalFunctionStatementSyntax or CompilationUnitSyntax);
        return body is null
            ? []
            : body.DescendantNodes()
                .OfType<IdentifierNameSyntax>()
                .Where(name =>
                    name.Identifier.ValueText == local.Name
                    && SymbolEqualityComparer.Default.Equals(model.GetSymbolInfo(name, cancellation).Symbol, local));
    }

    // The type to which an address is cast, or for which a delegate is made.
    private static (ITypeSymbol Type, SyntaxNode Place)? TypeGiven(SyntaxNodeAnalysisContext context, SyntaxNode address)
    {
        SyntaxNode? parent = address.Parent;
        while (
            parent is ParenthesizedExpressionSyntax
            || (parent is CastExpressionSyntax cast && cast.Type is not FunctionPointerTypeSyntax && IsAddressCast(context, cast)))
        {
            parent = parent.Parent;
        }

        switch (parent)
        {
            case CastExpressionSyntax { Type: { } written }
                when context.SemanticModel.GetTypeInfo(written, context.CancellationToken).Type is IFunctionPointerTypeSymbol function:
                return (function, written);
            case ArgumentSyntax
            {
                Parent.Parent: InvocationExpressionSyntax
                {
                    Expression: MemberAccessExpressionSyntax
                    {
                        Name: GenericNameSyntax { Identifier.ValueText: "GetDelegateForFunctionPointer" } generic
                    }
                } call
            }
                when MethodOf(context, call) is { TypeArguments: [INamedTypeSymbol { TypeKind: TypeKind.Delegate } type] } method
                    && method.ContainingType.Is(AttributeReader.Interop, "Marshal"):
                return (type, generic.TypeArgumentList.Arguments[0]);
            default:
                return null;
        }
    }

    private static bool IsAddressCast(SyntaxNodeAnalysisContext context, CastExpressionSyntax cast) =>
        context.SemanticModel.GetTypeInfo(cast.Type, context.CancellationToken).Type
            is IPointerTypeSymbol
                or { SpecialType: SpecialType.System_IntPtr or SpecialType.System_UIntPtr };

    private static IMethodSymbol? MethodOf(SyntaxNodeAnalysisContext context, InvocationExpressionSyntax call) =>
        context.SemanticModel.GetSymbolInfo(call, context.CancellationToken).Symbol as IMethodSymbol;

    private static string? NameOf(SyntaxNodeAnalysisContext context, InvocationExpressionSyntax call, int index) =>
        call.ArgumentList.Arguments.Count > index
            ? context.SemanticModel.GetConstantValue(call.ArgumentList.Arguments[index].Expression, context.CancellationToken).Value
                as string
            : null;
}
