using System.Collections.Immutable;
using Ffi.Generators.Analysis;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;

namespace Ffi.Generators.Liveness.Advice;

/// <summary>FFI2001: an import that could be a <c>[NativeFunction]</c>, and would mean the same.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class ImportAdviceAnalyzer : DiagnosticAnalyzer
{
    private static readonly DiagnosticDescriptor s_descriptor = Describe.Info(
        DiagnosticIds.CouldBeNativeFunction,
        "Import could be a native function",
        "'{0}' crosses the same way as a [NativeFunction], which is bound faster, needs no marshalling stub and is checked for lifetimes. Convert the declaration.");

    /// <inheritdoc/>
    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics => [s_descriptor];

    /// <inheritdoc/>
    public override void Initialize(AnalysisContext context)
    {
        context.EnableConcurrentExecution();
        context.ConfigureGeneratedCodeAnalysis(WrittenCode.WithGeneratedHalves);
        context.RegisterCompilationStartAction(start =>
        {
            // Without the library there is nothing to convert to.
            if (start.Compilation.ReferencedAssemblyNames.Any(assembly => assembly.Name == "Ffi"))
            {
                start.RegisterSymbolAction(Analyze, SymbolKind.Method);
            }
        });
    }

    private static void Analyze(SymbolAnalysisContext context)
    {
        var method = (IMethodSymbol)context.Symbol;
        if (method.PartialDefinitionPart is not null || ImportReader.Read(method) is not { } import || context.IsGenerated() || !FitsType(method, import))
        {
            return;
        }

        ImmutableDictionary<string, string?> properties = ImmutableDictionary<string, string?>.Empty
            .Add(FixProperties.Library, import.Library)
            .Add(FixProperties.Arguments, import.Arguments)
            .Add(FixProperties.Convention, import.Convention)
            .Add(FixProperties.Booleans, string.Join(",", import.Booleans));
        context.ReportDiagnostic(Diagnostic.Create(s_descriptor, method.Locations[0], properties, method.Name));
    }

    // A type is bound to one library: to the one that its other imports name, or that it says already.
    private static bool FitsType(IMethodSymbol method, Import import)
    {
        INamedTypeSymbol type = method.ContainingType;
        for (INamedTypeSymbol? outer = type; outer is not null; outer = outer.ContainingType)
        {
            if (outer.IsGenericType || outer.TypeKind is not (TypeKind.Class or TypeKind.Struct) || outer.IsRecord || outer.IsRefLikeType)
            {
                return false;
            }
        }

        AttributeData? said = type.GetAttributes().FirstOrDefault(a => a.AttributeClass?.Name == "NativeLibraryAttribute");
        return said is not null
            ? said.ConstructorArguments.FirstOrDefault().Value as string == import.Library
            : type.GetMembers().OfType<IMethodSymbol>().Select(ImportReader.LibraryOf).All(library => library is null || library == import.Library);
    }
}
