using Ffi.Bindgen.Clang;
using Ffi.Headers.Digest;

namespace Ffi.Bindgen.Reading;

/// <summary>Reads attributes. libclang has nodes for few of them, but writes all when it prints a declaration.</summary>
internal sealed class AttributeReader(LibClang clang)
{
    private const string Opening = "__attribute__((";

    // They tell the compiler how to make code, and nothing about what a caller may do.
    private static readonly HashSet<string> s_silent = new(StringComparer.Ordinal)
    {
        "visibility", "dllimport", "dllexport", "nothrow", "unused", "used", "always_inline", "gnu_inline", "artificial", "noinline",
        "cold", "hot", "overloadable", "weak_import", "type_visibility", "no_sanitize", "stdcall", "cdecl", "swift_name", "availability",
        "ms_struct",
    };

    public EquatableArray<CAttribute> Read(Cursor cursor)
    {
        List<CAttribute> attributes = [];
        bool hasOthers = false;
        foreach (Cursor child in clang.ChildrenOf(cursor))
        {
            if (child.Kind is < CursorKind.UnexposedAttribute or > CursorKind.LastAttribute)
            {
                continue;
            }

            string? name = NameOf((int)child.Kind);
            hasOthers |= child.Kind == CursorKind.UnexposedAttribute;
            if (name is not null)
            {
                attributes.Add(new CAttribute(name));
            }
        }

        // A record is printed with all that is in it, and its attributes have nodes.
        if (hasOthers && cursor.Kind is not (CursorKind.Struct or CursorKind.Union or CursorKind.Enum))
        {
            attributes.AddRange(
                Parse(clang.Take(clang.PrettyPrint(cursor, 0))).Where(read => !attributes.Exists(known => known.Name == read.Name)));
        }

        return attributes.ToEquatableArray();
    }

    /// <summary>The attributes in a printed declaration.</summary>
    internal static IEnumerable<CAttribute> Parse(string declaration)
    {
        for (
            int start = declaration.IndexOf(Opening, StringComparison.Ordinal);
            start >= 0;
            start = declaration.IndexOf(Opening, start, StringComparison.Ordinal))
        {
            start += Opening.Length;
            int end = EndOf(declaration, start);
            string text = declaration[start..end];
            int bracket = text.IndexOf('(');
            string name = (bracket < 0 ? text : text[..bracket]).Trim().Trim('_');
            if (!s_silent.Contains(name))
            {
                yield return new CAttribute(name, bracket < 0 ? "" : text[(bracket + 1)..^1]);
            }
        }
    }

    // Where the brackets that stand open are closed; text in quotes has no brackets.
    private static int EndOf(string text, int start)
    {
        int depth = 0;
        bool isQuoted = false;
        int end = start;
        for (; end < text.Length && (depth > 0 || isQuoted || text[end] != ')'); end++)
        {
            isQuoted ^= text[end] == '"' && text[end - 1] != '\\';
            depth += isQuoted ? 0 : text[end] switch { '(' => 1, ')' => -1, _ => 0 };
        }

        return end;
    }

    // CXCursor_PackedAttr and its neighbours.
    private static string? NameOf(int kind) => kind switch
    {
        408 => "packed",
        409 => "pure",
        410 => "const",
        437 => "flag_enum",
        439 or 440 => "warn_unused_result",
        441 => "aligned",
        _ => null,
    };
}
