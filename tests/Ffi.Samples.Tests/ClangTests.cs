using Clang;
using Ffi.Tests.NativeCalls;

namespace Ffi.Samples.Tests;

public sealed class ClangTests : IDisposable
{
    private readonly string _file = Path.ChangeExtension(Path.GetTempFileName(), ".c");

    public void Dispose() => File.Delete(_file);

    [LibraryFact("libclang", "libclang-14.so.13")]
    public void Walk_ShowsEachNodeWithItsParent()
    {
        using SyntaxTree tree = Parse(
            "struct point { int x, y; };\nint first(int a) { return a; }\nint second(struct point p) { return p.x; }\n");
        List<string> seen = [];
        tree.Walk(
            (cursor, parent, _) =>
            {
                string name = SyntaxTree.NameOf(cursor);
                if (name.Length > 0)
                {
                    seen.Add(
                        $"{Path.GetFileName(SyntaxTree.NameOf(parent)).Replace(Path.GetFileName(_file), "file", StringComparison.Ordinal)}/{cursor.Kind} {name}"
                    );
                }

            return name is "point" or "second" ? ChildVisitResult.Recurse : ChildVisitResult.Continue;
        });

        Assert.Equal(
            [
                "file/StructDecl point", "point/FieldDecl x", "point/FieldDecl y", "file/FunctionDecl first", "file/FunctionDecl second",
                "second/ParmDecl p",
            ],
            seen.Take(6));
    }

    [LibraryFact("libclang", "libclang-14.so.13")]
    public void Functions_AreTheirSignatures()
    {
        using SyntaxTree tree = Parse("const char *name(unsigned long a, char **b);\n#ifdef WIDE\nvoid wide(void);\n#endif\n", "-DWIDE");
        Assert.Equal(["const char * name(unsigned long a, char ** b)", "void wide()"], tree.Functions());
    }

    [LibraryFact("libclang", "libclang-14.so.13")]
    public void VisitorThatThrows_EndsTheWalk_AndItsExceptionComesOut()
    {
        using SyntaxTree tree = Parse("int a, b, c;");
        int visits = 0;
        Assert.Throws<InvalidTimeZoneException>(() => tree.Walk(
            (_, _, _) => ++visits == 2 ? throw new InvalidTimeZoneException() : ChildVisitResult.Continue));
        Assert.Equal(2, visits);
    }

    [LibraryFact("libclang", "libclang-14.so.13")]
    public void MissingFile_IsAnError() => Assert.Throws<IOException>(static () => new SyntaxTree("/nowhere/at/all.c"));

    private SyntaxTree Parse(string source, params string[] arguments)
    {
        File.WriteAllText(_file, source);
        return new SyntaxTree(_file, arguments);
    }
}
