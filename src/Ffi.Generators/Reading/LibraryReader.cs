using Ffi.Generators.Model;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Ffi.Generators.Reading;

/// <summary>Turns a <c>[NativeLibrary]</c> type into its model.</summary>
internal static class LibraryReader
{
    // A generated half repeats its declaration's documentation comment, with all mistakes in it.
    private static readonly string[] s_aboutComments =
    [
        "CS0419", "CS1570", "CS1571", "CS1572", "CS1573", "CS1574", "CS1580", "CS1581", "CS1584", "CS1589", "CS1590", "CS1592",
        "CS1658", "CS1710", "CS1711", "CS1712", "CS1723", "CS1734", "CS1735",
    ];

    /// <summary>The attribute that makes a type a library; null on any other type.</summary>
    public static AttributeData? FindAttribute(INamedTypeSymbol type) => type.Find(AttributeReader.Ffi, "NativeLibraryAttribute");

    /// <summary>The functions of a library with their attributes, in the order of the model.</summary>
    public static IEnumerable<(IMethodSymbol Method, AttributeData Attribute)> FunctionsOf(INamedTypeSymbol type)
    {
        foreach (ISymbol member in type.GetMembers())
        {
            if (member is IMethodSymbol { MethodKind: MethodKind.Ordinary } method && FunctionReader.FindAttribute(method) is { } attribute)
            {
                yield return (method, attribute);
            }
        }
    }

    /// <summary>The model of an annotated type; null if an earlier part of it has the attribute already, or the compiler can't make
    /// sense of it.</summary>
    public static LibraryModel? Read(GeneratorAttributeSyntaxContext target, CancellationToken cancellation) => IsFirstDeclaration(target)
        ? Read((INamedTypeSymbol)target.TargetSymbol, target.Attributes[0], target.SemanticModel.Compilation, cancellation)
        : null;

    /// <summary>Whether this part of the type is the first that has the attribute: the one that stands for the type.</summary>
    public static bool IsFirstDeclaration(GeneratorAttributeSyntaxContext target) =>
        FindAttribute((INamedTypeSymbol)target.TargetSymbol)?.ApplicationSyntaxReference is { } first
        && first.SyntaxTree == target.TargetNode.SyntaxTree
        && target.TargetNode.Span.Contains(first.Span);

    /// <summary>The model; null while the compiler itself can't make sense of the declaration.</summary>
    public static LibraryModel? Read(
        INamedTypeSymbol type,
        AttributeData attribute,
        Compilation compilation,
        CancellationToken cancellation)
    {
        if (!attribute.IsResolved() || !HasNames(type))
        {
            return null;
        }

        TypeReader types = TypeReader.Of(type.ContainingAssembly);
        List<FunctionModel> functions = [];
        List<IMethodSymbol> methods = [];
        foreach ((IMethodSymbol method, AttributeData function) in FunctionsOf(type))
        {
            cancellation.ThrowIfCancellationRequested();
            methods.Add(method);
            functions.Add(FunctionReader.Read(method, function, types, cancellation));
        }

        return new LibraryModel(
            type.ContainingNamespace.IsGlobalNamespace ? "" : type.ContainingNamespace.ToDisplayString(),
            ReadNest(type, cancellation),
            ReadName(attribute, attribute.First<string>()),
            ReadBinding(type, attribute),
            ReadSearchPath(type),
            functions.ToEquatableArray(),
            VariableReader
                .VariablesOf(type)
                .Select(found => VariableReader.Read(found.Property, found.Attribute, types, cancellation))
                .ToEquatableArray(),
            MemberNameReader.Read(type, compilation),
            ConstructorReader.FindObstacle(type),
            ReadSurroundings(type, methods, functions, compilation),
            HasLooseFields(type),
            compilation.Options is CSharpCompilationOptions { AllowUnsafe: true },
            attribute.Named<bool>("Optional"),
            TextOptions.SaidBy(attribute) is { IsConflict: true },
            compilation is CSharpCompilation { LanguageVersion: < LanguageVersion.CSharp13 and var version }
                ? version.ToDisplayString()
                : null,
            compilation.Options.Platform is Platform.X86 or Platform.Arm ? $"{compilation.Options.Platform}" : null,
            CounterpartUseReader.ReadHidden(methods, compilation));
    }

