using System.Collections.Immutable;
using System.Reflection;
using Ffi.CompilerServices;
using Ffi.Generators.Tests.Testing;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace Ffi.Generators.Tests.Surroundings;

/// <summary>Whatever is in a user's code, nobody complains of the files that we add to it.</summary>
public class SurroundingsTests
{
    public static TheoryData<string> Programs => [.. Surroundings.Programs.All];

    [Theory, MemberData(nameof(Programs))]
    public async Task GeneratedFiles_GiveNoCauseForComplaint(string program) =>
        AssertNone(await StrictBuild.Complaints(StrictBuild.Compile(program)), program);

    [Theory, MemberData(nameof(Programs))]
    public async Task GeneratedFiles_AreOfTheOldestLanguage(string program)
    {
        // An extension is younger than the oldest language that we take, and so is `field` as a name.
        AssertNone(await StrictBuild.Complaints(StrictBuild.Compile(program, LanguageVersion.CSharp13)), program);
    }

    [Theory]
    [InlineData(NullableContextOptions.Disable)]
    [InlineData(NullableContextOptions.Annotations)]
    [InlineData(NullableContextOptions.Warnings)]
    public async Task GeneratedFiles_KeepTheirNullableContext(NullableContextOptions nullable)
    {
        foreach (string program in Programs)
        {
            AssertNone(await StrictBuild.Complaints(StrictBuild.Compile(program, nullable: nullable)), program);
        }
    }

    /// <summary>Every member that generated code or its bases have, as the name of a function and of a parameter.</summary>
    [Theory]
    [InlineData(typeof(SymbolTable), "[NativeLibrary]", "")]
    [InlineData(typeof(LibraryBinding), "[NativeLibrary(\"m\")]", "static ")]
    [InlineData(typeof(NativeTrampoline), "[NativeLibrary(\"m\", Binding = NativeBinding.Eager)]", "static ")]
    public async Task MembersOfTheRuntime_AreNamesOfFunctions(Type type, string attribute, string word)
    {
        string[] names =
        [
            .. type.GetMembers(
                    BindingFlags.Public
                        | BindingFlags.NonPublic
                        | BindingFlags.Instance
                        | BindingFlags.Static
                        | BindingFlags.FlattenHierarchy)
                .Select(static member => member.Name.Split('.')[^1])
                .Where(static name => SyntaxFacts.IsValidIdentifier(name))
                .Append("Binding").Append("Library").Append("Symbols").Append("CallbackEntries")
                .Distinct(),
        ];
        string functions = string.Concat(
            names.Select(name =>
                $"\n    [NativeFunction(\"f{name}\")] public {word}new partial int {name}(string {name}, Func<int, int> b{name}, SafeHandle c);"
            ));

        AssertNone(
            await StrictBuild.Complaints(StrictBuild.Compile($"{attribute} public partial class Lib\n{{{functions}\n}}")),
            functions);
    }

    [Fact]
    public async Task AssembliesThatSeeEachOthersInternals_EachHaveTheirOwn()
    {
        const string Source = """
            class Uses
            {
                void M(NativeModule module)
                {
                    _ = module.GetFunction<Func<double, double>>("cos");
                    _ = NativeCallback<Action<int>>.Create(static _ => { });
                    _ = NativeDelegate.FromPointer<Action<int>>(1);
                }
            }
            """;
        Compilation first = Generated(
            StrictBuild
                .Compile("[assembly: InternalsVisibleTo(\"Second\")]\n" + Source.Replace("Uses", "First"))
                .WithAssemblyName("First.One"));
        CSharpCompilation second = StrictBuild.Compile(Source).WithAssemblyName("Second").AddReferences(ReferenceTo(first));

        AssertNone(await StrictBuild.Complaints(second), Source);
    }

    [Fact]
    public async Task TypesBehindAnExternAlias_AreNamedThroughIt()
    {
        CSharpCompilation other = StrictBuild
            .Compile(
                "namespace N { public struct S { public int X; } public delegate void D(S s); public class Outer { public enum E { None } } }"
            )
            .WithAssemblyName("Other");
        CSharpCompilation user = StrictBuild
            .Compile(
                """
                extern alias Foreign;
                using Foreign::N;
                [NativeLibrary] public partial class Lib
                {
                    [NativeFunction] public partial S f(Span<S> a, D b, Outer.E c);
                    [NativeCallback] static void g(S s) { }
                    void Bind(NativeModule module) => _ = module.GetFunction<D>("d");
                }
                """
            )
            .AddReferences(ReferenceTo(other).WithAliases(["Foreign"]));

        AssertNone(await StrictBuild.Complaints(user), "");
    }

    [Fact]
    public async Task FFI0037_Fires_OnTwoTypesOfOneName()
    {
        CSharpCompilation one = StrictBuild.Compile("namespace N { public struct S { public int X; } }").WithAssemblyName("One");
        CSharpCompilation user = StrictBuild.Compile("""
            extern alias First;
            extern alias Second;
            [NativeLibrary("m")] public static partial class Lib
            {
                [NativeFunction] public static partial First::N.S f(Second::N.S a);
            }
            """).AddReferences(ReferenceTo(one).WithAliases(["First"]), ReferenceTo(one.WithAssemblyName("Two")).WithAliases(["Second"]));

        Assert.Equal(["CS8795", "FFI0037"], (await StrictBuild.Complaints(user)).Select(static diagnostic => diagnostic.Id).Order());
    }

