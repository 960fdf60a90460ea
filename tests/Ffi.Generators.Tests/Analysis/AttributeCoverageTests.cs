using System.Collections.Immutable;
using System.Reflection;
using System.Text.RegularExpressions;
using Ffi.Generators.Tests.Interception;
using Ffi.Generators.Tests.Testing;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Diagnostics;

namespace Ffi.Generators.Tests.Analysis;

/// <summary>Every option of every public attribute, on every target that C# lets it stand on, does something: other code is generated, or
/// something is reported. The rows are compared with the attributes themselves, so that a new option without a row fails.</summary>
public partial class AttributeCoverageTests
{
    private const string OfField =
        "[NativeLibrary(\"m\")] static partial class Lib {{ [NativeFunction] public static partial void f(out S s); }} public struct S {{ {0}public string A; public int N; }}";
    private const string OfFunction =
        """[NativeLibrary("n")] static unsafe partial class Lib {{ [NativeFunction{0}] public static partial int f(int a, string t, int b); }} class C {{ int M() => Lib.f(1, "", 2) + Marshal.GetLastPInvokeError(); }}""";
    private const string OfDelegate =
        """[NativeFunction{0}] delegate int D(int a, string t, int b); class C {{ D M(NativeModule m) => m.GetFunction<D>("f"); }}""";
    private const string OfStatic =
        """[NativeLibrary("n"{0})] static partial class Lib {{ [NativeFunction] public static partial int f(string t); }}""";
    private const string OfStruct = """[NativeLibrary{0}] partial struct Lib {{ [NativeFunction] public partial int f(string t); }}""";
    private const string OfNamedStruct =
        """[NativeLibrary("n"{0})] partial struct Lib {{ [NativeFunction] public static partial int f(string t); }}""";
    private const string OfLent =
        """delegate int D(int a); [NativeLibrary("n")] static partial class Lib {{ [NativeFunction] public static partial void f({0}D d); }}""";
    private const string OfLentType =
        """{0}delegate int D(int a); [NativeLibrary("n")] static partial class Lib {{ [NativeFunction] public static partial void f(D d); }}""";
    private const string OfCallback = """static partial class C {{ {0} static int M(int a) => a; }}""";
    private const string OfVariable =
        """[NativeLibrary("n")] static partial class Lib {{ [NativeVariable{0}] public static partial int v {{ get; set; }} }}""";
    private const string Text =
        "[NativeLibrary(\"n\")] static unsafe partial class Lib {{ [NativeFunction] {0}public static partial byte* text(nint s); [NativeFunction] public static partial int step(nint s); [NativeFunction] public static partial void drop(byte* p); }} unsafe class C {{ int M(nint s) {{ byte* t = Lib.text(s); Lib.step(s); int first = *t; return first; }} }}";
    private const string Given =
        "[NativeLibrary(\"n\")] static unsafe partial class Lib {{ [NativeFunction] public static partial int text(nint s, {0}out byte* p); [NativeFunction] public static partial int step(nint s); [NativeFunction] public static partial void drop(byte* p); }} unsafe class C {{ int M(nint s) {{ Lib.text(s, out byte* t); Lib.step(s); Lib.drop(t); return *t; }} }}";
    private const string Start =
        "[NativeLibrary(\"n\")] static unsafe partial class Lib {{ [NativeFunction] public static partial void start({0}byte* p); [NativeFunction] public static partial void stop(); }} unsafe class C {{ void M(byte[] a) {{ fixed (byte* p = a) {{ Lib.start(p); Lib.stop(); }} }} }}";
    private const string Close =
        "[NativeLibrary(\"n\")] static partial class Lib {{ [NativeFunction] public static partial void close({0}nint h); [NativeFunction] public static partial int step(nint h); }} class C {{ int M(nint h) {{ Lib.close(h); return Lib.step(h); }} }}";

    private const string AnsiMarshaller =
        "StringMarshalling = StringMarshalling.Custom, StringMarshallingCustomType = typeof(AnsiStringMarshaller)";

