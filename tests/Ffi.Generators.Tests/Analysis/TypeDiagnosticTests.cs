namespace Ffi.Generators.Tests.Analysis;

public class TypeDiagnosticTests
{
    [Theory]
    [InlineData("object")]
    [InlineData("dynamic")]
    [InlineData("List<int>")]
    [InlineData("IDisposable")]
    [InlineData("Nullable<int>")]
    [InlineData("int?")]
    [InlineData("decimal")]
    [InlineData("DateTime")]
    [InlineData("DateTimeOffset")]
    [InlineData("Half")]
    [InlineData("Int128")]
    [InlineData("System.Runtime.Intrinsics.Vector128<int>")]
    [InlineData("int[,]")]
    [InlineData("object[]")]
    [InlineData("Span<object>")]
    [InlineData("delegate*<int, int>")]
    public async Task FFI0019_Fires_OnATypeThatCDoesNotHave(string type)
    {
        await Declarations.VerifyFunction($"[NativeFunction] public static partial void f(int a, [|{type}|] b);", "FFI0019");
        if (!type.Contains("Span"))
        {
            await Declarations.VerifyFunction($"[NativeFunction] public static partial [|{type}|] f(int a);", "FFI0019");
        }
    }

    [Theory]
    [InlineData("Span<int>")]
    [InlineData("int[]")]
    [InlineData("Memory<byte>")]
    public Task FFI0019_Fires_OnAResultWithoutALength(string type) => Declarations.VerifyFunction(
        $"[NativeFunction] public static partial [|{type}|] f();", "FFI0019");

    [Theory]
    [InlineData("nint")]
    [InlineData("byte*")]
    [InlineData("void*")]
    [InlineData("delegate* unmanaged<int, int>")]
    [InlineData("delegate* unmanaged[Cdecl]<byte*, void>")]
    [InlineData("DayOfWeek")]
    [InlineData("CLong")]
    [InlineData("NFloat")]
    [InlineData("Guid")]
    [InlineData("System.Numerics.Vector4")]
    [InlineData("KeyValuePair<int, int>")]
    [InlineData("ref decimal")]
    [InlineData("in Half")]
    [InlineData("Span<DateTime>")]
    [InlineData("out Int128")]
    [InlineData("ReadOnlyMemory<ulong>")]
    public Task FFI0019_DoesNotFire_OnATypeThatCHas(string type) => Declarations.VerifyFunction(
        $"[NativeFunction] public static partial void f(int a, {type} b);");

    [Theory]
    [InlineData("struct S { public int A; public object B; }", "object B", "Use a pointer or nint")]
    [InlineData("struct S { public int A; public Inner In; } struct Inner { public string Text; }", "string In.Text", "Use a pointer or nint")]
    [InlineData("struct S { public bool Flag; }", "bool Flag", "Use byte")]
    [InlineData("struct S { public char Letter; }", "char Letter", "Use ushort")]
    [InlineData("struct S { public bool Flag { get; } }", "bool Flag", "Use byte")]
    [InlineData("unsafe struct S { public fixed bool Flags[4]; }", "bool Flags", "Use byte")]
    [InlineData("[InlineArray(4)] struct S { public bool Flag; }", "bool Flag", "Use byte")]
    [InlineData("struct S { public int? Count; }", "int? Count", "Use a pointer or a number")]
    [InlineData("struct S { public decimal Price; }", "decimal Price", "Use a pointer or a number")]
    [InlineData("struct S { public RuntimeTypeHandle Type; }", "System.RuntimeTypeHandle Type", "Use a pointer or a number")]
    [InlineData("ref struct S { public ref int Target; }", "int Target", "Use a pointer or nint")]
    [InlineData("[StructLayout(LayoutKind.Auto)] struct S { public int A; }", "it has automatic layout", "LayoutKind.Sequential")]
    [InlineData("struct S { public int A; public (int, int) Pair; }", "its field 'Pair' has automatic layout", "LayoutKind.Sequential")]
    [InlineData("struct S;", "it has no fields", "Give it the fields")]
    public async Task FFI0020_Fires_AndNamesTheField(string declaration, string field, string advice)
    {
        string source = $$"""
            [NativeLibrary("m")] static unsafe partial class Lib { [NativeFunction] internal static partial void f(int a, [|S|] b); }
            {{declaration}}
            """;
        await Declarations.Verify(source, "FFI0020");
        string message = await Declarations.Message(source.Replace("[|S|]", "S"));
        Assert.StartsWith("Parameter 'b' has type 'S', which is not the same bytes in C: ", message);
        Assert.True(message.Contains(field), message);
        Assert.Contains(advice, message);
        Assert.EndsWith(".", message);
    }

    [Theory]
    [InlineData("struct S { public byte Flag; public ushort Letter; }")]
    [InlineData("[StructLayout(LayoutKind.Sequential, CharSet = CharSet.Unicode)] struct S { public char Letter; }")]
    [InlineData("[StructLayout(LayoutKind.Explicit)] struct S { [FieldOffset(0)] public long A; [FieldOffset(0)] public double B; }")]
    [InlineData("[InlineArray(4)] struct S { int _element; }")]
    [InlineData("unsafe struct S { public fixed byte Name[16]; public bool* Flag; public delegate* unmanaged<bool, void> Call; }")]
    [InlineData("struct S { public static object Shared; public const bool C = true; public int A; public Pair<int> B; } struct Pair<T> { public T A, B; }")]
    public Task FFI0020_DoesNotFire_OnTheSameBytes(string declaration) => Declarations.Verify($$"""
        [NativeLibrary("m")] static unsafe partial class Lib { [NativeFunction] internal static partial S f(S b); }
        {{declaration}}
        """);

    [Fact]
    public Task FFI0020_DoesNotFire_WhereRuntimeMarshallingIsOff() => Declarations.Verify("""
        [assembly: DisableRuntimeMarshalling]
        [NativeLibrary("m")] static partial class Lib { [NativeFunction] internal static partial S f(S b); }
        struct S { public bool Flag; public char Letter; }
        """);

    [Fact]
    public Task FFI0020_DoesNotFire_OnAStructThatIsPointedAt() => Declarations.Verify("""
        [NativeLibrary("m")] static partial class Lib { [NativeFunction] internal static partial void f(ref S a, Span<S> b, S[] c); }
        struct S { public bool Flag; public char Letter; }
        """);

    [Theory]
    [InlineData("UnmanagedType.LPStr", "int")]
    [InlineData("UnmanagedType.I8", "int")]
    [InlineData("UnmanagedType.I4", "bool")]
    public Task FFI0021_Fires_OnAMarshalAsOfAnotherType(string unmanaged, string type) => Declarations.VerifyFunction(
        $"[NativeFunction] public static partial void f([MarshalAs({unmanaged})] [|{type}|] a);", "FFI0021");

    [Theory]
    [InlineData("UnmanagedType.Bool", "bool")]
    [InlineData("UnmanagedType.U1", "bool")]
    [InlineData("UnmanagedType.I4", "int")]
    [InlineData("UnmanagedType.U2", "char")]
    public Task FFI0021_DoesNotFire_OnAMarshalAsThatFits(string unmanaged, string type) => Declarations.VerifyFunction(
        $"[NativeFunction] [return: MarshalAs({unmanaged})] public static partial {type} f([MarshalAs({unmanaged})] {type} a);");
}
