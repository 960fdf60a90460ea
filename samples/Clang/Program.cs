// libclang: the syntax tree of a C file, shown to a lambda node by node.
//
//     dotnet run --project samples/Clang [file.c]

using Clang;

string path = args is [var given] ? given : Path.Combine(AppContext.BaseDirectory, "shapes.c");
using SyntaxTree tree = new(path);

Console.WriteLine($"{Path.GetFileName(path)}, its functions:");
foreach (string function in tree.Functions())
{
    Console.WriteLine($"  {function}");
}

Console.WriteLine("and all that has a name:");
Stack<Cursor> parents = [];
tree.Walk((cursor, parent, _) =>
{
    while (parents.TryPeek(out Cursor top) && top != parent)
    {
        parents.Pop();
    }

        if (Enum.IsDefined(cursor.Kind) && SyntaxTree.NameOf(cursor) is { Length: > 0 } name)
        {
            Console.WriteLine(
                $"  {new string(' ', 2 * parents.Count(static node => Enum.IsDefined(node.Kind)))}{cursor.Kind} {name}: {SyntaxTree.TypeOf(cursor)}"
            );
        }

    parents.Push(cursor);
    return ChildVisitResult.Recurse;
});
