using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace Ffi.Generators.Reading;

/// <summary>Reads whether a project lets calls be intercepted.</summary>
internal static class InterceptionReader
{
    /// <summary>The namespace that the interceptors are in, which the package's props switch on.</summary>
    public const string Namespace = "Ffi.Generated";

    public static bool IsEnabled(ParseOptions options) =>
        options is CSharpParseOptions { LanguageVersion: >= LanguageVersion.CSharp12 }
        && options.Features.TryGetValue("InterceptorsNamespaces", out string? namespaces)
        && namespaces.Split(';').Any(static name => name.Trim() is Namespace or "Ffi");

    public static bool AllowsUnsafe(Compilation compilation) => compilation.Options is CSharpCompilationOptions { AllowUnsafe: true };
}
