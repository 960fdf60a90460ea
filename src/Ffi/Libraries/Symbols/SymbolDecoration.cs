using System.Globalization;

namespace Ffi;

/// <summary>What compilers make of a function's name where it is not exported as it is in the source.</summary>
internal static class SymbolDecoration
{
    private const string CPlusPlus = "is the C++ function of that name; declare it extern \"C\", or bind that symbol";

    /// <returns>What <paramref name="export"/> has to do with a function that is called <paramref name="name"/> in its source; null
    /// where that is nothing.</returns>
    public static string? Of(string name, string export)
    {
        // Itanium C++ ABI, 5.1.3: a source name stands after its length, as in _Z3addii.
        if (export.StartsWith("_Z", StringComparison.Ordinal))
        {
            string sourceName = name.Length.ToString(CultureInfo.InvariantCulture) + name;
            int start = export.IndexOf(sourceName, 2, StringComparison.Ordinal);
            return start > 0 && !char.IsAsciiDigit(export[start - 1]) ? CPlusPlus : null;
        }

        if (export.StartsWith('?'))
        {
            return export.AsSpan(1).StartsWith(name) && export.AsSpan(1 + name.Length).StartsWith("@") ? CPlusPlus : null;
        }

        // 32-bit Windows: _name@8 is stdcall, @name@8 fastcall; _name is cdecl in some tools' exports.
        ReadOnlySpan<char> undecorated = export.AsSpan();
        int bytes = undecorated.LastIndexOf('@');
        bool hasBytes = bytes > 0 && int.TryParse(undecorated[(bytes + 1)..], NumberStyles.None, CultureInfo.InvariantCulture, out _);
        if (hasBytes && undecorated[..bytes].TrimStart("_@").SequenceEqual(name))
        {
            return $"is that function with the {(export[0] == '_' ? "stdcall" : "fastcall")} decoration; bind that symbol";
        }

        return null;
    }
}
