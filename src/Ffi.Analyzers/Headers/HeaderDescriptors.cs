using System.Collections.Immutable;
using Ffi.Generators.Analysis;
using Ffi.Headers.Checking;
using Microsoft.CodeAnalysis;

namespace Ffi.Analyzers.Headers;

/// <summary>The diagnostics of declarations that differ from their headers. A finding says how severe it is; what stands here is the
/// rule.</summary>
internal static class HeaderDescriptors
{
    private static readonly ImmutableDictionary<CheckRule, DiagnosticDescriptor> s_byRule = ImmutableDictionary.CreateRange(
        new Dictionary<CheckRule, DiagnosticDescriptor>
        {
            [CheckRule.ParameterCount] = Make(
                CheckRule.ParameterCount,
                "Function has another number of parameters in C",
                DiagnosticSeverity.Error),
            [CheckRule.IntegerWidth] = Make(CheckRule.IntegerWidth, "Integer has another width in C", DiagnosticSeverity.Warning),
            [CheckRule.KindOfValue] = Make(
                CheckRule.KindOfValue,
                "Integer, floating-point number and pointer confused",
                DiagnosticSeverity.Error),
            [CheckRule.PointeeSize] = Make(
                CheckRule.PointeeSize,
                "C reads or writes more than the pointer points to",
                DiagnosticSeverity.Error),
            [CheckRule.Indirection] = Make(
                CheckRule.Indirection,
                "Passed by value where C takes a pointer, or the reverse",
                DiagnosticSeverity.Error),
            [CheckRule.StructLayout] = Make(CheckRule.StructLayout, "Struct has another layout in C", DiagnosticSeverity.Error),
            [CheckRule.Result] = Make(
                CheckRule.Result,
                "Result that C does not return, or a result that is ignored",
                DiagnosticSeverity.Warning),
            [CheckRule.BooleanWidth] = Make(
                CheckRule.BooleanWidth,
                "Boolean or character has another width in C",
                DiagnosticSeverity.Warning),
            [CheckRule.PlatformDifference] = Make(
                CheckRule.PlatformDifference,
                "Declaration is right on some platforms only",
                DiagnosticSeverity.Warning),
            [CheckRule.UnknownSymbol] = Make(CheckRule.UnknownSymbol, "Header has no such function", DiagnosticSeverity.Warning),
            [CheckRule.Variadic] = Make(CheckRule.Variadic, "Function is variadic in C", DiagnosticSeverity.Error),
            [CheckRule.ConventionOrEncoding] = Make(
                CheckRule.ConventionOrEncoding,
                "Calling convention or text encoding differs from C",
                DiagnosticSeverity.Error),
            [CheckRule.Callback] = Make(CheckRule.Callback, "Callback has another signature in C", DiagnosticSeverity.Error),
            [CheckRule.ConstantValue] = Make(CheckRule.ConstantValue, "Constant has another value in C", DiagnosticSeverity.Error),
            [CheckRule.UnknownNamedSymbol] = Make(
                CheckRule.UnknownNamedSymbol,
                "Attribute names a function that the header does not have",
                DiagnosticSeverity.Error),
            [CheckRule.StaleDigest] = Make(
                CheckRule.StaleDigest,
                "Digest is older than its header, or cannot be read",
                DiagnosticSeverity.Info),
        });

    /// <summary>All of them.</summary>
    public static ImmutableArray<DiagnosticDescriptor> All { get; } =
    [.. s_byRule.OrderBy(static pair => pair.Key).Select(static pair => pair.Value)];

    /// <summary>The descriptor of a rule.</summary>
    public static DiagnosticDescriptor Of(CheckRule rule) => s_byRule[rule];

    /// <summary>How the compiler calls a finding's severity.</summary>
    public static DiagnosticSeverity SeverityOf(FindingSeverity severity) => severity switch
    {
        FindingSeverity.Error => DiagnosticSeverity.Error,
        FindingSeverity.Warning => DiagnosticSeverity.Warning,
        _ => DiagnosticSeverity.Info,
    };

    private static DiagnosticDescriptor Make(CheckRule rule, string title, DiagnosticSeverity severity)
    {
        string id = CheckRules.IdOf(rule);
        return severity switch
        {
            DiagnosticSeverity.Error => Describe.Error(id, title, "{0}."),
            DiagnosticSeverity.Warning => Describe.Warning(id, title, "{0}."),
            _ => Describe.Info(id, title, "{0}."),
        };
    }
}
