using Ffi.Generators.Model;
using Microsoft.CodeAnalysis;

namespace Ffi.Generators.Reading;

/// <summary>Tells our own output from the user's sources.</summary>
internal static class GeneratedFile
{
    public static bool Contains(ISymbol symbol) => symbol.DeclaringSyntaxReferences is [var reference, ..] && Is(reference.SyntaxTree);

    public static bool Is(SyntaxTree tree) => tree.FilePath.EndsWith(GeneratedFileName.Suffix, StringComparison.Ordinal);
}
