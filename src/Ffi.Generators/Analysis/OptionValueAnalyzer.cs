using System.Collections.Immutable;
using Ffi.Generators.Planning;
using Ffi.Generators.Reading;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;

namespace Ffi.Generators.Analysis;

/// <summary>Reports options of Ffi's attributes whose value is not a member of the option's enum. They would be taken for the default.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class OptionValueAnalyzer : DiagnosticAnalyzer
{
    /// <inheritdoc/>
    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics { get; } = [DeclarationDiagnostics.Of(ProblemId.OptionUnfit)];

    /// <inheritdoc/>
    public override void Initialize(AnalysisContext context)
    {
        context.ConfigureGeneratedCodeAnalysis(WrittenCode.WithGeneratedHalves);
        context.EnableConcurrentExecution();
        context.RegisterSymbolAction(Analyze, SymbolKind.NamedType, SymbolKind.Method, SymbolKind.Property);
    }

    private static void Analyze(SymbolAnalysisContext context)
    {
        // The generated half of a method shows the attributes of the written one.
        if (context.Symbol is IMethodSymbol { PartialDefinitionPart: not null } or IPropertySymbol { PartialDefinitionPart: not null })
        {
            return;
        }

        foreach (AttributeData attribute in context.Symbol.GetAttributes())
        {
            if (attribute.AttributeClass?.IsIn(AttributeReader.Ffi) == true)
            {
                Analyze(context, attribute);
            }
        }
    }

    private static void Analyze(SymbolAnalysisContext context, AttributeData attribute)
    {
        foreach (KeyValuePair<string, TypedConstant> option in attribute.NamedArguments)
        {
            if (option.Value is { Kind: TypedConstantKind.Enum, Type: INamedTypeSymbol type, Value: { } value } && !IsMember(type, value) && !context.IsGenerated())
            {
                context.ReportDiagnostic(Diagnostic.Create(
                    DeclarationDiagnostics.Of(ProblemId.OptionUnfit),
                    ProblemLocation.OfArgument(attribute, option.Key) ?? context.Symbol.Locations[0],
                    option.Key, context.Symbol.Name, $"{value} is not a member of {type.Name}. Use one of its members"));
            }
        }
    }

    private static bool IsMember(INamedTypeSymbol type, object value) =>
        type.GetMembers().Any(member => member is IFieldSymbol { HasConstantValue: true } field && value.Equals(field.ConstantValue));
}
