using System.Globalization;
using System.Text;

namespace Ffi.Generators.Model;

/// <summary>How the generator names its files.</summary>
internal static class GeneratedFileName
{
    /// <summary>The end of every file name, by which our output is told from the user's sources.</summary>
    public const string Suffix = ".Ffi.g.cs";

    // Most file systems end a name at 255 bytes, and a project may ask the compiler to write generated files to disk.
    private const int LongestInBytes = 200;

    /// <summary>The name of the file of a type. It tells the type, and differs where types differ; the compiler takes no name with an
    /// <c>@</c> or with letters that join to others.</summary>
    public static string Of(string @namespace, EquatableArray<TypeDeclarationModel> types, string kind = "")
    {
        string name = string.Join(
            ".",
            types.Select(static type => type.Name + (type.IsGeneric ? $"-{type.TypeParameters.Count(static c => c == ',') + 1}" : "")));
        string whole = @namespace.Length == 0 ? name : $"{@namespace.Replace("@", "")}.{name}";
        string safe = new([.. whole.Select(static c => char.IsLetterOrDigit(c) || c is '.' or '_' or '-' ? c : '-')]);
        return (safe == whole ? Shorten(safe) : Shorten(safe) + "-" + Hash(whole)) + kind + Suffix;
    }

    /// <summary>The name, with a hash in the place of what is too long.</summary>
    public static string Shorten(string name)
    {
        int length = name.Length;
        while (Encoding.UTF8.GetByteCount(name.Substring(0, length)) > LongestInBytes)
        {
            length--;
        }

        return length == name.Length ? name : name.Substring(0, length) + "_" + Hash(name);
    }

    // FNV-1a, the same in every process.
    private static string Hash(string text)
    {
        ulong hash = 14695981039346656037;
        foreach (char c in text)
        {
            hash = unchecked((hash ^ c) * 1099511628211);
        }

        return hash.ToString("x16", CultureInfo.InvariantCulture);
    }
}
