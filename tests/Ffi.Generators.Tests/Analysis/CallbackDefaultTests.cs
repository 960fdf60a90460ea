using Ffi.Generators.Analysis;
using Ffi.Generators.Tests.Testing;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace Ffi.Generators.Tests.Analysis;

public class CallbackDefaultTests
{
    [Theory]
    [InlineData("300", "byte")]
    [InlineData("-1", "byte")]
    [InlineData("-129", "sbyte")]
    [InlineData("70_000", "short")]
    [InlineData("-1", "ushort")]
    [InlineData("-1", "uint")]
    [InlineData("3_000_000_000", "int")]
    [InlineData("ulong.MaxValue", "long")]
    [InlineData("-1L", "ulong")]
    [InlineData("-1", "nuint")]
    [InlineData("1.5", "int")]
    [InlineData("double.NaN", "long")]
    [InlineData("\"text\"", "int")]
    [InlineData("\"text\"", "double")]
    [InlineData("true", "int")]
    [InlineData("1", "bool")]
    [InlineData("1e300", "float")]
    [InlineData("'a'", "double")]
    [InlineData("70_000", "char")]
    [InlineData("DayOfWeek.Friday", "ConsoleColor")]
    [InlineData("-1", "ByteEnum")]
    [InlineData("typeof(int)", "int")]
    [InlineData("new int[] { 1 }", "int")]
    [InlineData("1", "Pair")]
    [InlineData("3_000_000_000", "CLong")]
    [InlineData("-1", "CULong")]
    public async Task FFI0044_Fires_OnWhatTheResultCannotBe_HoweverItIsGiven(string value, string result)
    {
        string types = "public enum ByteEnum : byte { None } public struct Pair { public int A; }";
        await new AnalyzerHarness(new CallbackAnalyzer()).Verify(
            $"{types} partial class C {{ [NativeCallback(Default = {{|FFI0044:{value}|}})] static {result} F() => default; }}");
        await new AnalyzerHarness(new CallbackAnalyzer()).Verify(
            $"{types} [NativeCallback(Default = {value})] public delegate {result} D(); class C {{ object M(D d) => NativeCallback<{{|FFI0044:D|}}>.Create(d); }}"
        );
        await Declarations.VerifyFunction(
            $"{types} public delegate {result} D(); [NativeFunction] public static partial void f(int a, [NativeCallback(Default = {value})] [|D|] b);",
            "FFI0044");
        await new AnalyzerHarness(new CallSiteAnalyzer()).Verify(
            $"{types} [NativeCallback(Default = {value})] public delegate {result} D(); public delegate void F(D callback); class C {{ object M(NativeModule m) => m.{{|FFI2101:GetFunction|}}<{{|FFI0044:F|}}>(\"f\"); }}"
        );
    }

    [Fact]
    public async Task FFI0044_SaysWhatTheResultCannotBe() =>
        Assert.Equal(
            "'Lib.D' returns 'byte', which can't be 300. Correct Default, which native code gets after an exception.",
            await Declarations.Message(
                """
                [NativeLibrary("m")] public static partial class Lib { public delegate byte D(); [NativeFunction] public static partial void f([NativeCallback(Default = 300)] D a); }
                """
            ));

    [Theory]
    [InlineData("255", "byte", "unchecked((byte)(255))")]
    [InlineData("'a'", "char", "unchecked((ushort)(97))")]
    [InlineData("char.MaxValue", "int", "unchecked((int)(65535))")]
    [InlineData("int.MinValue", "int", "unchecked((int)(-2147483648))")]
    [InlineData("long.MinValue", "long", "unchecked((long)(-9223372036854775808))")]
    [InlineData("ulong.MaxValue", "ulong", "unchecked((ulong)(18446744073709551615))")]
    [InlineData("sbyte.MinValue", "short", "unchecked((short)(-128))")]
    [InlineData("-1", "nint", "unchecked((nint)(-1))")]
    [InlineData("long.MinValue", "nint", "unchecked((nint)(-9223372036854775808))")]
    [InlineData("-1", "void*", "unchecked((void*)(-1))")]
    [InlineData("-1", "delegate* unmanaged<int>", "unchecked((delegate* unmanaged<int>)(-1))")]
    [InlineData("null", "void*", "default")]
    [InlineData("null", "int", "default")]
    [InlineData("true", "bool", "unchecked((byte)(1))")]
    [InlineData("double.NaN", "double", "unchecked((double)(double.NaN))")]
    [InlineData("double.NegativeInfinity", "double", "unchecked((double)(double.NegativeInfinity))")]
    [InlineData("-0.0", "double", "unchecked((double)(-0D))")]
    [InlineData("double.MinValue", "double", "unchecked((double)(-1.7976931348623157E+308D))")]
    [InlineData("1", "double", "unchecked((double)(1D))")]
    [InlineData("float.NaN", "float", "unchecked((float)(float.NaN))")]
    [InlineData("double.PositiveInfinity", "float", "unchecked((float)(float.PositiveInfinity))")]
    [InlineData("0.1", "float", "unchecked((float)(0.1F))")]
    [InlineData("-0f", "float", "unchecked((float)(-0F))")]
    [InlineData("0.5", "NFloat", "unchecked((double)(0.5D))")]
    [InlineData("DayOfWeek.Friday", "DayOfWeek", "unchecked((global::System.DayOfWeek)(5))")]
    [InlineData("DayOfWeek.Friday", "int", "unchecked((int)(5))")]
    [InlineData("5", "DayOfWeek", "unchecked((global::System.DayOfWeek)(5))")]
    [InlineData("-1", "CLong", "new(-1)")]
    [InlineData("1", "CULong", "new(1)")]
    public async Task FFI0044_DoesNotFire_OnWhatFits_AndTheValueIsWritten(string value, string result, string written)
    {
        string source = $$"""
            public unsafe delegate {{result}} D();
            [NativeLibrary("m")] public static unsafe partial class Lib { [NativeFunction] public static partial void f(int a, [NativeCallback(Default = {{value}})] D b); }
            static unsafe partial class C { [NativeCallback(Default = {{value}})] static {{result}} F() => default; }
            """;
        await Declarations.Verify(source);
        GeneratorDriverRunResult run = CSharpGeneratorDriver
            .Create(
                [new FunctionGenerator().AsSourceGenerator(), new CallbackGenerator().AsSourceGenerator()],
                parseOptions: TestCompilation.ParseOptions)
            .RunGeneratorsAndUpdateCompilation(TestCompilation.Create(source), out Compilation output, out _)
            .GetRunResult();
        string generated = string.Concat(run.GeneratedTrees.Select(tree => tree.ToString()));
        // Eight entry points and what they share, and that of the method.
        Assert.Equal(10, generated.Split($"return {written};").Length - 1);
        Assert.DoesNotContain(
            output.GetDiagnostics(),
            diagnostic =>
                diagnostic.Severity >= DiagnosticSeverity.Warning && diagnostic.Location.SourceTree?.FilePath.EndsWith(".g.cs") == true);
    }
}