    // Attribute.Option @ Target; a program; what is in it with the option, and without.
    private static readonly (string Option, string Program, string With, string Without)[] s_rows =
    [
        ("BorrowedFrom.parameter@ReturnValue", Text, "[return: BorrowedFrom(\"s\", InvalidatedBy = [\"step\"])] ", ""),
        (
            "BorrowedFrom.InvalidatedBy@ReturnValue",
            Text,
            "[return: BorrowedFrom(\"s\", InvalidatedBy = [\"step\"])] ",
            "[return: BorrowedFrom(\"s\")] "),
        ("BorrowedFrom.parameter@Parameter", Given, "[BorrowedFrom(\"s\", InvalidatedBy = [\"step\"])] ", ""),
        ("BorrowedFrom.InvalidatedBy@Parameter", Given, "[BorrowedFrom(\"s\", InvalidatedBy = [\"step\"])] ", "[BorrowedFrom(\"s\")] "),
        ("FreedWith.symbol@Field", OfField, "[FreedWith(\"drop\")] ", ""),
        ("FreedWith.Library@Field", OfField, "[FreedWith(\"drop\", Library = \"l\")] ", "[FreedWith(\"drop\")] "),
        ("FreedWith.Linux@Field", OfField, "[FreedWith(\"drop\", Linux = \"l\")] ", "[FreedWith(\"drop\")] "),
        ("FreedWith.MacOS@Field", OfField, "[FreedWith(\"drop\", MacOS = \"l\")] ", "[FreedWith(\"drop\")] "),
        ("FreedWith.Windows@Field", OfField, "[FreedWith(\"drop\", Windows = \"l\")] ", "[FreedWith(\"drop\")] "),
        ("FreedWith.symbol@ReturnValue", Text, "[return: FreedWith(\"drop\")] ", ""),
        ("FreedWith.symbol@Parameter", Given, "[FreedWith(\"drop\")] ", ""),
        ("FreedWith.Library@ReturnValue", Text, "[return: FreedWith(\"drop\", Library = \"l\")] ", "[return: FreedWith(\"drop\")] "),
        ("FreedWith.Linux@ReturnValue", Text, "[return: FreedWith(\"drop\", Linux = \"l\")] ", "[return: FreedWith(\"drop\")] "),
        ("FreedWith.MacOS@ReturnValue", Text, "[return: FreedWith(\"drop\", MacOS = \"l\")] ", "[return: FreedWith(\"drop\")] "),
        ("FreedWith.Windows@ReturnValue", Text, "[return: FreedWith(\"drop\", Windows = \"l\")] ", "[return: FreedWith(\"drop\")] "),
        ("FreedWith.Library@Parameter", Given, "[FreedWith(\"drop\", Library = \"l\")] ", "[FreedWith(\"drop\")] "),
        ("FreedWith.Linux@Parameter", Given, "[FreedWith(\"drop\", Linux = \"l\")] ", "[FreedWith(\"drop\")] "),
        ("FreedWith.MacOS@Parameter", Given, "[FreedWith(\"drop\", MacOS = \"l\")] ", "[FreedWith(\"drop\")] "),
        ("FreedWith.Windows@Parameter", Given, "[FreedWith(\"drop\", Windows = \"l\")] ", "[FreedWith(\"drop\")] "),
        ("Frees@Parameter", Close, "[Frees] ", ""),
        ("Retained@Parameter", Start, "[Retained] ", ""),
        ("Retained.Until@Parameter", Start, "[Retained(Until = \"stop\")] ", "[Retained] "),
        (
            "LastError@Parameter",
            "[NativeLibrary(\"n\")] static partial class Lib {{ [NativeFunction] public static partial int f({0}out int e); }}",
            "[LastError] ",
            ""),
        (
            "NulTerminated@Parameter",
            "[NativeLibrary(\"n\")] static partial class Lib {{ [NativeFunction] public static partial int f({0}ReadOnlySpan<byte> t); }} class C {{ int M() {{ ReadOnlySpan<byte> t = [65, 66]; return Lib.f(t); }} }}",
            "[NulTerminated] ",
            ""),
        (
            "LengthFrom.parameters@Field",
            "[NativeLibrary(\"m\")] static partial class Lib {{ [NativeFunction] public static partial void f(ref S s); }} public struct S {{ {0}public int[] A; public int N; }}",
            "[LengthFrom(\"N\")] ",
            ""),
        (
            "LengthFrom.parameters@Parameter",
            "static partial class C {{ [NativeCallback] static int M({0}ReadOnlySpan<byte> t, int n) => n; }}",
            "[LengthFrom(\"n\")] ",
            ""),
        ("NativeCallback.OnException@Method", OfCallback, "[NativeCallback(OnException = OnException.Default)]", "[NativeCallback]"),
        ("NativeCallback.Default@Method", OfCallback, "[NativeCallback(Default = 7)]", "[NativeCallback]"),
        ("NativeCallback.ContinueAfterException@Method", OfCallback, "[NativeCallback(ContinueAfterException = true)]", "[NativeCallback]"),
        ("NativeCallback.OnException@Delegate", OfLentType, "[NativeCallback(OnException = OnException.Default)] ", "[NativeCallback] "),
        ("NativeCallback.Default@Delegate", OfLentType, "[NativeCallback(Default = 7)] ", "[NativeCallback] "),
        (
            "NativeCallback.ContinueAfterException@Delegate",
            OfLentType,
            "[NativeCallback(ContinueAfterException = true)] ",
            "[NativeCallback] "),
        ("NativeCallback.OnException@Parameter", OfLent, "[NativeCallback(OnException = OnException.Default)] ", "[NativeCallback] "),
        ("NativeCallback.Default@Parameter", OfLent, "[NativeCallback(Default = 7)] ", "[NativeCallback] "),
        (
            "NativeCallback.ContinueAfterException@Parameter",
            OfLent,
            "[NativeCallback(ContinueAfterException = true)] ",
            "[NativeCallback] "),
        ("NativeFunction.entryPoint@Method", OfFunction, "(\"g\")", ""),
        ("NativeFunction.Optional@Method", OfFunction, "(Optional = true)", ""),
        ("NativeFunction.StringMarshalling@Method", OfFunction, "(StringMarshalling = StringMarshalling.Utf16)", ""),
        ("NativeFunction.StringMarshallingCustomType@Method", OfFunction, $"({AnsiMarshaller})", ""),
        ("NativeFunction.SetLastError@Method", OfFunction, "(SetLastError = true)", ""),
        ("NativeFunction.SuppressGCTransition@Method", OfFunction, "(SuppressGCTransition = true)", ""),
        ("NativeFunction.Variadic@Method", OfFunction, "(Variadic = 2)", ""),
        ("NativeFunction.entryPoint@Delegate", OfDelegate, "(\"g\")", ""),
        ("NativeFunction.Optional@Delegate", OfDelegate, "(Optional = true)", ""),
        ("NativeFunction.StringMarshalling@Delegate", OfDelegate, "(StringMarshalling = StringMarshalling.Utf16)", ""),
        ("NativeFunction.StringMarshallingCustomType@Delegate", OfDelegate, $"({AnsiMarshaller})", ""),
        ("NativeFunction.SetLastError@Delegate", OfDelegate, "(SetLastError = true)", ""),
        ("NativeFunction.SuppressGCTransition@Delegate", OfDelegate, "(SuppressGCTransition = true)", ""),
        ("NativeFunction.Variadic@Delegate", OfDelegate, "(Variadic = 4)", ""),

        ("NativeVariable.entryPoint@Property", OfVariable, "(\"g\")", ""),
        ("NativeVariable.Optional@Property", OfVariable, "(Optional = true)", ""),
        (
            "NativeLibrary.name@Class",
            "[NativeLibrary{0}] static partial class Lib {{ [NativeFunction] public static partial int f(string t); }}",
            "(\"n\")",
            "(\"m\")"),
        ("NativeLibrary.Linux@Class", OfStatic, ", Linux = \"l\"", ""),
        ("NativeLibrary.MacOS@Class", OfStatic, ", MacOS = \"l\"", ""),
        ("NativeLibrary.Windows@Class", OfStatic, ", Windows = \"l\"", ""),
        ("NativeLibrary.Binding@Class", OfStatic, ", Binding = NativeBinding.Eager", ""),
        (
            "DefaultNativeBinding.binding@Assembly",
            "{0} [NativeLibrary(\"n\")] static partial class Lib {{ [NativeFunction] public static partial int f(string t); }}",
            "[assembly: DefaultNativeBinding(NativeBinding.Import)]",
            ""),
        ("NativeLibrary.Optional@Class", OfStatic, ", Optional = true", ""),
        ("NativeLibrary.StringMarshalling@Class", OfStatic, ", StringMarshalling = StringMarshalling.Utf16", ""),
        ("NativeLibrary.StringMarshallingCustomType@Class", OfStatic, $", {AnsiMarshaller}", ""),
        ("NativeLibrary.SetLastError@Class", OfStatic, ", SetLastError = true", ""),
        (
            "NativeLibrary.name@Struct",
            "[NativeLibrary{0}] partial struct Lib {{ [NativeFunction] public static partial int f(string t); }}",
            "(\"n\")",
            "(\"m\")"),
        ("NativeLibrary.Linux@Struct", OfNamedStruct, ", Linux = \"l\"", ""),
        ("NativeLibrary.MacOS@Struct", OfNamedStruct, ", MacOS = \"l\"", ""),
        ("NativeLibrary.Windows@Struct", OfNamedStruct, ", Windows = \"l\"", ""),
        ("NativeLibrary.Binding@Struct", OfStruct, "(Binding = NativeBinding.Eager)", ""),
        ("NativeLibrary.Optional@Struct", OfStruct, "(Optional = true)", ""),
        ("NativeLibrary.StringMarshalling@Struct", OfStruct, "(StringMarshalling = StringMarshalling.Utf16)", ""),
        ("NativeLibrary.StringMarshallingCustomType@Struct", OfStruct, $"({AnsiMarshaller})", ""),
        ("NativeLibrary.SetLastError@Struct", OfStruct, "(SetLastError = true)", ""),
    ];

