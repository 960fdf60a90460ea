using Ffi.Headers.Digest;

namespace Ffi.Headers.Text;

/// <summary>Names, and when one needs quotes because a type's text would mean something else.</summary>
internal static class NameText
{
    /// <summary>Whether a character can be in a name: C's, the dollar of some compilers, and the point of what has no name of its
    /// own.</summary>
    public static bool IsNameCharacter(char character) => char.IsLetterOrDigit(character) || character is '_' or '$' or '.';

    /// <summary>Whether text is one name.</summary>
    public static bool IsName(string text) => text.Length > 0 && !char.IsDigit(text[0]) && text.All(IsNameCharacter);

    /// <summary>A name that may be missing: <c>_</c> stands for nothing, so what C names so has quotes.</summary>
    public static string OrNothing(string? name) => name switch
    {
        null or "" => "_",
        "_" => "'_'",
        _ => name,
    };

    /// <summary>A type's name where a type is expected.</summary>
    public static string OfType(string name) => IsTypeWord(name) ? $"'{name}'" : name;

    /// <summary>Whether the word has a meaning of its own where a type is expected.</summary>
    public static bool IsTypeWord(string word) => word is "fn" or "complex" or "const" || PrimitiveFacts.Find(word) is not null;

    /// <summary>Whether the word belongs to the name behind it, as in <c>struct stack</c>.</summary>
    public static bool IsTagWord(string word) => word is "struct" or "union" or "enum";
}
