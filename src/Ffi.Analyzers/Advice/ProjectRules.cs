using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Diagnostics;

namespace Ffi.Analyzers.Advice;

/// <summary>What a project needs before its imports can become native functions.</summary>
internal static class ProjectRules
{
    private const int OldestFramework = 9;

    public static string? FindObstacle(Compilation compilation, AnalyzerConfigOptions options) =>
        compilation.Options is CSharpCompilationOptions { AllowUnsafe: false }
            ? "the generated half is unsafe code. Set <AllowUnsafeBlocks>true</AllowUnsafeBlocks> in the project file"
        : compilation is CSharpCompilation { LanguageVersion: < LanguageVersion.CSharp13 and var version }
            ? $"the generated half is C# 13, but the project is C# {version.ToDisplayString()}. Remove <LangVersion>, or set it to 13.0 or later"
        : options.TryGetValue("build_property.FfiTargetFrameworks", out string? frameworks) && FindOld(frameworks) is { } old
            ? $"the project is also built for {old}, which Ffi does not support. Move the imports to a file that is compiled for .NET {OldestFramework} and later only"
        : null;

    private static string? FindOld(string frameworks) => frameworks
        .Split(['|'], StringSplitOptions.RemoveEmptyEntries)
        .Select(static framework => framework.Trim())
        .FirstOrDefault(static framework => framework.Length > 0 && !IsNewEnough(framework));

    private static bool IsNewEnough(string framework)
    {
        const string prefix = "net";
        int dot = framework.IndexOf('.');
        return dot > prefix.Length && framework.StartsWith(prefix, StringComparison.OrdinalIgnoreCase)
            && int.TryParse(framework.Substring(prefix.Length, dot - prefix.Length), out int major) && major >= OldestFramework;
    }
}