    [Fact]
    public async Task FFI0037_DoesNotFire_OnTwoTypesInTwoLibraries()
    {
        CSharpCompilation one = StrictBuild.Compile("namespace N { public struct S { public int X; } }").WithAssemblyName("One");
        CSharpCompilation user = StrictBuild.Compile("""
            extern alias First;
            extern alias Second;
            [NativeLibrary("m")] public static partial class Lib { [NativeFunction] public static partial First::N.S f(First::N.S a); }
            [NativeLibrary("m")] public static partial class Lib2 { [NativeFunction] public static partial Second::N.S f(Second::N.S a); }
            """).AddReferences(ReferenceTo(one).WithAliases(["First"]), ReferenceTo(one.WithAssemblyName("Two")).WithAliases(["Second"]));

        AssertNone(await StrictBuild.Complaints(user), "");
    }

    [Fact]
    public async Task FFI0037_Fires_OnATypeThatHidesSystem()
    {
        IEnumerable<Diagnostic> found = await new BuildHarness().Build(
            """
            namespace N { using Ffi; [NativeLibrary("m")] public static partial class Lib { [NativeFunction] public static partial int f(int a); } }
            static class System { }
            """.ReplaceLineEndings("\n"));
        string[] ids =
        [
            .. found
                .Where(static diagnostic => diagnostic.Location.GetLineSpan().Path == TestCompilation.FileName)
                .Where(static diagnostic => diagnostic.Severity == DiagnosticSeverity.Error)
                .Select(static diagnostic => diagnostic.Id),
        ];

        Assert.Contains("FFI0037", ids);
        Assert.Single(ids, "CS8795");
    }

    [Fact]
    public async Task FFI0037_DoesNotFire_OnATypeInANamespace() =>
        AssertNone(
            await StrictBuild.Complaints(
                StrictBuild.Compile(
                    "namespace N { static class System { } [NativeLibrary(\"m\")] public static partial class Lib { [NativeFunction] public static partial int f(int a); } }"
                )),
            "");

    [Theory]
    [InlineData("FFI0047", "partial class C { [NativeCallback] static void F(int a) { } [NativeCallback] static void F(long a) { } }")]
    [InlineData("FFI0007", "partial class C { [NativeCallback] static void F(int a) { } static int FPointer; }")]
    [InlineData(
        "FFI0007",
        "class B { protected static int FPointer() => 1; } partial class C : B { [NativeCallback] static void F(int a) { } }")]
    [InlineData(
        "FFI0007",
        "partial class C { [NativeCallback] static void Get(int a) { } [NativeCallback] static nint GetPointer() => 1; }")]
    [InlineData(
        "",
        "class B { private static int FPointer() => 1; } partial class C : B { [NativeCallback] static void F(int a) { } static void F(long a) { } static void F() { } }"
    )]
    [InlineData(
        "",
        "partial class C { [NativeCallback] static void F(int a) { } static class CallbackEntries { } int CallbackEntries_ => 1; }")]
    [InlineData("FFI0042", "file partial class C { [NativeCallback] static void F(int a) { } }")]
    [InlineData(
        "FFI0030",
        "sealed class H() : SafeHandle(0, true) { public required int X; public override bool IsInvalid => false; protected override bool ReleaseHandle() => true; } [NativeLibrary(\"m\")] static partial class L { [NativeFunction] internal static partial H f(); }"
    )]
    [InlineData(
        "",
        "sealed class H : SafeHandle { [System.Diagnostics.CodeAnalysis.SetsRequiredMembers] public H() : base(0, true) { } public required int X; public override bool IsInvalid => false; protected override bool ReleaseHandle() => true; } [NativeLibrary(\"m\")] static partial class L { [NativeFunction] internal static partial H f(); }"
    )]
    [InlineData(
        "FFI0030",
        "sealed class H : SafeHandle { [Obsolete(\"No.\", true)] public H() : base(0, true) { } public override bool IsInvalid => false; protected override bool ReleaseHandle() => true; } [NativeLibrary(\"m\")] static partial class L { [NativeFunction] internal static partial H f(); }"
    )]
    public async Task WhatCannotBe_IsSaidAtTheDeclaration(string id, string source) =>
        Assert.Equal(
            id.Length == 0 ? [] : [id],
            (await StrictBuild.Complaints(StrictBuild.Compile(source))).Select(static diagnostic => diagnostic.Id));

    [Fact]
    public Task FFI0047_Fires_OnTheSecondOfTwoCallbacks() =>
        WhatCannotBe_IsSaidAtTheDeclaration(
            "FFI0047",
            "partial class C { [NativeCallback] static void F(int a) { } [NativeCallback] static void F(long a) { } }");

    [Fact]
    public Task FFI0047_DoesNotFire_OnAnOverloadThatIsNoCallback() =>
        WhatCannotBe_IsSaidAtTheDeclaration("", "partial class C { [NativeCallback] static void F(int a) { } static void F(long a) { } }");

    private static void AssertNone(ImmutableArray<Diagnostic> complaints, string program) =>
        Assert.True(
            complaints.IsEmpty,
            $"{string.Join('\n', complaints)}\n\n{program}\n\n{string.Join('\n', complaints.Select(static diagnostic => diagnostic.Location.SourceTree?.ToString()).Distinct())}"
        );

    private static Compilation Generated(Compilation compilation)
    {
        CSharpGeneratorDriver
            .Create(
                [new DelegateGenerator().AsSourceGenerator(), new CallbackGenerator().AsSourceGenerator()],
                parseOptions: (CSharpParseOptions)compilation.SyntaxTrees.First().Options)
            .RunGeneratorsAndUpdateCompilation(compilation, out Compilation output, out _);
        return output;
    }

    private static PortableExecutableReference ReferenceTo(Compilation compilation)
    {
        using MemoryStream image = new();
        var result = compilation.Emit(image);
        Assert.True(result.Success, string.Join('\n', result.Diagnostics));
        return MetadataReference.CreateFromImage(image.ToArray());
    }
}
