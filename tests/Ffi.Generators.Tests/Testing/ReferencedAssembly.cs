using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Emit;

namespace Ffi.Generators.Tests.Testing;

/// <summary>How a program sees a class library.</summary>
public enum Seen
{
    /// <summary>Its files are the program's own.</summary>
    AsSource,

    /// <summary>A project of the same solution, as an editor has it.</summary>
    AsProject,

    /// <summary>A compiled assembly, as in a package.</summary>
    AsAssembly,

    /// <summary>A reference assembly, as builds pass it: no bodies, no private members.</summary>
    AsReferenceAssembly,
}

/// <summary>A class library of its own, compiled with the generators, for a program that references it.</summary>
internal static class ReferencedAssembly
{
    /// <summary>The program's compilation.</summary>
    public static CSharpCompilation Reference(this CSharpCompilation program, string library, Seen seen)
    {
        if (seen == Seen.AsSource)
        {
            return program.AddSyntaxTrees(CSharpSyntaxTree.ParseText(library, TestCompilation.ParseOptions, "Library.cs"));
        }

        CSharpCompilation compilation = Compile(library);
        return program.AddReferences(
            seen == Seen.AsProject ? compilation.ToMetadataReference() : Emit(compilation, isReference: seen == Seen.AsReferenceAssembly));
    }

    private static CSharpCompilation Compile(string library)
    {
        CSharpGeneratorDriver
            .Create(
                [
                    new FunctionGenerator().AsSourceGenerator(),
                    new CounterpartGenerator().AsSourceGenerator(),
                    new CallbackGenerator().AsSourceGenerator(),
                ],
                parseOptions: TestCompilation.ParseOptions)
            .RunGeneratorsAndUpdateCompilation(
                TestCompilation.Create(library).WithAssemblyName("Library"),
                out Compilation compilation,
                out _);
        return (CSharpCompilation)compilation;
    }

    private static PortableExecutableReference Emit(CSharpCompilation compilation, bool isReference)
    {
        using var assembly = new MemoryStream();
        EmitResult result = compilation.Emit(
            assembly,
            options: new EmitOptions(metadataOnly: isReference, includePrivateMembers: !isReference));
        Assert.True(result.Success, string.Join('\n', result.Diagnostics));
        return MetadataReference.CreateFromImage(ImmutableArray.Create(assembly.ToArray()));
    }
}
