using System.Text;

namespace Ffi.Bindgen.Reading;

/// <summary>Macros that mean the same without the header: numbers, texts, and what is made of them. Their values need no second parse of
/// it.</summary>
internal static class StandaloneMacros
{
    private static readonly HashSet<string> s_types = new(StringComparer.Ordinal)
    {
        "void", "char", "short", "int", "long", "signed", "unsigned", "float", "double", "const", "size_t", "ptrdiff_t", "intptr_t",
        "uintptr_t", "int8_t", "uint8_t", "int16_t", "uint16_t", "int32_t", "uint32_t", "int64_t", "uint64_t",
    };

    /// <summary>A source that defines all macros; null if the value of one needs the header.</summary>
    /// <param name="macros">The macros, in order.</param>
    /// <param name="hasValue">Whether the value of a macro is asked for.</param>
    /// <param name="undefined">Names that the header undefines somewhere: whether they are defined in the end, only it tells.</param>
    public static string? Write(IReadOnlyList<MacroText> macros, Func<MacroText, bool> hasValue, IReadOnlySet<string> undefined)
    {
        Dictionary<string, MacroText> known = macros.ToDictionary(static macro => macro.Name);
        HashSet<string> standalone = [.. known.Keys];
        for (int count = -1; count != standalone.Count;)
        {
            count = standalone.Count;
            standalone.RemoveWhere(name =>
                !known[name]
                    .Words.All(word =>
                        char.IsAsciiDigit(word[0])
                        || s_types.Contains(word)
                        || standalone.Contains(word)
                        || known[name].Parameters?.Contains(word) == true));
        }

        if (macros.Any(macro => undefined.Contains(macro.Name) || (hasValue(macro) && !standalone.Contains(macro.Name))))
        {
            return null;
        }

        StringBuilder source = new("#include <stddef.h>\n#include <stdint.h>\n");
        foreach (MacroText macro in macros)
        {
            string parameters = macro.Parameters is null ? "" : $"({string.Join(", ", macro.Parameters)})";
            source
                .Append("#define ")
                .Append(macro.Name)
                .Append(parameters)
                .Append(' ')
                .Append(standalone.Contains(macro.Name) ? macro.Body : "")
                .Append('\n');
        }

        return source.ToString();
    }
}
