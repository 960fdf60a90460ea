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
    [InlineData("partial class C { [NativeCallback] static void {|FFI0040:F|}(int[] a) { } }")]
    [InlineData("partial class C { [NativeCallback] static void {|FFI0040:F|}([LengthFrom(\"b\")] Span<int> a, float b) { } }")]
    public Task FFI0042_Fires_OnAMethodThatNativeCodeCannotCall(string source) =>
        new AnalyzerHarness(new CallbackAnalyzer()) { Generators = [new CallbackGenerator()] }.Verify(source);

    [Theory]
    [InlineData("partial class C { [NativeCallback] static int F(int a) => a; nint P => FPointer; }")]
    [InlineData("partial class C { [NativeCallback] static void F([LengthFrom(\"b\")] Span<int> a, uint b) { } nint P => FPointer; }")]
    [InlineData("partial struct C { partial class D { [NativeCallback] internal static bool F(in int a) => a > 0; } nint P => D.FPointer; }")]
    public Task FFI0042_DoesNotFire_OnAMethodThatNativeCodeCanCall(string source) =>
        new AnalyzerHarness(new CallbackAnalyzer()) { Generators = [new CallbackGenerator()] }.Verify(source);
}
