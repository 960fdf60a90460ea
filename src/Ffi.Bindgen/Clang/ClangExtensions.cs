using System.Runtime.InteropServices;

namespace Ffi.Bindgen.Clang;

/// <summary>What libclang says in several calls.</summary>
internal static class ClangExtensions
{
    /// <summary>The characters of a text, which is disposed.</summary>
    public static string Take(this LibClang clang, ClangText text)
    {
        string characters = Marshal.PtrToStringUTF8(clang.CharactersOf(text)) ?? "";
        clang.DisposeText(text);
        return characters;
    }

    /// <summary>The nodes right below a node.</summary>
    public static List<Cursor> ChildrenOf(this LibClang clang, Cursor parent)
    {
        List<Cursor> children = [];
        clang.VisitChildren(
            parent,
            (cursor, _, _) =>
            {
                children.Add(cursor);
                return Visit.Continue;
            },
            user: 0);
        return children;
    }

    /// <summary>The fields of a record, those of unnamed structs and unions as one field each.</summary>
    public static List<Cursor> FieldsOf(this LibClang clang, ClangType record)
    {
        List<Cursor> fields = [];
        clang.VisitFields(
            record,
            (field, _) =>
            {
                fields.Add(field);
                return 1;
            },
            user: 0);
        return fields;
    }
}
