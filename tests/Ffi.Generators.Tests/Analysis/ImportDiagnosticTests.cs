using Ffi.Generators.Tests.Testing;

namespace Ffi.Generators.Tests.Analysis;

/// <summary>What the runtime can't bind.</summary>
public class ImportDiagnosticTests
{
    private const string Default = "[assembly: DefaultNativeBinding(NativeBinding.Import)]";

    [Theory]
    [InlineData("class")]
    [InlineData("struct")]
    public Task FFI0057_Fires_OnAnInstanceLibrary(string kind) => Declarations.Verify($$"""
        [NativeLibrary(Binding = [|NativeBinding.Import|])] public partial {{kind}} Lib { [NativeFunction] public partial int f(); }
        """, "FFI0057");

    [Theory]
    [InlineData("Linux = [|\"n\"|]")]
    [InlineData("MacOS = [|\"n\"|]")]
    [InlineData("Windows = [|\"n\"|]")]
    [InlineData("Windows = \"w\", Linux = [|\"n\"|]")]
    public Task FFI0057_Fires_OnANameOfOneSystem(string names) =>
        Declarations.Verify(
            $$"""
            [NativeLibrary("m", {{names}}, Binding = NativeBinding.Import)] public static partial class Lib { [NativeFunction] public static partial int f(); }
            """,
            "FFI0057");

    [Fact]
    public Task FFI0057_Fires_OnANameOfOneSystemWhereTheAssemblySaysImport() => Declarations.Verify($$"""
        {{Default}}
        [NativeLibrary("m", Windows = [|"w"|])] public static partial class Lib { [NativeFunction] public static partial int f(); }
        """, "FFI0057");

    [Fact]
    public Task FFI0057_DoesNotFire_OnWhatTheAssemblysDefaultDoesNotMean() =>
        Declarations.Verify(
            $$"""
            {{Default}}
            [NativeLibrary] public partial class Instance { [NativeFunction] public partial int f(); }
            [NativeLibrary("m")] public static partial class Named { [NativeFunction] public static partial int f(); }
            [NativeLibrary("m", Windows = "w", Binding = NativeBinding.Lazy)] public static partial class Lib { [NativeFunction] public static partial int f(); }
            """
        );

    [Fact]
    public Task FFI0057_DoesNotFire_OnAStaticLibraryWithoutAName() =>
        Declarations.Verify(
            """
            [[|NativeLibrary(Binding = NativeBinding.Import)|]] public static partial class Lib { [NativeFunction] public static partial int f(); }
            """,
            "FFI0004");

    [Theory]
    [InlineData("[NativeFunction(Variadic = 1)] public static partial int f(int a, [|double|] b);")]
    [InlineData("[NativeFunction(Variadic = 1)] public static partial int f(int a, [|float|] b);")]
    [InlineData("[NativeFunction(Variadic = 2)] public static partial int f(int a, double b, nint c, [|NFloat|] d);")]
    [InlineData("[NativeFunction(Variadic = 1)] public static partial int f(int a, [|Guid|] b);")]
    public Task FFI0058_Fires_OnAVariadicArgumentInAVectorRegister(string function) => Verify(function, "FFI0058");

    [Theory]
    [InlineData("[NativeFunction(Variadic = 1)] public static partial int f(int a, byte b, nint c, string d, ref double e, double[] g);")]
    [InlineData("[NativeFunction(Variadic = 1)] public static partial int f(double a, int b);")]
    [InlineData("[NativeFunction] public static partial int f(double a, Guid b);")]
    public Task FFI0058_DoesNotFire_OnOtherArguments(string function) => Verify(function);

    [Fact]
    public Task FFI0058_DoesNotFire_WhereFfiBinds() =>
        Declarations.VerifyFunction("[NativeFunction(Variadic = 1)] public static partial int f(int a, double b);");

    [Fact]
    public Task FFI0059_Fires_OnAVariable() => Verify("[NativeVariable] public static partial int [|v|] { get; set; }", "FFI0059");

    [Fact]
    public Task FFI0059_DoesNotFire_WhereFfiBinds() =>
        Declarations.VerifyFunction("[NativeVariable] public static partial int v { get; set; }");

    private static Task Verify(string member, string id = "FFI0000") => Declarations.Verify($$"""
        #nullable enable
        [NativeLibrary("m", Binding = NativeBinding.Import)] public static partial class Lib { {{member}} }
        """, id);
}
