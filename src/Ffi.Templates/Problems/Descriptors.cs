using Microsoft.CodeAnalysis;

namespace Ffi.Templates.Problems;

/// <summary>What can be wrong with templates. The compiler says the rest, at the template's place.</summary>
internal static class Descriptors
{
    public static readonly DiagnosticDescriptor Syntax = Create("FFIT001", "Scriban can't read the template");

    public static readonly DiagnosticDescriptor OutsideSubset = Create("FFIT002", "The template uses what is not translated");

    public static readonly DiagnosticDescriptor UnknownWord = Create("FFIT003", "A word stands for nothing");

    public static readonly DiagnosticDescriptor Name = Create("FFIT004", "A name is taken, or is none");

    public static readonly DiagnosticDescriptor Vocabulary = Create("FFIT005", "The vocabulary can't be read");

    private static DiagnosticDescriptor Create(string id, string title) =>
        new(id, title, "{0}", "Templates", DiagnosticSeverity.Error, isEnabledByDefault: true);
}