    public static TheoryData<string> Options => [.. s_rows.Select(row => row.Option)];

    [Fact]
    public void EachOptionOnEachTarget_HasARow() =>
        Assert.Equal(OptionsOfAttributes().Order(StringComparer.Ordinal), s_rows.Select(row => row.Option).Order(StringComparer.Ordinal));

    [Theory, MemberData(nameof(Options))]
    public async Task Option_IsHeededOrRefused(string option)
    {
        (_, string program, string with, string without) = s_rows.Single(row => row.Option == option);

        Assert.NotEqual(await Observe(Filled(program, without)), await Observe(Filled(program, with)));
    }

    private static string Filled(string program, string said) =>
        program
            .Replace("{{", "{", StringComparison.Ordinal)
            .Replace("}}", "}", StringComparison.Ordinal)
            .Replace("{0}", said, StringComparison.Ordinal);

    private static IEnumerable<string> OptionsOfAttributes() =>
        from attribute in typeof(NativeFunctionAttribute).Assembly.GetExportedTypes()
        where attribute.IsSubclassOf(typeof(Attribute))
        let name = attribute.Name[..^"Attribute".Length]
        let options = attribute
            .GetConstructors()
            .SelectMany(constructor => constructor.GetParameters())
            .Select(parameter => "." + parameter.Name)
            .Concat(
                attribute
                    .GetProperties(BindingFlags.Public | BindingFlags.Instance | BindingFlags.DeclaredOnly)
                    .Where(property => property.CanWrite)
                    .Select(property => "." + property.Name))
            .ToArray()
        // What takes no argument that it needs says something by standing there alone.
        let all = name is "Retained" ? options.Append("") : options.Length == 0 ? [""] : options
        from option in all
        from target in Enum.GetValues<AttributeTargets>()
            .Where(target =>
                target != AttributeTargets.All && attribute.GetCustomAttribute<AttributeUsageAttribute>()!.ValidOn.HasFlag(target))
        select $"{name}{option}@{target}";

