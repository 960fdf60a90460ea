using Ffi.Generators.Model;
using Microsoft.CodeAnalysis;

namespace Ffi.Generators.Reading;

/// <summary>Tells our own output from the user's sources.</summary>
internal static class GeneratedFile
{
    public static bool Contains(ISymbol symbol) =>
        symbol.DeclaringSyntaxReferences is [var reference, ..]
        && reference.SyntaxTree.FilePath.EndsWith(GeneratedFileName.Suffix, StringComparison.Ordinal);
}
