using Ffi.Generators.Model;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Ffi.Generators.Reading;

/// <summary>Finds the structs and objects that signatures have converted.</summary>
internal sealed class CounterpartUseReader
{
    private const int UnmanagedTypeOfArrays = 0x2A;

    private readonly Compilation _compilation;
    private readonly TypeReader _types;
    private readonly Dictionary<ISymbol, CounterpartLayoutModel> _found = new(SymbolEqualityComparer.Default);

    private readonly HashSet<ISymbol> _delegates = new(SymbolEqualityComparer.Default);

    private CounterpartUseReader(Compilation compilation)
    {
        _compilation = compilation;
        _types = TypeReader.Of(compilation.Assembly);
    }

    /// <summary>Those of a library's functions, but for those that only the library itself can name.</summary>
    public static EquatableArray<CounterpartFileModel> ReadLibrary(GeneratorAttributeSyntaxContext target, CancellationToken cancellation)
    {
        if (!LibraryReader.IsFirstDeclaration(target))
        {
            return default;
        }

        CounterpartUseReader reader = new(target.SemanticModel.Compilation);
        foreach ((IMethodSymbol method, _) in LibraryReader.FunctionsOf((INamedTypeSymbol)target.TargetSymbol))
        {
            cancellation.ThrowIfCancellationRequested();
            reader.Visit(method);
        }

        return reader.ToFiles();
    }

    /// <summary>Those of a delegate type that a function is bound to.</summary>
    public static EquatableArray<CounterpartFileModel> ReadCall(GeneratorSyntaxContext context, CancellationToken cancellation)
    {
        InvocationExpressionSyntax invocation = (InvocationExpressionSyntax)context.Node;
        INamedTypeSymbol? type =
            CallbackSiteReader.MayBeIntercepted(invocation)
                ? CallbackSiteReader.FindDelegate(context.SemanticModel, invocation, cancellation)
            : context.SemanticModel.GetSymbolInfo(invocation, cancellation).Symbol is IMethodSymbol method
                ? CallSiteReader.FindDelegate(method)
            : null;
        if (type?.DelegateInvokeMethod is not { } invoke)
        {
            return default;
        }

        CounterpartUseReader reader = new(context.SemanticModel.Compilation);
        reader.Visit(invoke);
        return reader.ToFiles();
    }

    /// <summary>Those of a method that native code calls.</summary>
    public static EquatableArray<CounterpartFileModel> ReadCallback(GeneratorAttributeSyntaxContext target, CancellationToken cancellation)
    {
        CounterpartUseReader reader = new(target.SemanticModel.Compilation);
        reader.Visit((IMethodSymbol)target.TargetSymbol);
        return reader.ToFiles();
    }

    /// <summary>Those of a type that only its own surroundings can name, and that a library's functions have.</summary>
    public static EquatableArray<CounterpartLayoutModel> ReadHidden(IEnumerable<IMethodSymbol> methods, Compilation compilation)
    {
        CounterpartUseReader reader = new(compilation);
        foreach (IMethodSymbol method in methods)
        {
            reader.Visit(method);
        }

        return reader._found.Values
            .Where(static layout => layout.Counterpart.IsHidden)
            .OrderBy(static layout => layout.ClassName, StringComparer.Ordinal)
            .ToEquatableArray();
    }

    private void Visit(IMethodSymbol method)
    {
        Visit(method.ReturnType, isSeenWhereItLies: false);
        foreach (IParameterSymbol parameter in method.Parameters)
        {
            // [MarshalAs] marks what the runtime converts.
            if (
                parameter.Type.SpecialType == SpecialType.None
                && AttributeReader.ReadMarshalAs(parameter.GetAttributes()) is null or UnmanagedTypeOfArrays)
            {
                Visit(parameter.Type, isSeenWhereItLies: parameter.RefKind != RefKind.None);
            }
        }
    }

    // Memory that native code may see as it is gets pinned and not converted.
    private void Visit(ITypeSymbol type, bool isSeenWhereItLies)
    {
        switch (type)
        {
            case IArrayTypeSymbol array:
                Visit(array.ElementType, isSeenWhereItLies: true);
                break;
            case INamedTypeSymbol { TypeKind: TypeKind.Delegate, DelegateInvokeMethod: { } invoke }:
                if (_delegates.Add(type))
                {
                    Visit(invoke);
                }

                break;
            case INamedTypeSymbol { TypeArguments: [var element] }:
                Visit(element, isSeenWhereItLies: true);
                break;
            case INamedTypeSymbol { TypeKind: TypeKind.Struct or TypeKind.Class, IsGenericType: false } named
                when _types.Read(named) is { Counterpart.Fault: FieldFault.None } model && !(isSeenWhereItLies && model.IsUnmanaged):
                Add(named);
                break;
        }
    }

    private void Add(INamedTypeSymbol type)
    {
        if (_found.ContainsKey(type))
        {
            return;
        }

        _found.Add(type, _types.Counterparts.ReadLayout(type));
        foreach (IFieldSymbol field in CounterpartReader.FieldsOf(type))
        {
            Visit(
                field.Type is IArrayTypeSymbol array ? array.ElementType : field.Type,
                isSeenWhereItLies: field.Type is IArrayTypeSymbol
                    && FieldMarshalling.Of(field) is not { Unmanaged: FieldMarshalling.ByValArray });
        }
    }

    // If generated code can't be compiled, nothing is bound, and a diagnostic says so.
    private EquatableArray<CounterpartFileModel> ToFiles() =>
        !InterceptionReader.AllowsUnsafe(_compilation) || _compilation is CSharpCompilation { LanguageVersion: < LanguageVersion.CSharp13 }
            ? default
            : _found
                .Where(static found => !found.Value.Counterpart.IsHidden)
                .Select(found => new CounterpartFileModel(
                    found.Value,
                    CounterpartReader.NamespaceOf(_compilation.Assembly),
                    SurroundingsReader.Read(
                        CounterpartReader
                            .FieldsOf((INamedTypeSymbol)found.Key)
                            .Select(static field => (ISymbol)field.Type)
                            .Prepend(found.Key),
                        _compilation)))
                .ToEquatableArray();
}
