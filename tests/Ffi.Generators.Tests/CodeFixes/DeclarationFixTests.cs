using Ffi.Generators.Analysis;
using Ffi.Generators.CodeFixes;
using Ffi.Generators.Tests.Testing;

namespace Ffi.Generators.Tests.CodeFixes;

public class DeclarationFixTests
{
    [Theory]
    [InlineData("public static class Lib", "public static partial class Lib")]
    [InlineData("class Lib", "partial class Lib")]
    [InlineData("/// <summary>A library.</summary>\ninternal struct Lib", "/// <summary>A library.</summary>\ninternal partial struct Lib")]
    public Task FFI0001_MakesTheTypePartial(string before, string after) => Fix<LibraryTypeFix>(
        $"[NativeLibrary(\"m\")]\n{before}\n{{\n}}\n",
        $"[NativeLibrary(\"m\")]\n{after}\n{{\n}}\n");

    [Fact]
    public Task FFI0001_MakesTheTypeAroundItPartial() => Fix<LibraryTypeFix>(
        "class Outer\n{\n    [NativeLibrary(\"m\")] static partial class Lib { }\n}\n",
        "partial class Outer\n{\n    [NativeLibrary(\"m\")] static partial class Lib { }\n}\n");

    [Theory]
    [InlineData("public static extern int abs(int n);", "public static partial int abs(int n);")]
    [InlineData("public static int abs(int n) => n;", "public static partial int abs(int n);")]
    [InlineData("public static int abs(int n) { return n; }", "public static partial int abs(int n);")]
    [InlineData("public partial int abs(int n);", "public static partial int abs(int n);")]
    public Task StaticLibrary_GetsTheFunctionItAsksFor(string before, string after) => Fix<FunctionFix>(Static(before), Static(after));

    [Fact]
    public Task FFI0015_MakesTheFunctionAnInstanceMethod() => Fix<FunctionFix>(
        Instance("public static partial int abs(int n);"),
        Instance("public partial int abs(int n);"));

    [Fact]
    public Task AFunctionWithoutModifiers_KeepsItsCommentAndAttribute() => Fix<FunctionFix>(
        Instance("int abs(int n) => n; // Behind.", "// Why.\n    [NativeFunction]\n    "),
        Instance("private partial int abs(int n); // Behind.", "// Why.\n    [NativeFunction]\n    "));

    [Fact]
    public Task ACorrectDeclaration_IsOfferedNothing() =>
        new CodeFixHarness(new FunctionAnalyzer(), new FunctionFix()).VerifyNothingIsOffered(
            Static("public static partial int abs(int n);"));

    private static Task Fix<TFix>(string before, string after)
        where TFix : DeclarationFix, new() => CodeFixHarness.Verify<FunctionAnalyzer, TFix>(before, after);

    private static string Static(string function) =>
        $"[NativeLibrary(\"c\")]\npartial class Lib\n{{\n    [NativeFunction] {function}\n}}\n";

    private static string Instance(string function, string attribute = "[NativeFunction] ") =>
        $"[NativeLibrary]\nsealed partial class Lib\n{{\n    {attribute}{function}\n}}\n";
}
