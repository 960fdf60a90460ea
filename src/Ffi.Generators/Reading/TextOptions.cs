using System.Collections.Immutable;
using System.Runtime.InteropServices;
using Ffi.Generators.Model;
using Microsoft.CodeAnalysis;

namespace Ffi.Generators.Reading;

/// <summary>How strings are passed, as attributes say it.</summary>
/// <param name="Encoding">The encoding.</param>
/// <param name="Marshaller">The marshaller of strings; null if the encoding is all.</param>
/// <param name="IsConflict">Whether the two contradict each other.</param>
internal sealed record TextOptions(TextEncoding Encoding, INamedTypeSymbol? Marshaller, bool IsConflict)
{
    private static readonly TextOptions s_default = new(TextEncoding.Utf8, null, IsConflict: false);

    /// <summary>What a function or delegate type says of text; where it says nothing, what its library does.</summary>
    /// <param name="declaration">The method or delegate type.</param>
    /// <param name="function">Its <c>[NativeFunction]</c>; a delegate type may have none.</param>
    public static TextOptions Of(ISymbol declaration, AttributeData? function) =>
        SaidBy(function)
        ?? SaidByCharSet(declaration)
        ?? (declaration is IMethodSymbol && function is not null ? SaidBy(LibraryReader.FindAttribute(declaration.ContainingType)) : null)
        ?? s_default;

    // Other character sets are refused if the signature has text.
    private static TextOptions? SaidByCharSet(ISymbol declaration) =>
        InteropAttributeReader.CharSetOf(declaration) == CharSet.Unicode ? new(TextEncoding.Utf16, null, IsConflict: false) : null;

    /// <summary>The encoding of one parameter or result, where it has another than the function.</summary>
    public static TextEncoding? OfValue(ImmutableArray<AttributeData> attributes) =>
        attributes.Any(static attribute => attribute.AttributeClass.Is(MarshallerReader.Marshalling, "MarshalUsingAttribute")
            && attribute.Named<int>("ElementIndirectionDepth") is 0 or 1
            && IsWide(attribute.First<INamedTypeSymbol>()))
            ? TextEncoding.Wide
            : null;

    /// <summary>Whether a marshaller is ours for <c>wchar_t</c>, which the generator does better itself.</summary>
    public static bool IsWide(INamedTypeSymbol? marshaller) => marshaller.Is(AttributeReader.Ffi, "WideStringMarshaller");

    /// <summary>What one attribute says; null if it says nothing.</summary>
    public static TextOptions? SaidBy(AttributeData? attribute)
    {
        int? encoding = attribute?.Named<int?>("StringMarshalling");
        INamedTypeSymbol? marshaller = attribute?.Named<INamedTypeSymbol>("StringMarshallingCustomType");
        if (encoding is null && marshaller is null)
        {
            return null;
        }

        if (IsWide(marshaller))
        {
            return new(TextEncoding.Wide, null, IsConflict: encoding is not (null or (int)TextEncoding.Custom));
        }

        TextEncoding said = (TextEncoding)(encoding ?? (int)TextEncoding.Custom);
        return new(said, marshaller, IsConflict: (said == TextEncoding.Custom) != (marshaller is not null));
    }
}
