namespace Ffi.Generators.Tests.Analysis;

public class ScopedDiagnosticTests
{
    private const string Marshaller = """
        [System.Runtime.InteropServices.Marshalling.CustomMarshaller(typeof(string), System.Runtime.InteropServices.Marshalling.MarshalMode.ManagedToUnmanagedIn, typeof(OnlyIn))]
        public static class OnlyIn { public static nint ConvertToUnmanaged(string managed) => 0; }
        """;

    [Fact]
    public Task FFI0027_Fires_OnAMarshallerWithoutTheDirection() => Declarations.VerifyFunction(
        "[NativeFunction] public static partial void f([System.Runtime.InteropServices.Marshalling.MarshalUsing(typeof(OnlyIn))] out [|string|] text);" + Marshaller,
        "FFI0027");

    [Fact]
    public Task FFI0027_DoesNotFire_OnTheDirectionThatTheMarshallerHas() => Declarations.VerifyFunction(
        "[NativeFunction] public static partial void f([System.Runtime.InteropServices.Marshalling.MarshalUsing(typeof(OnlyIn))] string text);" + Marshaller);

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
}