    // What is generated, and what is reported, without the places.
    private static async Task<string> Observe(string source)
    {
        GeneratorDriver driver = CSharpGeneratorDriver
            .Create(
                [
                    new FunctionGenerator().AsSourceGenerator(),
                    new CounterpartGenerator().AsSourceGenerator(),
                    new DelegateGenerator().AsSourceGenerator(),
                    new CallbackGenerator().AsSourceGenerator(),
                ],
                parseOptions: CallSites.Intercepting)
            .RunGeneratorsAndUpdateCompilation(CallSites.Compile(source, CallSites.Intercepting), out Compilation compilation, out _);
        ImmutableArray<Diagnostic> reported = await compilation.WithAnalyzers([.. s_analyzers]).GetAnalyzerDiagnosticsAsync();
        Assert.Empty(compilation.GetDiagnostics().Where(d => d.Severity == DiagnosticSeverity.Error && d.Id is not "CS8795"));
        IEnumerable<string> generated = driver
            .GetRunResult()
            .Results.SelectMany(result => result.GeneratedSources)
            .Select(file => Place().Replace(file.SourceText.ToString(), ""));
        return string.Join('\n', generated.Concat(reported.Select(d => $"{d.Id}: {d.GetMessage()}")).Order(StringComparer.Ordinal));
    }

    private static readonly DiagnosticAnalyzer[] s_analyzers = [.. Extensions.MakeAnalyzers()];

    [GeneratedRegex(@".*InterceptsLocation.*")]
    private static partial Regex Place();
}
