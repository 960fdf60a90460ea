using Ffi.Generators.Tests.Testing;
using Microsoft.CodeAnalysis;

namespace Ffi.Generators.Tests.Analysis;

public class VariableDiagnosticTests
{
    [Theory]
    [InlineData("public static partial [|string|] X { get; }")]
    [InlineData("public static partial [|string[]|] X { get; }")]
    [InlineData("public static partial [|ReadOnlySpan<byte>|] X { get; }")]
    [InlineData("public static partial [|Func<int>|] X { get; set; }")]
    [InlineData("public static partial [|object|] X { get; }")]
    [InlineData("public static partial [|SafeHandle|] X { get; }")]
    [InlineData("public static partial [|DateTime|] X { get; }")]
    [InlineData("public static partial ref [|bool|] X { get; }")]
    [InlineData("public static partial ref readonly [|string|] X { get; }")]
    public Task FFI0039_Fires_OnATypeThatNoVariableHas(string property) =>
        Declarations.VerifyFunction($"[NativeVariable(\"x\")] {property}", "FFI0039");

    [Theory]
    [InlineData("public static partial int X { get; set; }")]
    [InlineData("public static partial int* X { get; }")]
    [InlineData("public static partial DayOfWeek X { set; }")]
    [InlineData("public static partial bool X { get; private set; }")]
    [InlineData("public static partial char X { get; set; }")]
    [InlineData("public static partial CLong X { get; set; }")]
    [InlineData("public static partial NFloat X { get; set; }")]
    [InlineData("public static partial delegate* unmanaged<int, void> X { get; set; }")]
    [InlineData("public static partial Guid X { get; set; }")]
    [InlineData("public static partial ref Guid X { get; }")]
    [InlineData("public static partial ref readonly byte X { get; }")]
    [InlineData("private static partial ref delegate* unmanaged<void> X { get; }")]
    public Task FFI0039_DoesNotFire_OnAVariablesType(string property) => Declarations.VerifyFunction($"[NativeVariable(\"x\")] {property}");

    [Theory]
    [InlineData("public static int [|X|] { get; set; }")]
    [InlineData("public static int [|X|] => 1;")]
    public Task FFI0049_Fires_OnAPropertyThatIsNotPartial(string property) =>
        Declarations.VerifyFunction($"[NativeVariable(\"x\")] {property}", "FFI0049");

    [Fact]
    public Task FFI0049_Fires_OnAPropertyWithAnotherHalf() => Declarations.VerifyFunction("""
        [NativeVariable("x")] public static partial int [|X|] { get; }
        public static partial int X => 1;
        """, "FFI0049");

    [Fact]
    public Task FFI0049_Fires_OnAnInstancePropertyOfANamedLibrary() => Declarations.Verify("""
        [NativeLibrary("m")] public partial class Lib { [NativeVariable("x")] public partial int [|X|] { get; } }
        """, "FFI0049");

    [Fact]
    public Task FFI0049_Fires_OnAStaticPropertyOfAnInstanceLibrary() => Declarations.Verify("""
        [NativeLibrary] public partial class Lib { [NativeVariable("x")] public static partial int [|X|] { get; } }
        """, "FFI0049");

    [Fact]
    public Task FFI0049_Fires_OnAnIndexerAndOnInit() => Declarations.Verify("""
        [NativeLibrary] public partial class Lib
        {
            [NativeVariable("x")] public partial int {|CS9248:[|this|]|}[int index] { get; }
            [NativeVariable("y")] public partial int [|Y|] { get; init; }
        }
        """, "FFI0049");

    [Fact]
    public Task FFI0049_Fires_OutsideOfALibrary() => Declarations.Verify("""
        public static partial class Lib { [NativeVariable("x")] public static int [|X|] { get; set; } }
        """, "FFI0049");

    [Fact]
    public Task FFI0049_DoesNotFire_OnPropertiesOfBothKindsOfLibrary() => Declarations.Verify("""
        [NativeLibrary("m")] public static partial class Static { [NativeVariable("x")] public static partial int X { get; set; } }
        [NativeLibrary] public partial class Instance { [NativeVariable("x")] public partial int X { get; set; } }
        [NativeLibrary] public readonly partial struct Value { [NativeVariable] public partial ref int X { get; } }
        """);

    [Fact]
    public Task FFI0016_Fires_OnAVariableWhoseNameIsBlank() => Declarations.VerifyFunction("""
        [NativeVariable([|" "|])] public static partial int X { get; }
        """, "FFI0016");

    [Fact]
    public Task FFI0007_Fires_OnAMemberNamedAsAVariablesAvailability() => Declarations.VerifyFunction("""
        [NativeFunction("f", Optional = true)] public static partial int Y();
        [NativeVariable("x", Optional = true)] public static partial int [|X|] { get; }
        public static bool IsXAvailable => true;
        """, "FFI0007");

    // The compiler stops at a partial property without its other half, and the mistake would not be reported.
    [Theory]
    [InlineData("public static partial string X { get; private set; }", "public static partial string X", "get =>", "private set =>")]
    [InlineData("internal static partial ref bool X { get; }", "internal static partial ref bool X", "get =>")]
    [InlineData("public partial int X { get; init; }", "public partial int X", "get =>", "init =>")]
    public void AVariableWithAnError_GetsAccessorsThatThrow(string property, params string[] expected)
    {
        string library = property.Contains("static")
            ? "[NativeLibrary(\"m\")] public static partial class M"
            : "[NativeLibrary] public partial class M";
        GeneratorRun run = GeneratorRun.Of($"{library} {{ [NativeVariable(\"x\")] {property} }}");

        Assert.All(expected, part => Assert.Contains(part, run.Text));
        Assert.Empty(run.Output.GetDiagnostics().Where(static diagnostic => diagnostic.Severity >= DiagnosticSeverity.Warning));
    }
}
