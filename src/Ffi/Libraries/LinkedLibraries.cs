namespace Ffi;

/// <summary>The libraries that NativeAOT has linked into the program, by its build's <c>DirectPInvoke</c> items. <c>Ffi.props</c> hands
/// them to the program.</summary>
internal static class LinkedLibraries
{
    /// <summary>The name of the value, which <c>Ffi.props</c> spells too.</summary>
    public const string Name = "Ffi.LinkedLibraries";

    private static readonly string[] s_linked = (AppContext.GetData(Name) as string ?? "").Split(
        '|',
        StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);

    /// <summary>Whether all that the program imports of the library is linked.</summary>
    public static bool Have(string library) => Have(s_linked, library, symbol: null);

    /// <summary>Whether a symbol of the library is linked, with the others or alone.</summary>
    public static bool Have(string library, string symbol) => Have(s_linked, library, symbol);

    internal static bool Have(string[] linked, string library, string? symbol)
    {
        string plain = Plain(library);
        foreach (string item in linked)
        {
            int mark = item.IndexOf('!');
            if (Plain(mark < 0 ? item : item[..mark]) == plain && (mark < 0 || item[(mark + 1)..] == symbol))
            {
                return true;
            }
        }

        return false;
    }

    // An import may name the library with the platform's prefix and suffix, and the item without, or the other way around.
    private static string Plain(string name)
    {
        foreach (string suffix in (ReadOnlySpan<string>)[".dll", ".so", ".dylib"])
        {
            if (name.EndsWith(suffix, StringComparison.OrdinalIgnoreCase))
            {
                name = name[..^suffix.Length];
                break;
            }
        }

        return !OperatingSystem.IsWindows() && name.StartsWith("lib", StringComparison.Ordinal) ? name[3..] : name;
    }
}
