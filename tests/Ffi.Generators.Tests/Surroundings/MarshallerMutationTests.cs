using System.Collections.Immutable;
using System.Text.RegularExpressions;
using Ffi.Generators.Analysis;
using Ffi.Generators.Tests.Interception;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Diagnostics;

namespace Ffi.Generators.Tests.Surroundings;

/// <summary>Each shape of a custom marshaller that the base class library knows, with each of its members gone or wrong: either it still
/// carries the value, or FFI0027 says that it doesn't. The generated file compiles.</summary>
public partial class MarshallerMutationTests
{
    private const string Value = "static partial ";

    private static readonly Dictionary<string, Shape> s_shapes = new()
    {
        ["StatelessIn"] = new(
            "public static class M",
            "void f(T a)",
            ["public static nint ConvertToUnmanaged(T t)", "?public static void Free(nint n)"]),
        ["StatelessBuffer"] = new(
            "public static class M",
            "void f(T a)",
            [
                "public static int BufferSize => 8;",
                "public static byte* ConvertToUnmanaged(T t, System.Span<byte> room)",
                "?public static void Free(byte* n)",
            ]),
        ["StatelessPinned"] = new(
            "public static class M",
            "void f(T a)",
            ["public static int* ConvertToUnmanaged(T t)", "?public static ref int GetPinnableReference(T t)"]),
        ["StatelessOut"] = new(
            "public static class M",
            "T f(int x)",
            ["public static T ConvertToManaged(nint n)", "?public static void Free(nint n)"]),
        ["StatelessFinally"] = new("public static class M", "void f(out T x)", ["public static T ConvertToManagedFinally(nint n)"]),
        ["StatelessRef"] = new(
            "public static class M",
            "void f(ref T a)",
            ["public static nint ConvertToUnmanaged(T t)", "public static T ConvertToManaged(nint n)", "?public static void Free(nint n)"]),
        ["StatefulIn"] = new(
            "public struct M",
            "void f(T a)",
            [
                "public void FromManaged(T t)", "public nint ToUnmanaged()", "?public void Free()", "?public void OnInvoked()",
                "?public ref int GetPinnableReference()",
            ]),
        ["StatefulBuffer"] = new(
            "public ref struct M",
            "void f(T a)",
            [
                "public static int BufferSize { get; } = 8;",
                "public void FromManaged(T t, System.Span<int> room)",
                "public int* ToUnmanaged()",
                "?public void Free()",
            ]),
        ["StatefulOut"] = new(
            "public struct M",
            "T f()",
            ["public void FromUnmanaged(nint n)", "public T ToManaged()", "?public void Free()", "?public void OnInvoked()"]),
        ["StatefulFinally"] = new(
            "public ref struct M",
            "void f(out T x)",
            ["public void FromUnmanaged(nint n)", "public T ToManagedFinally()"]),
        ["StatefulRef"] = new(
            "public ref struct M",
            "void f(ref T a)",
            [
                "public void FromManaged(T t)", "public nint ToUnmanaged()", "public void FromUnmanaged(nint n)", "public T ToManaged()",
                "?public void Free()",
            ]),
        ["Element"] = new(
            "public static class M",
            "void f([MarshalUsing(typeof(M), ElementIndirectionDepth = 1)] T[] a)",
            ["public static nint ConvertToUnmanaged(T t)", "?public static void Free(nint n)"]),
        ["ElementOut"] = new(
            "public static class M",
            "void f([MarshalUsing(typeof(M), ElementIndirectionDepth = 1, ConstantElementCount = 3)] out T[] a)",
            ["public static T ConvertToManaged(nint n)", "?public static void Free(nint n)"]),
        ["ElementRef"] = new(
            "public static class M",
            "void f([MarshalUsing(typeof(M), ElementIndirectionDepth = 1), In, Out] T[] a)",
            ["public static nint ConvertToUnmanaged(T t)", "public static T ConvertToManaged(nint n)"]),
        ["CollectionIn"] = new(
            "public static unsafe class M<TItem, TElement> where TElement : unmanaged",
            "void f(C<int> a)",
            [
                "public static byte* AllocateContainerForUnmanagedElements(C<TItem> c, out int count)",
                "public static System.ReadOnlySpan<TItem> GetManagedValuesSource(C<TItem> c)",
                "public static System.Span<TElement> GetUnmanagedValuesDestination(byte* n, int count)",
                "?public static void Free(byte* n)",
            ],
            "C<>",
            "M<,>"),
        ["CollectionBuffer"] = new(
            "public static unsafe class M<TItem, TElement> where TElement : unmanaged",
            "void f(C<int> a)",
            [
                "public static int BufferSize => 8;",
                "public static byte* AllocateContainerForUnmanagedElements(C<TItem> c, System.Span<byte> room, out int count)",
                "public static System.ReadOnlySpan<TItem> GetManagedValuesSource(C<TItem> c)",
                "public static System.Span<TElement> GetUnmanagedValuesDestination(byte* n, int count)",
            ],
            "C<>",
            "M<,>"),
        ["CollectionOut"] = new(
            "public static unsafe class M<TItem, TElement> where TElement : unmanaged",
            "[return: MarshalUsing(ConstantElementCount = 3)] C<int> f()",
            [
                "public static C<TItem> AllocateContainerForManagedElements(byte* n, int count)",
                "public static System.ReadOnlySpan<TElement> GetUnmanagedValuesSource(byte* n, int count)",
                "public static System.Span<TItem> GetManagedValuesDestination(C<TItem> c)",
            ],
            "C<>",
            "M<,>"),
        ["CollectionStateful"] = new(
            "public unsafe ref struct M<TItem, TElement> where TElement : unmanaged",
            "void f(C<int> a)",
            [
                "public void FromManaged(C<TItem> c)", "public byte* ToUnmanaged()",
                "public System.ReadOnlySpan<TItem> GetManagedValuesSource()",
                "public System.Span<TElement> GetUnmanagedValuesDestination()", "?public void Free()",
            ],
            "C<>",
            "M<,>"),
        ["CollectionStatefulOut"] = new(
            "public unsafe ref struct M<TItem, TElement> where TElement : unmanaged",
            "void f([MarshalUsing(CountElementName = nameof(n))] out C<int> a, int n)",
            [
                "public void FromUnmanaged(byte* n)",
                "public C<TItem> ToManaged()",
                "public System.ReadOnlySpan<TElement> GetUnmanagedValuesSource(int count)",
                "public System.Span<TItem> GetManagedValuesDestination(int count)",
            ],
            "C<>",
            "M<,>"),
    };

