namespace Clang;

/// <summary>The tree that libclang makes of one C file.</summary>
internal sealed class SyntaxTree : IDisposable
{
    private readonly IndexHandle _index;
    private readonly UnitHandle _unit;

    // libclang would catch the signals that .NET makes exceptions of, such as NullReferenceException, on every thread of the process.
    static SyntaxTree() => LibC.SetEnvironment("LIBCLANG_DISABLE_CRASH_RECOVERY", "1", 1);

    /// <param name="path">The C file.</param>
    /// <param name="arguments">What the compiler would get, such as <c>-DDEBUG</c>.</param>
    /// <exception cref="IOException">libclang can't read the file.</exception>
    public SyntaxTree(string path, params string[] arguments)
    {
        _index = ClangLibrary.CreateIndex(excludeDeclarationsFromPCH: 0, displayDiagnostics: 0);
        ErrorCode error = ClangLibrary.ParseTranslationUnit2(
            _index, path, arguments, arguments.Length, unsaved_files: 0, num_unsaved_files: 0, TranslationUnitFlags.None, out _unit);
        if (error != ErrorCode.Success)
        {
            Dispose();
            throw new IOException($"libclang can't parse {path}: {error}.");
        }
    }

    /// <summary>Shows the nodes to a visitor, from the top. What it throws ends the walk, and comes out here.</summary>
    public void Walk(CursorVisitor visitor) =>
        ClangLibrary.VisitChildren(ClangLibrary.GetTranslationUnitCursor(_unit), visitor, client_data: 0);

    /// <summary>The signatures of the file's functions, in order.</summary>
    public IReadOnlyList<string> Functions()
    {
        List<string> functions = [];
        Walk((cursor, _, _) =>
        {
            if (cursor.Kind == CursorKind.FunctionDecl)
            {
                functions.Add($"{TypeOf(cursor)} {NameOf(cursor)}({string.Join(", ", ParametersOf(cursor))})");
            }

            return ChildVisitResult.Continue;
        });
        return functions;
    }

    /// <summary>The name that a node has in the source.</summary>
    public static string NameOf(Cursor cursor) => Take(ClangLibrary.GetCursorSpelling(cursor));

    /// <summary>A node's type as C writes it; of a function, the type of its result.</summary>
    public static string TypeOf(Cursor cursor) => Take(ClangLibrary.GetTypeSpelling(
        cursor.Kind == CursorKind.FunctionDecl ? ClangLibrary.GetCursorResultType(cursor) : ClangLibrary.GetCursorType(cursor)));

    public void Dispose()
    {
        _unit.Dispose();
        _index.Dispose();
    }

    // A walk inside of a walk: the second visitor is called while the first one is.
    private static List<string> ParametersOf(Cursor function)
    {
        List<string> parameters = [];
        ClangLibrary.VisitChildren(
            function,
            (cursor, _, _) =>
            {
                if (cursor.Kind == CursorKind.ParmDecl)
                {
                    parameters.Add($"{TypeOf(cursor)} {NameOf(cursor)}");
                }

                return ChildVisitResult.Continue;
            },
            client_data: 0);
        return parameters;
    }

    private static string Take(ClangText text)
    {
        string characters = ClangLibrary.GetCString(text) ?? "";
        ClangLibrary.DisposeString(text);
        return characters;
    }
}
