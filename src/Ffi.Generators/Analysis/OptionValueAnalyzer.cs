using System.Collections.Immutable;
using Ffi.Generators.Planning;
using Ffi.Generators.Reading;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;

namespace Ffi.Generators.Analysis;

/// <summary>Reports options of Ffi's attributes whose value is not a member of the option's enum. They would be taken for the
/// default.</summary>
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
        context.RegisterCompilationAction(AnalyzeAssembly);
    }

    private static void AnalyzeAssembly(CompilationAnalysisContext context)
    {
        IAssemblySymbol assembly = context.Compilation.Assembly;
        foreach (AttributeData attribute in assembly.GetAttributes().Where(IsOurs))
        {
            if (attribute.ApplicationSyntaxReference is { } written && !GeneratedFile.Is(written.SyntaxTree))
            {
                Analyze(attribute, assembly, context.ReportDiagnostic);
            }
        }
    }

    private static void Analyze(SymbolAnalysisContext context)
    {
        // The generated half of a method shows the attributes of the written one.
        if (context.Symbol is IMethodSymbol { PartialDefinitionPart: not null } or IPropertySymbol { PartialDefinitionPart: not null })
        {
            return;
        }

        if (!context.IsGenerated())
        {
            foreach (AttributeData attribute in context.Symbol.GetAttributes().Where(IsOurs))
            {
                Analyze(attribute, context.Symbol, context.ReportDiagnostic);
            }
        }
    }

    private static void Analyze(AttributeData attribute, ISymbol on, Action<Diagnostic> report)
    {
        foreach ((string argument, string option, TypedConstant value) in OptionsOf(attribute))
        {
            if (value is { Kind: TypedConstantKind.Enum, Type: INamedTypeSymbol type, Value: { } number } && !IsMember(type, number))
            {
                report(UnfitOption.Of(attribute, on, argument, option, $"{number} is not a member of {type.Name}. Use one of its members"));
            }
        }
    }

    private static IEnumerable<(string Argument, string Option, TypedConstant Value)> OptionsOf(AttributeData attribute)
    {
        for (int i = 0; i < attribute.ConstructorArguments.Length; i++)
        {
            yield return ("", attribute.AttributeConstructor!.Parameters[i].Name, attribute.ConstructorArguments[i]);
        }

        foreach (KeyValuePair<string, TypedConstant> option in attribute.NamedArguments)
        {
            yield return (option.Key, option.Key, option.Value);
        }
    }

    private static bool IsOurs(AttributeData attribute) => attribute.AttributeClass?.IsIn(AttributeReader.Ffi) == true;

    private static bool IsMember(INamedTypeSymbol type, object value) =>
        type.GetMembers().Any(member => member is IFieldSymbol { HasConstantValue: true } field && value.Equals(field.ConstantValue));
}
