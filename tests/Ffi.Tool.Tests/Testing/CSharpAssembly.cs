using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Emit;
using Microsoft.CodeAnalysis.Text;

namespace Ffi.Tool.Tests.Testing;

/// <summary>Compiles C# into an assembly with a portable PDB.</summary>
internal static class CSharpAssembly
{
    private const string Usings =
        "using System; using System.Runtime.CompilerServices; using System.Runtime.InteropServices; using System.Runtime.Versioning; using System.Text; using Microsoft.Win32.SafeHandles;";

    private static readonly MetadataReference[] s_references =
    [
        .. ((string)AppContext.GetData("TRUSTED_PLATFORM_ASSEMBLIES")!)
            .Split(Path.PathSeparator)
            .Where(static path =>
                Path.GetFileName(path).StartsWith("System.", StringComparison.Ordinal)
                || Path.GetFileName(path) is "netstandard.dll" or "Microsoft.Win32.Primitives.dll")
            .Select(static path => MetadataReference.CreateFromFile(path)),
    ];

    /// <summary>Writes the source, and the assembly beside it.</summary>
    /// <param name="folder">Where to.</param>
    /// <param name="name">The assembly's name.</param>
    /// <param name="source">The source. It starts on the second line of its file, below the usual usings.</param>
    /// <param name="format">What to make of the PDB; null for none.</param>
    /// <param name="references">Further assemblies.</param>
    /// <returns>The assembly's file.</returns>
    public static string Build(
        WorkFolder folder,
        string name,
        string source,
        DebugInformationFormat? format = DebugInformationFormat.PortablePdb,
        params string[] references)
    {
        string text = Usings + "\n" + source;
        string file = folder.Write($"{name}.cs", text);
        CSharpCompilation compilation = CSharpCompilation.Create(
            name,
            [CSharpSyntaxTree.ParseText(SourceText.From(text, System.Text.Encoding.UTF8), CSharpParseOptions.Default, file)],
            [.. s_references, .. references.Select(static path => MetadataReference.CreateFromFile(path))],
            new CSharpCompilationOptions(OutputKind.DynamicallyLinkedLibrary, allowUnsafe: true, deterministic: true));
        string assembly = folder.PathOf($"{name}.dll");
        using FileStream image = File.Create(assembly);
        using FileStream? symbols = format == DebugInformationFormat.PortablePdb ? File.Create(folder.PathOf($"{name}.pdb")) : null;
        EmitResult result = compilation.Emit(
            image,
            symbols,
            options: new EmitOptions(debugInformationFormat: format ?? DebugInformationFormat.Embedded));
        Assert.True(result.Success, string.Join('\n', result.Diagnostics));
        return assembly;
    }
}
