using System.Collections.Immutable;
using Ffi.Generators.Model;
using Microsoft.CodeAnalysis;

namespace Ffi.Generators.Reading;

/// <summary>Finds, behind the types that declarations name, what the compiler would say of them in a generated file.</summary>
internal sealed class SurroundingsReader
{
    private const string Marshalling = AttributeReader.Interop + ".Marshalling";

    private static readonly SymbolDisplayFormat s_nameOnly = SymbolDisplayFormat.FullyQualifiedFormat
        .WithGenericsOptions(SymbolDisplayGenericsOptions.None)
        .WithMiscellaneousOptions(SymbolDisplayMiscellaneousOptions.EscapeKeywordIdentifiers);

    // The namespaces that generated code names.
    private static readonly string[] s_namespaces = ["System", "Ffi"];

    private readonly Compilation _compilation;
    private readonly QuietTypes _quiet;
    private readonly HashSet<ISymbol> _seen = new(SymbolEqualityComparer.Default);
    private readonly SortedSet<string> _warnings = new(StringComparer.Ordinal);
    private readonly SortedDictionary<string, string> _aliases = new(StringComparer.Ordinal);
    private bool _meetsObsoleteErrors;
    private string? _ambiguous;

    private SurroundingsReader(Compilation compilation)
    {
        _compilation = compilation;
        _quiet = QuietTypes.Of(compilation);
    }


    /// <summary>What the file of these methods or delegate types needs.</summary>
    public static SurroundingsModel Read(IEnumerable<ISymbol> declarations, Compilation compilation)
    {
        SurroundingsReader reader = new(compilation);
        foreach (ISymbol declaration in declarations)
        {
            reader.Visit(declaration);
        }

        reader.RememberQuietTypes();
        string? hiding = s_namespaces.FirstOrDefault(name => !compilation.Assembly.GlobalNamespace.GetTypeMembers(name).IsEmpty);
        return
            reader._warnings.Count == 0
            && reader._aliases.Values.All(static alias => alias.Length == 0)
            && hiding is null
            && !reader._meetsObsoleteErrors
            ? SurroundingsModel.None
            : new SurroundingsModel(
                reader._warnings.ToEquatableArray(),
                reader
                    ._aliases.Where(static pair => pair.Value.Length > 0)
                    .Select(static pair => new TypeRename(pair.Key, pair.Value))
                    .ToEquatableArray(),
                reader._meetsObsoleteErrors,
                reader._ambiguous,
                hiding);
    }

    /// <summary>Whether the assembly says that it keeps to the Common Language Specification.</summary>
    public static bool IsCompliant(IAssemblySymbol assembly) => assembly.Find("System", "CLSCompliantAttribute")?.First<bool>() == true;

    // With an alias, a type that is quiet by itself can be ambiguous beside another.
    private void RememberQuietTypes()
    {
        if (_warnings.Count == 0 && !_meetsObsoleteErrors && !_quiet.HasAliases)
        {
            foreach (INamedTypeSymbol type in _seen.OfType<INamedTypeSymbol>())
            {
                _quiet.Add(type);
            }
        }
    }

    private void Visit(ISymbol symbol)
    {
        if (symbol is ITypeSymbol type)
        {
            VisitType(type);
            return;
        }

        if (!_seen.Add(symbol))
        {
            return;
        }

        if (symbol is IMethodSymbol method)
        {
            Note(method.GetReturnTypeAttributes());
            VisitType(method.ReturnType);
            foreach (IParameterSymbol parameter in method.Parameters)
            {
                Note(parameter.GetAttributes());
                VisitType(parameter.Type);
            }

            VisitAll(method.TypeParameters.SelectMany(static parameter => parameter.ConstraintTypes));
        }

        Note(symbol.GetAttributes());
    }

    private void VisitType(ITypeSymbol type)
    {
        switch (type)
        {
            case IArrayTypeSymbol array:
                VisitType(array.ElementType);
                break;
            case IPointerTypeSymbol pointer:
                VisitType(pointer.PointedAtType);
                break;
            case IFunctionPointerTypeSymbol pointer:
                VisitType(pointer.Signature.ReturnType);
                VisitAll(pointer.Signature.Parameters.Select(static parameter => parameter.Type));
                break;
            case INamedTypeSymbol { SpecialType: SpecialType.None or SpecialType.System_DateTime or SpecialType.System_Nullable_T } named:
                VisitNamed(named);
                break;
        }
    }

