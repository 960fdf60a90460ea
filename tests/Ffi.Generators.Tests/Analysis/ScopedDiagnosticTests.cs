namespace Ffi.Generators.Tests.Analysis;

public class ScopedDiagnosticTests
{
    private const string Marshaller = """
        [System.Runtime.InteropServices.Marshalling.CustomMarshaller(typeof(string), System.Runtime.InteropServices.Marshalling.MarshalMode.ManagedToUnmanagedIn, typeof(OnlyIn))]
        public static class OnlyIn { public static nint ConvertToUnmanaged(string managed) => 0; }
        """;

    [Fact]
    public Task FFI0027_Fires_OnAMarshallerWithoutTheDirection() =>
        Declarations.VerifyFunction(
            "[NativeFunction] public static partial void f([System.Runtime.InteropServices.Marshalling.MarshalUsing(typeof(OnlyIn))] out [|string|] text);"
                + Marshaller,
            "FFI0027");

    [Fact]
    public Task FFI0027_DoesNotFire_OnTheDirectionThatTheMarshallerHas() =>
        Declarations.VerifyFunction(
            "[NativeFunction] public static partial void f([System.Runtime.InteropServices.Marshalling.MarshalUsing(typeof(OnlyIn))] string text);"
                + Marshaller);

    [Theory]
    [InlineData("ReadOnlySpan<byte>")]
    [InlineData("byte[]")]
    [InlineData("string")]
    public Task FFI0028_Fires_OnWhatIsLentForTheCall(string type) => Declarations.VerifyFunction(
        $"[NativeFunction] public static partial void f([Retained] [|{type}|] kept);", "FFI0028");

    [Theory]
    [InlineData("PinnedBuffer<byte>")]
    [InlineData("byte*")]
    [InlineData("nint")]
    public Task FFI0028_DoesNotFire_OnWhatStaysWhereItIs(string type) => Declarations.VerifyFunction(
        $"[NativeFunction] public static partial void f([Retained] {type} kept);");

    [Theory]
    [InlineData("[|int|] error", "")]
    [InlineData("ref [|int|] error", "")]
    [InlineData("out [|uint|] error", "")]
    [InlineData("out [|nint|] error", "")]
    [InlineData("out [|int|] second", "[LastError] out int first, ")]
    public Task FFI0029_Fires_OnWhatCannotReceiveTheNumber(string parameter, string before) => Declarations.VerifyFunction(
        $"[NativeFunction] public static partial void f({before}[LastError] {parameter});", "FFI0029");

    [Fact]
    public Task FFI0029_DoesNotFire_OnOneOutInt() => Declarations.VerifyFunction(
        "[NativeFunction] public static partial void f(out int result, [LastError] out int error);");

    [Theory]
    [InlineData("public sealed class Handle(string path) : SafeHandle(0, true)", "[|Handle|]", "")]
    [InlineData("public sealed class Handle(string path) : SafeHandle(0, true)", "void", "out [|Handle|] a")]
    [InlineData("public sealed class Handle(string path) : SafeHandle(0, true)", "void", "ref [|Handle|] a")]
    [InlineData("public class Handle(string path) : SafeHandle(0, true) { private Handle() : this(\"\") { } }", "[|Handle?|]", "")]
    [InlineData("public abstract class Handle() : SafeHandle(0, true)", "[|Handle|]", "")]
    public Task FFI0030_Fires_OnAHandleThatCannotBeMade(string type, string result, string parameter) => Declarations.VerifyFunction(
        $"[NativeFunction] public static partial {result} f({parameter});" + HandleOf(type), "FFI0030");

    [Theory]
    [InlineData("public sealed class Handle() : SafeHandle(0, true)", "Handle", "out Handle a")]
    [InlineData(
        "public sealed class Handle(string path) : SafeHandle(0, true) { internal Handle() : this(\"\") { } }",
        "Handle",
        "ref Handle a")]
    [InlineData("public abstract class Handle(string path) : SafeHandle(0, true)", "void", "Handle a")]
    public Task FFI0030_DoesNotFire_WhereItCanBeMade_OrIsThere(string type, string result, string parameter) => Declarations.VerifyFunction(
        $"[NativeFunction] public static partial {result} f({parameter});" + HandleOf(type));

    [Fact]
    public async Task FFI0030_SaysWhatIsInTheWay() =>
        Assert.Equal(
            "The result of 'f' has type 'Lib.Handle'. Generated code has to create an object of it before the call, and all its constructors take arguments. Give it a public or internal constructor without parameters.",
            await Declarations.Message(
                $$"""
                [NativeLibrary("m")] public static partial class Lib
                {
                    [NativeFunction] public static partial Handle f();
                    {{HandleOf("public sealed class Handle(string path) : SafeHandle(0, true)")}}
                }
                """
            ));

    [Theory]
    [InlineData("[|ReadOnlySpan<byte>|]")]
    [InlineData("[|string|]")]
    [InlineData("[|PinnedBuffer<byte>|]")]
    [InlineData("[|BorrowedHandle<Handle>|]")]
    [InlineData("ref [|Handle|]")]
    public Task FFI0031_Fires_OnWhatSomebodyElseFrees(string type) =>
        Declarations.VerifyFunction(
            $"[NativeFunction] public static partial void f([Frees] {type} a);"
                + HandleOf("public sealed class Handle() : SafeHandle(0, true)"),
            "FFI0031");

    [Theory]
    [InlineData("Handle")]
    [InlineData("nint")]
    [InlineData("byte*")]
    [InlineData("ref nint")]
    public Task FFI0031_DoesNotFire_OnTheHandleItself_OrAPointer(string type) =>
        Declarations.VerifyFunction(
            $"[NativeFunction] public static partial void f([Frees] {type} a);"
                + HandleOf("public sealed class Handle() : SafeHandle(0, true)"));

    // The declaration, with the two members that every handle needs inside its braces.
    private static string HandleOf(string declaration)
    {
        const string members = "public override bool IsInvalid => handle == 0; protected override bool ReleaseHandle() => true;";
        int open = declaration.IndexOf('{', StringComparison.Ordinal);
        return open < 0 ? $"{declaration} {{ {members} }}" : $"{declaration[..(open + 1)]} {members} {declaration[(open + 1)..]}";
    }
}
