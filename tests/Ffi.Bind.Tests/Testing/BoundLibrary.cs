extern alias analyzers;

using System.Collections.Concurrent;
using System.Collections.Immutable;
using System.Reflection;
using System.Runtime.InteropServices;
using System.Runtime.Loader;
using analyzers::Ffi.Analyzers.Headers;
using Ffi.Bindgen;
using Ffi.Bindgen.Planning;
using Ffi.Headers.Digest;
using Ffi.Headers.Text;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using Platform = Ffi.Headers.Digest.Platform;

namespace Ffi.Bind.Tests.Testing;

/// <summary>A library of the corpus, bound, compiled and loaded, once for all tests that look at it.</summary>
/// <param name="Digest">What its header says.</param>
/// <param name="Plan">What was planned of it.</param>
/// <param name="Image">The assembly's bytes.</param>
/// <param name="Assembly">The assembly.</param>
/// <param name="Diagnostics">What the analyzers say of the declarations, with the digest beside them.</param>
internal sealed record BoundLibrary(
    HeaderDigest Digest,
    BindingPlan Plan,
    byte[] Image,
    Assembly Assembly,
    IReadOnlyList<string> Diagnostics)
{
    // A whole of a large library compiles for minutes; what is in it is compiled in parts, which hold all kinds of declarations.
    private const int MostFunctions = 1000;

    private static readonly ConcurrentDictionary<string, Lazy<BoundLibrary>> s_libraries = new();

    /// <summary>The platform on which the tests run.</summary>
    public static Platform Here => RuntimeInformation.ProcessArchitecture == Architecture.Arm64 ? Platform.LinuxArm64 : Platform.LinuxX64;

    public static BoundLibrary Of(string library) => s_libraries.GetOrAdd(library, static name => new(() => Bind(name))).Value;

    /// <summary>The digest as a binding has it beside itself.</summary>
    public string DigestText => DigestWriter.Write(Digest);

    /// <summary>The class of the functions.</summary>
    public Type Functions => Type(Plan.ClassName);

    public Type Type(string name) => Assembly.GetType($"{Plan.Namespace}.{name}", throwOnError: true)!;

    private static BoundLibrary Bind(string library)
    {
        HeaderDigest digest = Bound.DigestOf(library) with { Library = library };
        HeaderDigest part = digest with
        {
            Functions = digest.Functions.Where((_, index) => digest.Functions.Count <= MostFunctions || index % 5 == 0).ToEquatableArray(),
        };
        (BindingPlan plan, BindResult result) = Bound.Of(part, Bound.RecipeOf(library));
        Compilation compilation = BindingCompiler.Compile(result.Source, LayoutSource.Write(plan, Here));
        using MemoryStream image = BindingCompiler.Emit(compilation);
        byte[] bytes = image.ToArray();
        BoundLibrary bound = new(digest, plan, bytes, new AssemblyLoadContext(library).LoadFromStream(image), []);
        return bound with { Diagnostics = Analyze(compilation, bound.DigestText) };
    }

    private static string[] Analyze(Compilation compilation, string digest)
    {
        AnalyzerOptions options = new([new DigestFile(digest)]);
        CompilationWithAnalyzers analyzed = compilation.WithAnalyzers([new HeaderAnalyzer()], options);
        ImmutableArray<Diagnostic> diagnostics = analyzed.GetAnalyzerDiagnosticsAsync().GetAwaiter().GetResult();
        return
        [
            .. diagnostics
                .Where(static diagnostic => diagnostic.Severity >= DiagnosticSeverity.Warning)
                .Select(static diagnostic => diagnostic.ToString()),
        ];
    }

    private sealed class DigestFile(string text) : AdditionalText
    {
        public override string Path => "bound.ffi-header";

        public override Microsoft.CodeAnalysis.Text.SourceText GetText(CancellationToken cancellationToken = default) =>
            Microsoft.CodeAnalysis.Text.SourceText.From(text);
    }
}