    public static TheoryData<string> Shapes => [.. s_shapes.Keys];

    [Theory, MemberData(nameof(Shapes))]
    public async Task Mutants_CarryOrAreRefused(string name)
    {
        Shape shape = s_shapes[name];
        Mutant[] mutants = [new("the shape itself", shape, IsRefused: false), .. Mutate(shape)];
        Compilation alone = Compile(mutants.Select(static mutant => mutant.Source(hasLibrary: false)));
        HashSet<string> broken = [.. ErrorsIn(alone.GetDiagnostics()).Select(FileOf)];

        // What doesn't compile by itself is the user's to put right.
        Mutant[] tried = [.. mutants.Where((_, index) => !broken.Contains($"N{index}.cs"))];
        CSharpGeneratorDriver
            .Create(
                [new FunctionGenerator().AsSourceGenerator(), new CounterpartGenerator().AsSourceGenerator()],
                parseOptions: CallSites.Intercepting)
            .RunGeneratorsAndUpdateCompilation(
                Compile(tried.Select(static mutant => mutant.Source(hasLibrary: true))),
                out Compilation output,
                out _);
        ImmutableArray<Diagnostic> analyzed = await output.WithAnalyzers([new FunctionAnalyzer()]).GetAnalyzerDiagnosticsAsync();
        ILookup<string, Diagnostic> diagnostics = ErrorsIn(output.GetDiagnostics().Concat(analyzed)).ToLookup(FileOf);

        Assert.True(tried.Length > shape.Members.Length * 4, "Most mutants must compile.");
        Assert.Same(mutants[0], tried[0]);
        for (int index = 0; index < tried.Length; index++)
        {
            Diagnostic[] found = [.. diagnostics[$"N{index}.cs"]];
            string story =
                $"{name}, {tried[index].Change}\n{string.Join('\n', found.AsEnumerable())}\n{tried[index].Source(hasLibrary: true)(index)}";
            Assert.True(found.All(static diagnostic => diagnostic.Id == "FFI0027"), story);
            Assert.True(tried[index].IsRefused is not { } refused || refused == found.Length > 0, story);
        }
    }

