using Microsoft.CodeAnalysis;

namespace Ffi.Generators.CodeFixes.Advice;

/// <summary>How types are named at one place of a file: by their short names where those mean them, else in full.</summary>
internal sealed class Names(SemanticModel model, int position)
{
    /// <summary>Whether the file need not import Ffi: its attributes have short names here, or those names are taken and mean
    /// others.</summary>
    public bool SeesFfi => Meaning("NativeFunctionAttribute").Length > 0 && Meaning("NativeLibraryAttribute").Length > 0;

    /// <summary>The name of a type.</summary>
    /// <param name="namespace">Its namespace.</param>
    /// <param name="type">Its own name.</param>
    /// <param name="shown">The name to write, which for an attribute is the shorter one.</param>
    public string Of(string @namespace, string type, string shown)
    {
        ISymbol[] meaning = Meaning(type);
        bool isOurs =
            meaning.Length == 0 ? @namespace == "Ffi" : meaning is [var only] && only.ContainingNamespace?.ToDisplayString() == @namespace;
        return isOurs ? shown : $"global::{@namespace}.{shown}";
    }

    private ISymbol[] Meaning(string name) => [.. model.LookupNamespacesAndTypes(position, name: name)];
}