    private void VisitNamed(INamedTypeSymbol type)
    {
        VisitAll(type.TypeArguments);
        INamedTypeSymbol definition = type.OriginalDefinition;
        if (_quiet.Contains(definition) || !_seen.Add(definition))
        {
            return;
        }

        Judge(definition);
        if (type.ContainingType is { } containing)
        {
            VisitType(containing);
        }
        else
        {
            NoteName(definition);
        }

        if (type.DelegateInvokeMethod is { } invoke)
        {
            Visit(invoke);
        }

        // Generated code makes handles, and calls marshallers.
        foreach (IMethodSymbol constructor in type.InstanceConstructors.Where(static constructor => constructor.Parameters.IsEmpty))
        {
            Judge(constructor);
        }

        VisitMarshallers(definition);
    }

    private void VisitMarshallers(INamedTypeSymbol type)
    {
        bool isMarshaller = false;
        foreach (AttributeData attribute in type.GetAttributes())
        {
            if (
                attribute.AttributeClass.Is(Marshalling, "NativeMarshallingAttribute")
                || attribute.AttributeClass.Is(Marshalling, "CustomMarshallerAttribute"))
            {
                isMarshaller |= attribute.AttributeClass!.Name.StartsWith("Custom", StringComparison.Ordinal);
                VisitAll(attribute.ConstructorArguments.Select(static argument => argument.Value).OfType<ITypeSymbol>());
            }
        }

        foreach (INamedTypeSymbol marshaller in isMarshaller ? type.GetTypeMembers().Add(type) : [])
        {
            Judge(marshaller);
            foreach (ISymbol member in marshaller.GetMembers())
            {
                Judge(member);
                if (member is IMethodSymbol method)
                {
                    Visit(method);
                }
            }
        }
    }

    private void VisitAll(IEnumerable<ITypeSymbol> types)
    {
        foreach (ITypeSymbol type in types)
        {
            VisitType(type);
        }
    }

    // Types that attributes of a declaration name, such as marshallers.
    private void Note(ImmutableArray<AttributeData> attributes)
    {
        foreach (AttributeData attribute in attributes)
        {
            foreach (TypedConstant argument in attribute.ConstructorArguments)
            {
                Note(argument);
            }

            foreach (KeyValuePair<string, TypedConstant> argument in attribute.NamedArguments)
            {
                Note(argument.Value);
            }
        }
    }

    private void Note(TypedConstant argument)
    {
        if (argument is { Kind: TypedConstantKind.Type, Value: ITypeSymbol type })
        {
            VisitType(type);
        }
    }

    // An assembly can be experimental as a whole.
    private void Judge(ISymbol symbol)
    {
        JudgeBy(symbol.GetAttributes());
        if (symbol is INamedTypeSymbol { ContainingType: null } && symbol.ContainingAssembly is { } assembly && _seen.Add(assembly))
        {
            JudgeBy(assembly.GetAttributes());
            JudgeBy(symbol.ContainingModule.GetAttributes());
        }
    }

    private void JudgeBy(ImmutableArray<AttributeData> attributes)
    {
        foreach (AttributeData attribute in attributes)
        {
            if (attribute.AttributeClass.Is("System.Diagnostics.CodeAnalysis", "ExperimentalAttribute"))
            {
                Suppress(attribute.First<string>());
            }
            else if (attribute.AttributeClass.Is("System", "ObsoleteAttribute"))
            {
                bool isError = attribute.ConstructorArguments is [_, { Value: true }];
                _meetsObsoleteErrors |= isError;
                Suppress(attribute.Named<string>("DiagnosticId") ?? (attribute.ConstructorArguments.IsEmpty ? "CS0612" : "CS0618"));
            }
        }
    }

    private void Suppress(string? id)
    {
        if (id is not null && id.Length > 0 && id.All(static c => char.IsLetterOrDigit(c) || c == '_'))
        {
            _warnings.Add(id);
        }
    }

    private void NoteName(INamedTypeSymbol type)
    {
        string name = type.ToDisplayString(s_nameOnly);
        string alias = AliasOf(type.ContainingAssembly) ?? "";
        if (_aliases.TryGetValue(name, out string? earlier) && earlier != alias)
        {
            _ambiguous = name.Replace("global::", "");
        }

        _aliases[name] = alias;
    }

    private string? AliasOf(IAssemblySymbol? assembly) =>
        assembly is null
        || _compilation.GetMetadataReference(assembly) is not { Properties.Aliases: { IsDefaultOrEmpty: false } aliases }
        || aliases.Contains(MetadataReferenceProperties.GlobalAlias)
            ? null
            : aliases[0];
}
