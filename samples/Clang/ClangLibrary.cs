using System.Runtime.InteropServices;
using Ffi;

namespace Clang;

/// <summary>Sees one node of the tree and the node it stands in: two structs of 32 bytes, by value.</summary>
internal delegate Visit Visitor(Cursor cursor, Cursor parent, nint user);

/// <summary><c>CXString</c>: text that libclang owns until it is disposed.</summary>
[StructLayout(LayoutKind.Sequential)]
internal readonly record struct ClangText(nint Data, uint Flags);

/// <summary>The part of libclang's C interface that the sample uses.</summary>
[NativeLibrary("clang", Linux = "libclang-14.so.13", Windows = "libclang")]
internal static partial class ClangLibrary
{
    [NativeFunction("clang_createIndex")] public static partial IndexHandle CreateIndex(int excludeDeclarations, int displayDiagnostics);
    [NativeFunction("clang_disposeIndex")] public static partial void DisposeIndex([Frees] nint index);

    [NativeFunction("clang_parseTranslationUnit2")]
    public static partial int Parse(
        IndexHandle index, string path, string[] arguments, int argumentCount, nint unsavedFiles, uint unsavedCount, uint options, out UnitHandle unit);
    [NativeFunction("clang_disposeTranslationUnit")] public static partial void DisposeUnit([Frees] nint unit);

    [NativeFunction("clang_getTranslationUnitCursor")] public static partial Cursor RootOf(UnitHandle unit);
    [NativeFunction("clang_visitChildren")] public static partial uint VisitChildren(Cursor parent, Visitor visitor, nint user);

    [NativeFunction("clang_getCursorSpelling")] public static partial ClangText NameOf(Cursor cursor);
    [NativeFunction("clang_getCursorResultType")] public static partial ClangType ResultTypeOf(Cursor cursor);
    [NativeFunction("clang_getCursorType")] public static partial ClangType TypeOf(Cursor cursor);
    [NativeFunction("clang_getTypeSpelling")] public static partial ClangText SpellingOf(ClangType type);

    [NativeFunction("clang_getCString")] public static partial string? CharactersOf(ClangText text);
    [NativeFunction("clang_disposeString")] public static partial void DisposeText(ClangText text);
}
