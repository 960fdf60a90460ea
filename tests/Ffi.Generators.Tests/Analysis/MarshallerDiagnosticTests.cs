namespace Ffi.Generators.Tests.Analysis;

public class MarshallerDiagnosticTests
{
    private const string Label = """
        public sealed record Label(string Text);

        [CustomMarshaller(typeof(Label), MarshalMode.ManagedToUnmanagedOut, typeof(LabelMarshaller))]
        public static class LabelMarshaller { public static Label ConvertToManaged(nint text) => new(""); }
        """;

    [Fact]
    public Task FFI0027_Fires_OnADirectionThatTheMarshallerLacks() =>
        Declarations.Verify(
            $$"""
            [NativeLibrary("m")] static partial class Lib { [NativeFunction] internal static partial void f([MarshalUsing(typeof(LabelMarshaller))] [|Label|] label); }
            {{Label}}
            """,
            "FFI0027");

    [Fact]
    public Task FFI0027_DoesNotFire_OnTheDirectionThatItHas() =>
        Declarations.Verify(
            $$"""
            [NativeLibrary("m")] static partial class Lib { [NativeFunction] [return: MarshalUsing(typeof(LabelMarshaller))] internal static partial Label f(); }
            {{Label}}
            """
        );
}
