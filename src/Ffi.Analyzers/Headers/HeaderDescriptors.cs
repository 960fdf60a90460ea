using System.Collections.Immutable;
using Ffi.Generators.Analysis;
using Ffi.Headers.Checking;
using Microsoft.CodeAnalysis;

namespace Ffi.Analyzers.Headers;

/// <summary>The diagnostics of declarations that differ from their headers. A finding says how severe it is; what stands here is the rule.</summary>
internal static class HeaderDescriptors
{
    private static readonly ImmutableDictionary<CheckRule, DiagnosticDescriptor> s_byRule = ImmutableDictionary.CreateRange(
        new Dictionary<CheckRule, DiagnosticDescriptor>
        {
            [CheckRule.ParameterCount] = Make(CheckRule.ParameterCount, "Another number of parameters than in C", DiagnosticSeverity.Error),
            [CheckRule.IntegerWidth] = Make(CheckRule.IntegerWidth, "Whole number of another width than in C", DiagnosticSeverity.Warning),
            [CheckRule.KindOfValue] = Make(CheckRule.KindOfValue, "Whole number, floating-point number and pointer confused", DiagnosticSeverity.Error),
            [CheckRule.PointeeSize] = Make(CheckRule.PointeeSize, "C writes or reads more than the pointer's target has", DiagnosticSeverity.Error),
            [CheckRule.Indirection] = Make(CheckRule.Indirection, "By value where C takes a pointer, or the reverse", DiagnosticSeverity.Error),
            [CheckRule.StructLayout] = Make(CheckRule.StructLayout, "Struct is not C's", DiagnosticSeverity.Error),
            [CheckRule.Result] = Make(CheckRule.Result, "Result that C doesn't have, or that is ignored", DiagnosticSeverity.Warning),
            [CheckRule.BooleanWidth] = Make(CheckRule.BooleanWidth, "Truth value or character of another width than in C", DiagnosticSeverity.Warning),
            [CheckRule.PlatformDifference] = Make(CheckRule.PlatformDifference, "Right on one platform, wrong on another", DiagnosticSeverity.Warning),
            [CheckRule.UnknownSymbol] = Make(CheckRule.UnknownSymbol, "Header has no such function", DiagnosticSeverity.Warning),
            [CheckRule.Variadic] = Make(CheckRule.Variadic, "Variadic in C and not here", DiagnosticSeverity.Error),
            [CheckRule.ConventionOrEncoding] = Make(CheckRule.ConventionOrEncoding, "Another calling convention or encoding than in C", DiagnosticSeverity.Error),
            [CheckRule.Callback] = Make(CheckRule.Callback, "Callback of another signature than C calls", DiagnosticSeverity.Error),
            [CheckRule.ConstantValue] = Make(CheckRule.ConstantValue, "Constant has another value in C", DiagnosticSeverity.Error),
            [CheckRule.UnknownNamedSymbol] = Make(CheckRule.UnknownNamedSymbol, "Attribute names a function that the header doesn't have", DiagnosticSeverity.Error),
            [CheckRule.StaleDigest] = Make(CheckRule.StaleDigest, "Digest is older than its header, or can't be read", DiagnosticSeverity.Info),
        });

    /// <summary>All of them.</summary>
    public static ImmutableArray<DiagnosticDescriptor> All { get; } = [.. s_byRule.OrderBy(static pair => pair.Key).Select(static pair => pair.Value)];

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