    private static IEnumerable<Mutant> Mutate(Shape shape)
    {
        foreach ((string header, string change) in MutateHeader(shape.Header))
        {
            yield return new(change, shape with { Header = header }, null);
        }

        foreach ((string attribute, string change, bool? isRefused) in MutateAttribute(shape))
        {
            yield return new(change, shape with { Attribute = attribute }, isRefused);
        }

        for (int index = 0; index < shape.Members.Length; index++)
        {
            string member = shape.Members[index];
            bool isOptional = member.StartsWith('?');
            yield return new(
                $"without {member}",
                shape with
                {
                    Members = [.. shape.Members.Where((_, other) => other != index)],
                },
                !isOptional);
            foreach ((string mutated, string change, bool? isRefused) in MutateMember(member.TrimStart('?')))
            {
                string[] members = [.. shape.Members];
                members[index] = mutated;
                yield return new($"{member}: {change}", shape with { Members = members }, isRefused);
            }
        }
    }

    private static IEnumerable<(string, string, bool?)> MutateMember(string member)
    {
        yield return (member.Replace("public ", "private "), "private", true);
        yield return (member.Replace("public ", "internal "), "internal", false);
        yield return (
            member.Contains("static ") ? member.Replace("static ", "") : member.Replace("public ", "public static "),
            "static or not",
            null);
        yield return (NameOf().Replace(member, "${name}X${rest}", 1), "another name", null);
        if (!member.Contains('('))
        {
            yield return (member.Replace("int ", "long "), "long", true);
            yield return (member.Replace("int ", "string ").Replace("8", "\"\""), "string", true);
            yield break;
        }

        yield return (member.Replace("(", "<TMore>("), "generic", true);
        yield return (member.Replace("(", "(int extra" + (member.Contains("()") ? "" : ", ")), "one more parameter", true);
        yield return (Parameters().Replace(member, "()"), "no parameter", member.Contains("()") ? false : true);
        yield return (member.Replace("(T ", "(object ").Replace("(C<TItem> ", "(object "), "takes object", null);
        yield return (member.Replace("(nint ", "(string ").Replace("(byte* ", "(int* "), "takes another native type", null);
        yield return (member.Replace("(", "(ref ").Replace("(ref )", "()"), "by reference", null);
        yield return (member.Replace(" count", " count = 1").Replace("out int count = 1", "out long count"), "another count", null);
        yield return (
            member
                .Replace("Span<byte>", "Memory<byte>")
                .Replace("Span<int>", "Span<long>")
                .Replace("Span<TElement>", "Span<string>")
                .Replace("Span<TItem>", "Span<string>"),
            "another span",
            null);
        foreach (
            string type in (string[])["string", "void", "object", "int", "bool", "dynamic", "System.Span<byte>", "T?", "delegate*<void>"])
        {
            yield return (Result().Replace(member, $"${{words}}{type} ", 1), $"returns {type}", null);
        }
    }

    private static IEnumerable<(string, string)> MutateHeader(string header)
    {
        yield return (header.Replace("static ", ""), "not static");
        yield return (header.Replace("static ", "abstract "), "abstract");
        yield return (header.Replace("ref struct", "struct"), "no ref struct");
        yield return (Regex.Replace(header, "(?<!ref )(struct|static class|static unsafe class)", "ref struct"), "a ref struct");
        yield return (Regex.Replace(header, "(static class|ref struct|struct)", "class"), "a class");
        yield return (header.Replace("public ", "internal "), "internal");
        yield return (Regex.Replace(header, "(static class|ref struct|(?<!ref )struct)", "record struct"), "a record");
        yield return (header.Replace("where TElement : unmanaged", "where TElement : unmanaged, System.IFormattable"), "constrained");
        yield return (header.Replace("<TItem,", "<TOther, TItem,"), "one more type parameter");
        yield return (header.Contains('<') ? header : header.Replace(" M", " M<TMore>"), "generic");
    }

