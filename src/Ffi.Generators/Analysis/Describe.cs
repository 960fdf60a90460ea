using Microsoft.CodeAnalysis;

namespace Ffi.Generators.Analysis;

/// <summary>Makes descriptors. A rule keeps its descriptor in its own file; what is the same for all of them is here.</summary>
internal static class Describe
{
    public static DiagnosticDescriptor Error(string id, string title, string message) =>
        Create(id, title, message, DiagnosticSeverity.Error);

    public static DiagnosticDescriptor Warning(string id, string title, string message) =>
        Create(id, title, message, DiagnosticSeverity.Warning);

    public static DiagnosticDescriptor Info(string id, string title, string message) => Create(id, title, message, DiagnosticSeverity.Info);

    public static DiagnosticDescriptor Hidden(string id, string title, string message) =>
        Create(id, title, message, DiagnosticSeverity.Hidden);

    private static DiagnosticDescriptor Create(string id, string title, string message, DiagnosticSeverity severity) =>
        new(id, title, message, CategoryOf(id), severity, isEnabledByDefault: true, helpLinkUri: HelpLinkOf(id));

    private static string CategoryOf(string id) =>
        id[3] switch
        {
            '0' => "Ffi.Declaration",
            '1' => "Ffi.Liveness",
            '3' => "Ffi.Headers",
            _ => "Ffi.Advice",
        };

    private static string HelpLinkOf(string id) => $"https://github.com/ffi-net/ffi/blob/main/docs/diagnostics/{id}.md";
}
