using System.Runtime.InteropServices;
using Ffi;

namespace Callbacks;

/// <summary>libclang's <c>CXCursor</c>: 32 bytes, passed by value.</summary>
[StructLayout(LayoutKind.Sequential)]
public readonly record struct Cursor(int Kind, int Data, nint First, nint Second, nint Third);

/// <summary>What the visitor wants next.</summary>
public enum Visit
{
    Break,
    Continue,
    Recurse,
}

/// <summary>Sees one node of the tree and the node it stands in.</summary>
public delegate Visit Visitor(Cursor cursor, Cursor parent, nint user);

/// <summary>libclang walks the tree of a C file and shows each node to C#.</summary>
public static partial class SyntaxTree
{
    private const int FunctionDeclaration = 8;

    // libclang would catch the signals that .NET makes exceptions of, such as NullReferenceException, on every thread of the process.
    static SyntaxTree() => LibC.SetEnvironment("LIBCLANG_DISABLE_CRASH_RECOVERY", "1", 1);

    /// <summary>The names of a file's functions, in order.</summary>
    public static IReadOnlyList<string> FunctionsOf(string path)
    {
        List<string> names = [];
        Walk(path, (cursor, _, _) =>
        {
            if (cursor.Kind == FunctionDeclaration)
            {
                names.Add(Name(cursor));
            }

            return Visit.Continue;
        });
        return names;
    }

    /// <summary>Shows the nodes of a file to a visitor. What it throws ends the walk, and comes out here.</summary>
    public static void Walk(string path, Visitor visitor)
    {
        nint index = Clang.CreateIndex(0, 0);
        nint unit = Clang.Parse(index, path, 0, 0, 0, 0, 0);
        try
        {
            Clang.VisitChildren(Clang.RootOf(unit), visitor, 0);
        }
        finally
        {
            Clang.DisposeUnit(unit);
            Clang.DisposeIndex(index);
        }
    }

    /// <summary>The name that a node has in the source.</summary>
    public static string Name(Cursor cursor)
    {
        Text text = Clang.SpellingOf(cursor);
        string name = Clang.CharactersOf(text);
        Clang.DisposeText(text);
        return name;
    }

    [StructLayout(LayoutKind.Sequential)]
    private readonly record struct Text(nint Data, uint Flags);

    // Environment.SetEnvironmentVariable changes what .NET sees, not what C sees.
    [NativeLibrary("c", MacOS = "libSystem.dylib")]
    private static partial class LibC
    {
        [NativeFunction("setenv")] public static partial int SetEnvironment(string name, string value, int overwrite);
    }

    [NativeLibrary("clang", Linux = "libclang-14.so.13")]
    private static partial class Clang
    {
        [NativeFunction("clang_createIndex")] public static partial nint CreateIndex(int excludeDeclarations, int displayDiagnostics);

        [NativeFunction("clang_disposeIndex")] public static partial void DisposeIndex(nint index);

        [NativeFunction("clang_parseTranslationUnit")]
        public static partial nint Parse(nint index, string path, nint arguments, int argumentCount, nint unsaved, uint unsavedCount, uint options);

        [NativeFunction("clang_disposeTranslationUnit")] public static partial void DisposeUnit(nint unit);

        [NativeFunction("clang_getTranslationUnitCursor")] public static partial Cursor RootOf(nint unit);

        // After an exception the visitor answers 0, which is Break.
        [NativeFunction("clang_visitChildren")] public static partial uint VisitChildren(Cursor parent, Visitor visitor, nint user);

        [NativeFunction("clang_getCursorSpelling")] public static partial Text SpellingOf(Cursor cursor);

        [NativeFunction("clang_getCString")] public static partial string CharactersOf(Text text);

        [NativeFunction("clang_disposeString")] public static partial void DisposeText(Text text);
    }
}
