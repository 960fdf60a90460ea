using System.Text;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace Ffi.Benchmarks.Generators;

/// <summary>A program that declares native functions: each with a string, a span and an <c>out</c>, a hundred in a class.</summary>
internal static class Workload
{
    private const int FunctionsInAClass = 100;

    private static readonly CSharpParseOptions s_parsing = CSharpParseOptions.Default.WithLanguageVersion(LanguageVersion.Preview);

    /// <summary>A compilation of nothing, with the framework and the library to refer to.</summary>
    public static readonly CSharpCompilation Empty = CSharpCompilation.Create(
        "Workload",
        references: ((string)AppContext.GetData("TRUSTED_PLATFORM_ASSEMBLIES")!)
            .Split(Path.PathSeparator)
            .Where(static path =>
                Path.GetFileName(path) is "Ffi.dll"
                || Path.GetDirectoryName(path) == Path.GetDirectoryName(typeof(object).Assembly.Location))
            .Select(static path => MetadataReference.CreateFromFile(path)),
        options: new CSharpCompilationOptions(
            OutputKind.DynamicallyLinkedLibrary,
            allowUnsafe: true,
            nullableContextOptions: NullableContextOptions.Enable));

    /// <summary>The program for our generator.</summary>
    public static CSharpCompilation OfNativeFunctions(int count) => Of(
        count, "[Ffi.NativeLibrary(\"m\")]", static i => $"[Ffi.NativeFunction(\"f{i}\")]");

    /// <summary>The program for the runtime's generator.</summary>
    public static CSharpCompilation OfLibraryImports(int count) => Of(
        count, "", static i => $"[LibraryImport(\"m\", EntryPoint = \"f{i}\", StringMarshalling = StringMarshalling.Utf8)]");

    /// <summary>The same program with nothing known about it yet, as a compiler meets it.</summary>
    public static CSharpCompilation Cold(CSharpCompilation program) => Empty.AddSyntaxTrees(program.SyntaxTrees);

    /// <summary>The program after somebody typed in a file without declarations.</summary>
    public static CSharpCompilation Edited(CSharpCompilation program, int edit)
    {
        SyntaxTree elsewhere = program.SyntaxTrees[^1];
        return program.ReplaceSyntaxTree(elsewhere, Elsewhere(edit));
    }

    private static CSharpCompilation Of(int count, string onClass, Func<int, string> onFunction) => Empty.AddSyntaxTrees(
    [
        .. Enumerable.Range(0, (count + FunctionsInAClass - 1) / FunctionsInAClass).Select(index => Class(
            index, onClass, onFunction, Math.Min(FunctionsInAClass, count - (index * FunctionsInAClass)))),
        Elsewhere(0),
    ]);

    private static SyntaxTree Class(int index, string onClass, Func<int, string> onFunction, int count)
    {
        StringBuilder text = new();
        text.Append($"using System;\nusing System.Runtime.InteropServices;\n{onClass}\npublic static partial class C{index}\n{{\n");
        for (int i = 0; i < count; i++)
        {
            text.Append(
                $"    {onFunction(i)}\n    public static partial int F{i}(string name, ReadOnlySpan<byte> data, out int written);\n");
        }

        return CSharpSyntaxTree.ParseText(text.Append("}\n").ToString(), s_parsing, $"C{index}.cs");
    }

    private static SyntaxTree Elsewhere(int edit) =>
        CSharpSyntaxTree.ParseText($"internal static class Elsewhere {{ public const int Edit = {edit}; }}", s_parsing, "Elsewhere.cs");
}
