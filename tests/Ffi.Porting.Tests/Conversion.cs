using System.Text.RegularExpressions;

namespace Ffi.Porting.Tests;

/// <summary>What a reader of docs/reference/conversion.md does to his declarations: another name for the attribute, and the library's name
/// goes to the type.</summary>
internal static partial class Conversion
{
    public static string ToNativeFunctions(string libraryImports) =>
        Attributes()
            .Replace(libraryImports, "[NativeFunction($1")
            .Replace(
                "public sealed unsafe partial class LibraryImports",
                "[NativeLibrary(\"benchmarktest\")]\npublic sealed unsafe partial class NativeFunctions",
                StringComparison.Ordinal)
            .Replace(
                "as they are declared for LibraryImport.",
                "as they are declared for LibraryImport, but for the attribute's name.",
                StringComparison.Ordinal);

    [GeneratedRegex("""\[LibraryImport\("benchmarktest", EntryPoint = ("[^"]+")""")]
    private static partial Regex Attributes();
}