    private static SurroundingsModel ReadSurroundings(
        INamedTypeSymbol type,
        List<IMethodSymbol> methods,
        List<FunctionModel> functions,
        Compilation compilation)
    {
        SurroundingsModel surroundings = SurroundingsReader.Read(methods, compilation);
        IEnumerable<string> warnings = surroundings.Warnings;
        if (functions.Any(static function => function.Documentation.Count > 0))
        {
            warnings = warnings.Concat(s_aboutComments);
        }

        // The constructor of an instance library takes an interface of Ffi, which isn't marked as CLS-compliant.
        if (!type.IsStatic && SurroundingsReader.IsCompliant(compilation.Assembly))
        {
            warnings = warnings.Append("CS3001");
        }

        return surroundings with { Warnings = warnings.ToEquatableArray() };
    }

    private static bool HasLooseFields(INamedTypeSymbol type) => type.IsValueType
        && type.Find(AttributeReader.Interop, "StructLayoutAttribute") is null
        && type.GetMembers().Any(static member => member is IFieldSymbol { IsStatic: false } && !GeneratedFile.Contains(member));

    /// <summary>Whether a type and all around it have names: while a declaration is being typed, they are empty.</summary>
    public static bool HasNames(INamedTypeSymbol type)
    {
        for (ISymbol symbol = type; symbol is not INamespaceSymbol { IsGlobalNamespace: true }; symbol = symbol.ContainingSymbol)
        {
            if (symbol.Name.Length == 0)
            {
                return false;
            }
        }

        return true;
    }

    /// <summary>The names that an attribute gives to a library; null if it gives none.</summary>
    public static LibraryNameModel? ReadName(AttributeData attribute, string? common)
    {
        string? linux = attribute.Named<string>("Linux");
        string? macOS = attribute.Named<string>("MacOS");
        string? windows = attribute.Named<string>("Windows");
        string? name = common ?? linux ?? macOS ?? windows;
        return name is null ? null : new(name, linux, macOS, windows);
    }

    // An assembly's default can't mean an instance library, which the runtime doesn't bind.
    private static BindingKind ReadBinding(INamedTypeSymbol type, AttributeData attribute)
    {
        if (attribute.Named<int?>("Binding") is { } said)
        {
            return (BindingKind)said;
        }

        BindingKind common = (BindingKind)(
            type.ContainingAssembly.Find(AttributeReader.Ffi, "DefaultNativeBindingAttribute")?.First<int>() ?? 0);
        return common == BindingKind.Import && ReadName(attribute, attribute.First<string>()) is null ? BindingKind.Lazy : common;
    }

    /// <summary>Where a library is looked for: what the first function with a word on it says, else the assembly. Null where neither
    /// does.</summary>
    public static int? ReadSearchPath(INamedTypeSymbol type) =>
        FunctionsOf(type).Select(static function => SearchPathOf(function.Method)).FirstOrDefault(static path => path is not null)
        ?? SearchPathOf(type.ContainingAssembly);

    /// <summary>What a function or assembly says of where its libraries are; null if it says nothing.</summary>
    public static int? SearchPathOf(ISymbol declaration) =>
        declaration.Find(AttributeReader.Interop, "DefaultDllImportSearchPathsAttribute")?.First<int>();

    /// <summary>A type and those around it, outermost first.</summary>
    public static EquatableArray<TypeDeclarationModel> ReadNest(INamedTypeSymbol type, CancellationToken cancellation)
    {
        List<TypeDeclarationModel> nest = [];
        for (INamedTypeSymbol? current = type; current is not null; current = current.ContainingType)
        {
            nest.Insert(0, new(
                KeywordOf(current),
                current.Name,
                IsPartial(current, cancellation),
                GenericsReader.ListOf(current.TypeParameters),
                current.IsRefLikeType,
                current.IsStatic,
                current.IsFileLocal));
        }

        return nest.ToEquatableArray();
    }

    private static string KeywordOf(INamedTypeSymbol type) => type switch
    {
        { TypeKind: TypeKind.Struct, IsRecord: true } => "record struct",
        { TypeKind: TypeKind.Struct } => "struct",
        { TypeKind: TypeKind.Interface } => "interface",
        { IsRecord: true } => "record",
        _ => "class",
    };

    // Top-level statements are a part of Program, which is partial without the keyword.
    private static bool IsPartial(INamedTypeSymbol type, CancellationToken cancellation) =>
        type.DeclaringSyntaxReferences.All(reference =>
            reference.GetSyntax(cancellation) is CompilationUnitSyntax
            || (reference.GetSyntax(cancellation) is TypeDeclarationSyntax syntax && syntax.Modifiers.Any(SyntaxKind.PartialKeyword)));
}
