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
        _index = ClangLibrary.CreateIndex(excludeDeclarations: 0, displayDiagnostics: 0);
        int error = ClangLibrary.Parse(_index, path, arguments, arguments.Length, 0, 0, 0, out _unit);
        if (error != 0)
        {
            Dispose();
            throw new IOException($"libclang can't parse {path}: error {error}.");
        }
    }

    /// <summary>Shows the nodes to a visitor, from the top. What it throws ends the walk, and comes out here.</summary>
    public void Walk(Visitor visitor) => ClangLibrary.VisitChildren(ClangLibrary.RootOf(_unit), visitor, user: 0);

    /// <summary>The signatures of the file's functions, in order.</summary>
    public IReadOnlyList<string> Functions()
    {
        List<string> functions = [];
        Walk((cursor, _, _) =>
        {
            if (cursor.Kind == CursorKind.Function)
            {
                functions.Add($"{TypeOf(cursor)} {NameOf(cursor)}({string.Join(", ", ParametersOf(cursor))})");
            }

            return Visit.Continue;
        });
        return functions;
    }

    /// <summary>The name that a node has in the source.</summary>
    public static string NameOf(Cursor cursor) => Take(ClangLibrary.NameOf(cursor));

    /// <summary>A node's type as C writes it; of a function, the type of its result.</summary>
    public static string TypeOf(Cursor cursor) => Take(ClangLibrary.SpellingOf(
        cursor.Kind == CursorKind.Function ? ClangLibrary.ResultTypeOf(cursor) : ClangLibrary.TypeOf(cursor)));

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
                if (cursor.Kind == CursorKind.Parameter)
                {
                    parameters.Add($"{TypeOf(cursor)} {NameOf(cursor)}");
                }

                return Visit.Continue;
            },
            user: 0);
        return parameters;
    }

    private static string Take(ClangText text)
    {
        string characters = ClangLibrary.CharactersOf(text) ?? "";
        ClangLibrary.DisposeText(text);
        return characters;
    }
}