    private static IEnumerable<(string, string, bool?)> MutateAttribute(Shape shape)
    {
        yield return ($"CustomMarshaller(typeof(object), MarshalMode.Default, typeof({shape.Marshaller}))", "of another type", true);
        yield return (
            $"CustomMarshaller(typeof({shape.Managed}), MarshalMode.UnmanagedToManagedIn, typeof({shape.Marshaller}))",
            "in another mode",
            true);
        yield return ($"CustomMarshaller(typeof({shape.Managed}), MarshalMode.Default, typeof(string))", "no marshaller", true);
        yield return (
            $"CustomMarshaller(typeof({shape.Managed}), MarshalMode.Default, typeof(System.Collections.Generic.List<>))",
            "an open type",
            true);
        yield return ($"CustomMarshaller(typeof({shape.Managed}), MarshalMode.Default, typeof(System.IDisposable))", "an interface", true);
        yield return ("CustomMarshaller(null!, MarshalMode.Default, null!)", "nothing", true);
        yield return ("System.Obsolete", "no shape", true);
    }

    private static CSharpCompilation Compile(IEnumerable<Func<int, string>> sources)
    {
        SyntaxTree[] trees =
        [
            .. sources.Select(static (source, index) => CSharpSyntaxTree.ParseText(source(index), CallSites.Intercepting, $"N{index}.cs")),
        ];
        CSharpCompilation empty = StrictBuild.Compile("");
        return empty.AddSyntaxTrees(trees);
    }

    private static IEnumerable<Diagnostic> ErrorsIn(IEnumerable<Diagnostic> diagnostics) =>
        diagnostics.Where(static diagnostic =>
            diagnostic.Severity == DiagnosticSeverity.Error
            || (diagnostic.Severity == DiagnosticSeverity.Warning && StrictBuild.IsGenerated(diagnostic)));

    // A generated file is called after the namespace.
    private static string FileOf(Diagnostic diagnostic) => Path.GetFileName(diagnostic.Location.GetLineSpan().Path).Split('.')[0] + ".cs";

    [GeneratedRegex(@"(?<name>\w+)(?<rest>\(| =>| \{ get)")]
    private static partial Regex NameOf();

    [GeneratedRegex(@"\([^)]*\)")]
    private static partial Regex Parameters();

    [GeneratedRegex(@"(?<words>public (?:static )?)(?:ref )?[\w.*<>]+ ")]
    private static partial Regex Result();

    [GeneratedRegex("(?<kind>ref struct|record struct|struct|class) M")]
    private static partial Regex Kind();

    private sealed record Shape(string Header, string Function, string[] Members, string Managed = "T", string Marshaller = "M")
    {
        public string Attribute { get; init; } = $"CustomMarshaller(typeof({Managed}), MarshalMode.Default, typeof({Marshaller}))";

        public string Text =>
            $"{Header} {{ {string.Join(' ', Members.Select(static member => member.TrimStart('?')).Select(static member => member.EndsWith(';') ? member : member + " => throw null!;"))} }}";
    }

    /// <param name="Change">What differs.</param>
    /// <param name="Shape">The shape with it.</param>
    /// <param name="IsRefused">Whether it can't carry; null where that depends on the shape.</param>
    private sealed record Mutant(string Change, Shape Shape, bool? IsRefused)
    {
        public Func<int, string> Source(bool hasLibrary) =>
            index =>
            {
                bool isCollection = Shape.Managed == "C<>";
                string uses = Shape.Function.Contains("ElementIndirectionDepth", StringComparison.Ordinal)
                    ? ""
                    : $"[NativeMarshalling(typeof({Shape.Marshaller}))] ";
                string function = Shape.Function.StartsWith('[')
                    ? Shape.Function.Insert(Shape.Function.IndexOf(']') + 2, $"public {Value}")
                    : $"public {Value}{Shape.Function}";
                string text = Shape.Text.Contains("unsafe", StringComparison.Ordinal)
                    ? Shape.Text
                    : Kind().Replace(Shape.Text, "unsafe ${kind} M", 1);
                return $$"""
                    namespace N{{index}};
                    {{(isCollection ? "" : uses)}}public sealed class T { public int X; }
                    {{(isCollection ? uses : "")}}public sealed class C<TItem> { public int X; }
                    {{(isCollection ? "[ContiguousCollectionMarshaller] " : "")}}[{{Shape.Attribute}}]
                    {{text}}
                    {{(hasLibrary ? $$"""[NativeLibrary("m")] public static partial class Lib { [NativeFunction] {{function}}; }""" : "")}}
                    """;
            };
    }
}
