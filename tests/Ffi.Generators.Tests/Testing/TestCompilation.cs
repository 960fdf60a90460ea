using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace Ffi.Generators.Tests.Testing;

/// <summary>Compiles a snippet against the running framework and <c>Ffi.dll</c>, with the usual implicit usings.</summary>
internal static class TestCompilation
{
    public const string FileName = "Test.cs";

    private const string ImplicitUsings = """
        global using System;
        global using System.Buffers;
        global using System.Collections.Generic;
        global using System.Linq;
        global using System.Runtime.CompilerServices;
        global using System.Runtime.InteropServices;
        global using System.Runtime.InteropServices.Marshalling;
        global using System.Text;
        global using System.Threading;
        global using System.Threading.Tasks;
        global using Ffi;
        """;

    private static readonly string FrameworkFolder = Path.GetDirectoryName(typeof(object).Assembly.Location)!;

    public static readonly CSharpParseOptions ParseOptions = CSharpParseOptions.Default.WithLanguageVersion(LanguageVersion.Preview);

    public static readonly CSharpCompilationOptions Options = new(
        OutputKind.DynamicallyLinkedLibrary, allowUnsafe: true, nullableContextOptions: NullableContextOptions.Enable);

    public static readonly IReadOnlyList<MetadataReference> References =
        [.. ((string)AppContext.GetData("TRUSTED_PLATFORM_ASSEMBLIES")!).Split(Path.PathSeparator)
            .Where(path => Path.GetDirectoryName(path) == FrameworkFolder || Path.GetFileName(path) == "Ffi.dll")
            .Select(path => MetadataReference.CreateFromFile(path))];

    private static readonly SyntaxTree s_usings = CSharpSyntaxTree.ParseText(ImplicitUsings, ParseOptions, "Usings.cs");

    // What is added to a compilation that has looked at its references shares them; a new one would load the framework again.
    private static readonly CSharpCompilation s_empty = CreateEmpty();

    public static CSharpCompilation Create(params string[] sources) => s_empty.AddSyntaxTrees(
    [
        .. sources.Select((source, i) => CSharpSyntaxTree.ParseText(source, ParseOptions, i == 0 ? FileName : $"Test{i}.cs")),
        s_usings,
    ]);

    private static CSharpCompilation CreateEmpty()
    {
        var compilation = CSharpCompilation.Create("Snippet", references: References, options: Options);
        _ = compilation.GetSpecialType(SpecialType.System_Object);
        return compilation;
    }
}
