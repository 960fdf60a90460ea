using Ffi.Generators.Model;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Ffi.Generators.Reading;

/// <summary>Turns a <c>[NativeLibrary]</c> type into its model.</summary>
internal static class LibraryReader
{
    public static LibraryModel Read(INamedTypeSymbol type, AttributeData attribute, Compilation compilation, CancellationToken cancellation)
    {
        TypeReader types = TypeReaderFor(type.ContainingAssembly);
        List<FunctionModel> functions = [];
        List<string> memberNames = [];
        foreach (ISymbol member in type.GetMembers())
        {
            cancellation.ThrowIfCancellationRequested();
            if (member is IMethodSymbol { MethodKind: MethodKind.Ordinary } method && FunctionReader.FindAttribute(method) is { } function)
            {
                functions.Add(FunctionReader.Read(method, function, types, cancellation));
            }
            else if (!member.IsImplicitlyDeclared && MayClash(member.Name) && !GeneratedFile.Contains(member))
            {
                memberNames.Add(member.Name);
            }
        }

        return new LibraryModel(
            type.ContainingNamespace.IsGlobalNamespace ? "" : type.ContainingNamespace.ToDisplayString(),
            ReadNest(type, cancellation),
            ReadName(attribute),
            attribute.Named<int>("Binding") == 1,
            ReadSearchPath(type),
            functions.ToEquatableArray(),
            memberNames.ToEquatableArray(),
            type.InstanceConstructors.Any(DeclaresBindingConstructor),
            compilation.Options is CSharpCompilationOptions { AllowUnsafe: true });
    }

    /// <summary>A reader that knows whether the assembly's run-time marshalling is off.</summary>
    public static TypeReader TypeReaderFor(IAssemblySymbol assembly) =>
        new(assembly.Find("System.Runtime.CompilerServices", "DisableRuntimeMarshallingAttribute") is not null);

    // Generated members are named Symbols, _symbols and Is…Available.
    private static bool MayClash(string name) =>
        name.EndsWith("ymbols", StringComparison.Ordinal) || name.EndsWith("Available", StringComparison.Ordinal);

    private static LibraryNameModel? ReadName(AttributeData attribute)
    {
        string? linux = attribute.Named<string>("Linux");
        string? macOS = attribute.Named<string>("MacOS");
        string? windows = attribute.Named<string>("Windows");
        string? name = attribute.First<string>() ?? linux ?? macOS ?? windows;
        return name is null ? null : new(name, linux, macOS, windows);
    }

    private static int? ReadSearchPath(INamedTypeSymbol type)
    {
        const string name = "DefaultDllImportSearchPathsAttribute";
        AttributeData? attribute = type.Find(AttributeReader.Interop, name) ?? type.ContainingAssembly.Find(AttributeReader.Interop, name);
        return attribute?.First<int>();
    }

    private static bool DeclaresBindingConstructor(IMethodSymbol constructor) =>
        !constructor.IsImplicitlyDeclared
        && !GeneratedFile.Contains(constructor)
        && constructor.Parameters is [{ RefKind: RefKind.None, Type: var type }]
        && type.Is("Ffi", "INativeSymbolSource");

    private static EquatableArray<TypeDeclarationModel> ReadNest(INamedTypeSymbol type, CancellationToken cancellation)
    {
        List<TypeDeclarationModel> nest = [];
        for (INamedTypeSymbol? current = type; current is not null; current = current.ContainingType)
        {
            nest.Insert(0, new(
                KeywordOf(current),
                current.Name,
                IsPartial(current, cancellation),
                current.TypeParameters.Length > 0,
                current.IsRefLikeType,
                current.IsStatic));
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

    private static bool IsPartial(INamedTypeSymbol type, CancellationToken cancellation) =>
        type.DeclaringSyntaxReferences.All(reference =>
            reference.GetSyntax(cancellation) is TypeDeclarationSyntax syntax && syntax.Modifiers.Any(SyntaxKind.PartialKeyword));
}
