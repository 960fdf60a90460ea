using Ffi.Generators.Model;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;

namespace Ffi.Generators.Reading;

/// <summary>Reads from the project's properties what bodies do beside their calls.</summary>
internal static class CheckingReader
{
    private const string Checked = "build_property.FfiChecked";

    /// <summary>What the project asks for, wherever a generator needs it.</summary>
    public static IncrementalValueProvider<CheckingModel> Of(IncrementalGeneratorInitializationContext context) =>
        context.AnalyzerConfigOptionsProvider.Select(static (options, _) => Read(options.GlobalOptions));

    private static CheckingModel Read(AnalyzerConfigOptions options) => new(IsTrue(options, Checked));

    private static bool IsTrue(AnalyzerConfigOptions options, string property) =>
        options.TryGetValue(property, out string? value) && string.Equals(value, "true", StringComparison.OrdinalIgnoreCase);
}
