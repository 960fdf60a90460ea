using Ffi.Generators.Analysis;
using Ffi.Generators.Tests.Testing;

namespace Ffi.Generators.Tests.Analysis;

public class CallbackDiagnosticTests
{
    [Fact]
    public Task FFI0040_Fires_OnADelegateThatTakesAnObject() => Declarations.VerifyFunction(
        "[NativeFunction] public static partial void visit([|Action<object>|] visitor);", "FFI0040");

    [Theory]
    [InlineData("Action<int, nint>")]
    [InlineData("Func<double, bool>")]
    public Task FFI0040_DoesNotFire_OnADelegateOfNumbers(string type) => Declarations.VerifyFunction(
        $"[NativeFunction] public static partial void visit({type} visitor);");

    [Fact]
    public Task FFI0041_Fires_OnARetainedDelegate() => Declarations.VerifyFunction(
        "[NativeFunction] public static partial void listen([Retained] [|Action<int>|] listener);", "FFI0041");

    [Fact]
    public Task FFI0041_DoesNotFire_OnARetainedCallback() => Declarations.VerifyFunction(
        "[NativeFunction] public static partial void listen([Retained] NativeCallback<Action<int>> listener);");

    [Fact]
    public Task FFI0042_Fires_OnAnInstanceMethod() => AnalyzerHarness.Verify<CallbackAnalyzer>(
        "public partial class Counter { [NativeCallback] private void [|Count|](int by) { } }", "FFI0042");

    [Fact]
    public Task FFI0042_DoesNotFire_OnAStaticMethod() => AnalyzerHarness.Verify<CallbackAnalyzer>(
        "public partial class Counter { [NativeCallback] private static void Count(int by) { } }", "FFI0042");
}
