using Ffi.Generators.Analysis;
using Ffi.Generators.Tests.Testing;

namespace Ffi.Generators.Tests.Analysis;

public class CallbackDiagnosticTests
{
    [Theory]
    [InlineData("Action<byte[]>")]
    [InlineData("Func<string>")]
    [InlineData("Action<List<int>>")]
    [InlineData("Action<ReadOnlySpan<byte>>")]
    [InlineData("Action<Action>")]
    public Task FFI0040_Fires_OnADelegateThatCCannotCall(string type) => Declarations.VerifyFunction(
        $"[NativeFunction] public static partial void f(int a, [|{type}|] b);", "FFI0040");

    [Theory]
    [InlineData("Action<string>")]
    [InlineData("Func<bool, char, double>")]
    [InlineData("Action?")]
    [InlineData("Func<nint, nint, int>")]
    public Task FFI0040_DoesNotFire_OnADelegateThatCCanCall(string type) => Declarations.VerifyFunction(
        $"[NativeFunction] public static partial void f(int a, {type} b);");

    // Unresolved types and the like are reported only by the compiler.
    [Fact]
    public Task FFI0040_DoesNotFire_OnASignatureThatTheCompilerRefuses() =>
        Declarations.VerifyFunction(
            "public delegate void D({|CS0246:Missing|} a, int b); public delegate {|CS0246:Missing|} E(); [NativeFunction] public static partial void {|CS8795:f|}(D a, E b);"
        );

    [Theory]
    [InlineData(
        "Action<Action<int>>",
        "Parameter 'obj' of 'System.Action<System.Action<int>>' has type 'System.Action<int>', which native code can't pass to a callback or get from it. Take nint, and call it through NativeDelegate.FromPointer."
    )]
    [InlineData(
        "Func<Action>",
        "The result of 'System.Func<System.Action>' has type 'System.Action', which native code can't pass to a callback or get from it. Return the Pointer of a NativeCallback, as nint."
    )]
    [InlineData(
        "Func<string>",
        "The result of 'System.Func<string>' has type 'string', which native code can't pass to a callback or get from it. Return a pointer to text that outlives the callback."
    )]
    public async Task FFI0040_SaysWhatToWriteInstead(string type, string message) =>
        Assert.Equal(
            message,
            await Declarations.Message(
                $$"""[NativeLibrary("m")] public static partial class Lib { [NativeFunction] public static partial void f({{type}} a); }"""
            ));

    [Theory]
    [InlineData("class C { object M() => NativeCallback<{|FFI0040:Action<byte[]>|}>.Create(a => { }); }")]
    [InlineData("class C { object M() => Ffi.NativeCallback<{|FFI0040:Func<Action>|}>.Create(() => () => { }); }")]
    public Task FFI0040_Fires_OnACreatedCallbackThatCCannotCall(string source) =>
        new AnalyzerHarness(new CallbackAnalyzer()).Verify(source);

    [Theory]
    [InlineData("class C { object M() => NativeCallback<Action<nint>>.Create(a => { }); }")]
    [InlineData("class C { object M<T>(T a) where T : Delegate => NativeCallback<T>.Create(a); }")]
    public Task FFI0040_DoesNotFire_OnACreatedCallbackThatCCanCall(string source) =>
        new AnalyzerHarness(new CallbackAnalyzer()).Verify(source);

    [Fact]
    public Task FFI0041_Fires_OnARetainedDelegate() => Declarations.VerifyFunction(
        "[NativeFunction] public static partial void f([Retained] [|Action<int>|] a);", "FFI0041");

    [Fact]
    public Task FFI0041_DoesNotFire_OnARetainedNativeCallback() => Declarations.VerifyFunction(
        "[NativeFunction] public static partial void f([Retained] NativeCallback<Action<int>> a);");

    [Theory]
    [InlineData("partial class C { [NativeCallback] int {|FFI0042:F|}(int a) => a; }")]
    [InlineData("partial class C { [NativeCallback] static void {|FFI0042:F|}<T>(int a) { } }")]
    [InlineData("partial class C<T> { [NativeCallback] static void {|FFI0042:F|}(int a) { } }")]
    [InlineData("class C { [NativeCallback] static void {|FFI0042:F|}(int a) { } }")]
    [InlineData("class C { void M() { [NativeCallback] static int {|FFI0042:F|}(int a) => a; F(1); } }")]
    [InlineData("partial class C { [NativeCallback] static void {|FFI0040:F|}(int[] a) { } }")]
    [InlineData("partial class C { [NativeCallback] static void {|FFI0040:F|}([LengthFrom(\"b\")] Span<int> a, float b) { } }")]
    public Task FFI0042_Fires_OnAMethodThatNativeCodeCannotCall(string source) =>
        new AnalyzerHarness(new CallbackAnalyzer()) { Generators = [new CallbackGenerator()] }.Verify(source);

    [Theory]
    [InlineData("partial class C { [NativeCallback] static int F(int a) => a; nint P => FPointer; }")]
    [InlineData("partial class C { [NativeCallback] static void F([LengthFrom(\"b\")] Span<int> a, uint b) { } nint P => FPointer; }")]
    [InlineData("partial class C { [NativeCallback] static void F({|CS0246:Missing|} a) { } }")]
    [InlineData(
        "{|CS8805:Console.WriteLine(1);|} partial class Program { [NativeCallback] static int F(int a) => a; nint P => FPointer; }")]
    [InlineData(
        "partial struct C { partial class D { [NativeCallback] internal static bool F(in int a) => a > 0; } nint P => D.FPointer; }")]
    public Task FFI0042_DoesNotFire_OnAMethodThatNativeCodeCanCall(string source) =>
        new AnalyzerHarness(new CallbackAnalyzer()) { Generators = [new CallbackGenerator()] }.Verify(source);
}
